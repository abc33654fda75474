package org.xinheng.publication.rest;

import java.time.LocalDate;
import java.util.UUID;
import org.xinheng.publication.Publication;

/** {@code PublishedBatch} of the contract. */
record PublishedBatchView(
        UUID id, String listKind, int number, LocalDate publishedOn, String department, String region, long entries) {
    static PublishedBatchView of(Publication batch) {
        return new PublishedBatchView(
                batch.id(),
                batch.listKind(),
                batch.number(),
                batch.publishedOn(),
                batch.department(),
                batch.region(),
                batch.entries());
    }
}
