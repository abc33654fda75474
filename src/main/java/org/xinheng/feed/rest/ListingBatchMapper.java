package org.xinheng.feed.rest;

import org.xinheng.contract.api.BatchProgressView;
import org.xinheng.contract.api.BatchRowView;
import org.xinheng.contract.api.FileEncodingView;
import org.xinheng.contract.api.FullFeedRemovalView;
import org.xinheng.contract.api.ListingBatchView;
import org.xinheng.feed.FeedJob;
import org.xinheng.feed.FullFeedStop;
import org.xinheng.feed.ListingBatch;
import org.xinheng.work.JobProgress;

/** Writes {@code ListingBatch} of the contract. */
final class ListingBatchMapper {
    private ListingBatchMapper() {}

    static ListingBatchView of(ListingBatch batch) {
        ListingBatch.Counts counts = batch.counts();
        return new ListingBatchView(
                batch.id(),
                batch.department(),
                batch.sha256(),
                batch.outcome(),
                batch.order().format(),
                batch.order().mode(),
                batch.order().atomic(),
                batch.order().layout(),
                new FileEncodingView(batch.encoding().name(), batch.encoding().guessed()),
                batch.listKinds().stream().sorted().toList(),
                batch.actKind(),
                counts.rows(),
                batch.accepted(),
                counts.entered(),
                counts.removed(),
                counts.unchanged(),
                counts.refused(),
                counts.refusedBy(),
                batch.knownAt(),
                batch.recordedAt(),
                batch.rows().size() == counts.rows(),
                batch.rows().stream()
                        .map(row -> new BatchRowView(row.line(), row.listing(), row.result(), row.faults()))
                        .toList());
    }

    static BatchProgressView progress(FeedJob job) {
        boolean asks = job.state() == JobProgress.State.AWAITING_CONFIRMATION;
        return new BatchProgressView(
                job.id(),
                job.department(),
                job.sha256(),
                job.state(),
                job.job().progress().percent(),
                job.job().progress().stage(),
                asks && job.stop() != null ? stop(job.stop()) : null,
                job.job().createdAt());
    }

    static FullFeedRemovalView stop(FullFeedStop stop) {
        return new FullFeedRemovalView(stop.inForce(), stop.absent(), stop.share(), stop.shareMax(), stop.tooEarly());
    }
}
