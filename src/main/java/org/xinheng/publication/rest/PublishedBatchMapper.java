package org.xinheng.publication.rest;

import org.xinheng.contract.api.PublishedBatchView;
import org.xinheng.publication.Publication;

/** Writes {@code PublishedBatch} of the contract. */
final class PublishedBatchMapper {
    private PublishedBatchMapper() {}

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
