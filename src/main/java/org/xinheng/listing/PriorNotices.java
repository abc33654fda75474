package org.xinheng.listing;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.Identifier;

/** Port: the prior notices and the objections to them, append-only. */
public interface PriorNotices {
    /** Whom a notice is about and what it says, which may be erased. */
    record Personal(Identifier identifier, @Nullable String name, String facts) {}

    /** Keeps a notice. */
    void add(PriorNotice notice, Personal personal, long knownAt, UUID callerKey, Instant at);

    /** A notice. */
    Optional<PriorNotice> find(UUID id);

    /** Whom it is about and what it says, empty where that was erased. */
    Optional<Personal> personalOf(UUID id);

    /** Whether a notice is about this identifier. */
    boolean concerns(UUID id, Identifier identifier);

    /** Keeps an objection. */
    void object(
            UUID notice, PriorNotice.Objection objection, String statement, long knownAt, UUID callerKey, Instant at);

    /** What the subject said. */
    Optional<String> statementOf(UUID objection);

    /** Keeps an answer. */
    void answer(UUID objection, PriorNotice.Answer answer, long knownAt, UUID callerKey, Instant at);

    /** What is in the way of a department's entries now. */
    NoticeBlocks blocksOf(String department);

    /** Keyed hashes, lower-case hex, of what the entries say that a department has made about somebody and not ended. */
    Set<String> standing(String department, NoticeBlocks.About about);
}
