package org.xinheng.decision.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: decisions as they are searched. */
public interface SearchedDecisions {
    /**
     * Makes decisions searchable that are not yet, a bounded number of them.
     *
     * @return how many
     */
    int indexNext();

    /**
     * One page, newest first.
     *
     * @param after id after which the page begins, null for the first page
     */
    List<DecisionFound> find(DecisionSearch search, @Nullable UUID after, int size);
}
