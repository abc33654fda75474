package org.xinheng.listing;

import java.util.Optional;
import java.util.UUID;

/** Port: the batches judged. */
public interface ListingBatches {
    /** Keeps a batch. */
    void add(ListingBatch batch, UUID callerKey);

    /** A batch by its id. */
    Optional<ListingBatch> find(UUID id);

    /** The accepted batch of this department with these bytes. */
    Optional<ListingBatch> accepted(String department, String sha256);
}
