package org.xinheng.feed;

import java.util.Optional;
import java.util.UUID;

/** Port: the batches judged. */
public interface ListingBatches {
    /** Makes others that hand in the same file wait until the running transaction ends. */
    void oneAtATime(String department, String sha256, FeedOrder order);

    /** Keeps a batch. */
    void add(ListingBatch batch, UUID callerKey);

    /** A batch by its id. */
    Optional<ListingBatch> find(UUID id);

    /** The newest accepted batch of this department with these bytes and parameters. */
    Optional<ListingBatch> accepted(String department, String sha256, FeedOrder order);

    /** Whether a commit after that of an accepted batch changed a list that the batch is of. */
    boolean changedSince(ListingBatch batch);
}
