package org.xinheng.feed.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.feed.FeedFormat;
import org.xinheng.feed.FeedJob;
import org.xinheng.feed.FeedMode;
import org.xinheng.feed.FullFeedStop;
import org.xinheng.feed.ListingBatch;

/** {@code ListingBatch} of the contract. */
record BatchView(
        UUID id,
        String department,
        String sha256,
        ListingBatch.Outcome outcome,
        FeedFormat format,
        FeedMode mode,
        boolean atomic,
        @Nullable String layout,
        EncodingView encoding,
        List<String> listKinds,
        @Nullable String actKind,
        int rowCount,
        int accepted,
        int entered,
        int removed,
        int unchanged,
        int refused,
        Map<String, Integer> refusedByCode,
        @Nullable Long knownAt,
        Instant recordedAt,
        boolean allRowsTold,
        List<RowView> rows) {

    /** {@code FileEncoding}. */
    record EncodingView(String name, boolean guessed) {}

    /** {@code BatchRow}. */
    record RowView(
            int line,
            @Nullable UUID listing,
            ListingBatch.@Nullable Result result,
            List<ListingBatch.RowFault> errors) {}

    static BatchView of(ListingBatch batch) {
        ListingBatch.Counts counts = batch.counts();
        return new BatchView(
                batch.id(),
                batch.department(),
                batch.sha256(),
                batch.outcome(),
                batch.order().format(),
                batch.order().mode(),
                batch.order().atomic(),
                batch.order().layout(),
                new EncodingView(batch.encoding().name(), batch.encoding().guessed()),
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
                        .map(row -> new RowView(row.line(), row.listing(), row.result(), row.faults()))
                        .toList());
    }

    /** {@code BatchProgress} of the contract. */
    record ProgressView(
            UUID id,
            String department,
            String sha256,
            FeedJob.State state,
            int percent,
            String stage,
            @Nullable StopView removal,
            Instant createdAt) {
        static ProgressView of(FeedJob job) {
            boolean asks = job.state() == FeedJob.State.AWAITING_CONFIRMATION;
            return new ProgressView(
                    job.id(),
                    job.department(),
                    job.sha256(),
                    job.state(),
                    job.percent(),
                    job.stage(),
                    asks && job.stop() != null ? StopView.of(job.stop()) : null,
                    job.createdAt());
        }
    }

    /** {@code FullFeedRemoval} of the contract. */
    record StopView(long inForce, long absent, double share, double shareMax, long tooEarly) {
        static StopView of(FullFeedStop stop) {
            return new StopView(stop.inForce(), stop.absent(), stop.share(), stop.shareMax(), stop.tooEarly());
        }
    }
}
