package org.xinheng.remedy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: the objections filed. Nothing is updated in place; an extension and an answer stand beside the objection. */
public interface Objections {
    /**
     * Adds an objection.
     *
     * @param statement what the subject says, encrypted where it is kept
     * @param knownAt number of the commit that marked the entry
     */
    void add(Objection objection, String statement, long knownAt, UUID callerKey, Instant at);

    /** Puts off the answer. */
    void extend(UUID objectionId, Objection.Extension extension, UUID callerKey, Instant at);

    /** Answers it. */
    void answer(UUID objectionId, Objection.Answer answer, long knownAt, UUID callerKey, Instant at);

    /** An objection by its id. */
    Optional<Objection> find(UUID id);

    /** All objections to an entry, oldest first. */
    List<Objection> against(UUID listingId);

    /** What the subject said; empty where it was erased. */
    Optional<String> statementOf(UUID id);

    /**
     * Open objections in the order of filing.
     *
     * @param department initiating department of the entry, null for every one
     * @param dueBefore only those whose answer was due before this day, null for all
     * @param after id after which the page begins
     */
    List<Objection> open(@Nullable String department, @Nullable LocalDate dueBefore, @Nullable UUID after, int size);
}
