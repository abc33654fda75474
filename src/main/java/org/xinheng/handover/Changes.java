package org.xinheng.handover;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: what changed among the own entries of organisations since a commit, in the order in which it became known. */
public interface Changes {
    /** One page. */
    List<Change> since(Question question);

    /**
     * What is asked.
     *
     * @param regions whose entries
     * @param department only those that it made, null for all of the regions
     * @param since number of the last commit that is known already
     * @param after place after which the page begins, null for the first page
     */
    record Question(
            String listKind,
            Set<String> regions,
            @Nullable String department,
            long since,
            @Nullable Mark after,
            int size) {}

    /** A place in the order. */
    record Mark(long knownAt, UUID id) {}

    /**
     * An entry that was made, or to which something happened that may begin or end its sharing.
     *
     * @param event what happened to it, null where it was made
     */
    record Change(Mark mark, UUID listing, @Nullable UUID event) {}
}
