package org.xinheng.subject;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.SubjectType;

/** Port: the subjects known. Identifiers and names of persons are encrypted where they are kept. */
public interface Subjects {
    /**
     * The subject with this identifier, added when nobody knew it; a name it has not borne yet is added to it.
     *
     * @param knownAt number of the commit that makes it known
     */
    UUID findOrAdd(SubjectType type, Identifier identifier, @Nullable SubjectName name, long knownAt);

    /** A subject with all its identifiers and names. */
    Optional<Subject> find(UUID id);

    /**
     * Several subjects at once, with the identifiers and names known by then; unknown ids are left out.
     *
     * @param knownAt number of the commit as of which they are read
     */
    Map<UUID, Subject> findAll(Set<UUID> ids, long knownAt);

    /** Numbers from before numbers had a key that still need one, at most so many; empty when all have one. */
    List<KeyDue> keysDue(int most);

    /** A number that needs a key. */
    record KeyDue(UUID subjectId, Identifier identifier) {}

    /**
     * Gives a number its key.
     *
     * @param knownAt number of the commit that makes it known
     * @return another subject that has the key already, and is one with this one; empty where there is none
     */
    Optional<UUID> giveKey(KeyDue due, long knownAt);

    /** Records that two subjects are one, or are so no longer (design §6.12). */
    void record(SubjectMerge merge);

    /** A merge or separation. */
    Optional<SubjectMerge> findMerge(UUID id);

    /** The newest merge or separation of exactly these two. */
    Optional<SubjectMerge> newestMerge(UUID one, UUID other);

    /** Whether two subjects are one now, be it by way of others. */
    boolean areOne(UUID one, UUID other);
}
