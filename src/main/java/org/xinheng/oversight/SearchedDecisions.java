package org.xinheng.oversight;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: decisions as they are searched. */
public interface SearchedDecisions {
    /**
     * Takes up decisions that cannot be searched yet, a bounded number of them.
     *
     * @return how many
     */
    int takeUp();

    /**
     * One page, newest first.
     *
     * @param after id after which the page begins, null for the first page
     */
    List<DecisionFound> find(DecisionSearch search, @Nullable UUID after, int size);

    /** How often each row fired that did, in decisions of a release and a period. */
    List<RowCount> rowCounts(UUID release, @Nullable LocalDate from, @Nullable LocalDate to);
}
