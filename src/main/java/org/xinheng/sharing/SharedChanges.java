package org.xinheng.sharing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: own entries of organisations that were made, or changed in what may begin or end their sharing. */
public interface SharedChanges {
    /** One page of entries, in the order of their ids. */
    List<UUID> between(Question question);

    /**
     * What is asked.
     *
     * @param regions whose entries
     * @param department only those that it made, null for all of the regions
     * @param since number of the last commit that is known already
     * @param until number of the last commit that is looked at
     * @param after entry after which the page begins, all zeros for the first page
     */
    record Question(
            String listKind,
            Set<String> regions,
            @Nullable String department,
            long since,
            long until,
            UUID after,
            int size) {}

    /**
     * Where a page ended. All pages of one reading look at the same commits, whatever is committed between them.
     *
     * @param until number of the last commit that the reading looks at
     * @param listing the last entry that was looked at
     */
    record Mark(long until, UUID listing) {}
}
