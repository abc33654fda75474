package org.xinheng.feed.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.xinheng.caller.Caller;
import org.xinheng.feed.FeedMode;
import org.xinheng.feed.FeedOrder;
import org.xinheng.feed.ListingBatch;
import org.xinheng.feed.ListingBatches;
import org.xinheng.kernel.BeijingTime;

/**
 * Whether a file is one that was taken before. Changes are made once, however often they are handed in. A whole list says
 * how things stand: on another day, or after the list has changed, the same bytes say something new and are judged again.
 */
@ApplicationScoped
class TakenBefore {
    private final ListingBatches batches;

    TakenBefore(ListingBatches batches) {
        this.batches = batches;
    }

    /** The batch that the file is already; empty where it is to be judged. */
    Optional<ListingBatch> batch(Caller caller, String sha256, FeedOrder order, LocalDate today) {
        return batches.accepted(caller.department(), sha256, order)
                .filter(before -> order.mode() == FeedMode.DELTA || stillCounts(before, today));
    }

    private boolean stillCounts(ListingBatch before, LocalDate today) {
        return BeijingTime.dayOf(before.recordedAt()).equals(today) && !batches.changedSince(before);
    }
}
