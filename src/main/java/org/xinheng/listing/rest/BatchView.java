package org.xinheng.listing.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.listing.ListingBatch;

/** {@code ListingBatch} of the contract. */
record BatchView(
        UUID id,
        String department,
        String sha256,
        ListingBatch.Outcome outcome,
        List<String> listKinds,
        int accepted,
        int refused,
        @Nullable Long knownAt,
        Instant recordedAt,
        List<RowView> rows) {

    /** {@code BatchRow}. */
    record RowView(int line, @Nullable UUID listing, List<ListingBatch.RowFault> errors) {}

    static BatchView of(ListingBatch batch) {
        return new BatchView(
                batch.id(),
                batch.department(),
                batch.sha256(),
                batch.outcome(),
                batch.listKinds().stream().sorted().toList(),
                batch.accepted(),
                refused(batch),
                batch.knownAt(),
                batch.recordedAt(),
                batch.rows().stream()
                        .map(row -> new RowView(row.line(), row.listing(), row.faults()))
                        .toList());
    }

    /** Rows with a fault. */
    static int refused(ListingBatch batch) {
        return (int)
                batch.rows().stream().filter(row -> !row.faults().isEmpty()).count();
    }
}
