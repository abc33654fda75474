package org.xinheng.feed;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.Caller;

/** Port: the queue of files, shared by all nodes. A claim lasts a short while and is renewed. */
public interface FeedJobs {
    /**
     * Queues a file, or finds the same one that is queued already.
     *
     * @param stop what a person is asked first, null where the work may begin
     * @return id of the job that stands
     */
    UUID ask(Caller caller, UUID id, String sha256, FeedOrder order, @Nullable FullFeedStop stop, Instant at);

    /** A job by its id. */
    Optional<FeedJob> find(UUID id);

    /** Claims the oldest job that nobody works on. */
    Optional<FeedJob> claim();

    /** Renews the claim; false when the job has fallen to another worker. */
    boolean renew(FeedJob job);

    /** Tells how far it is, at once and whatever becomes of the running transaction. */
    void tell(FeedJob job, int percent, String stage);

    /** Closes it inside the running transaction; false when it has fallen to another worker. */
    boolean close(FeedJob job);

    /** It waits for a person; false when it has fallen to another worker. */
    boolean stop(FeedJob job, FullFeedStop stop);

    /** A person lets it go on; false when it does not wait for one. */
    boolean confirm(UUID id, FeedConfirmation confirmation);

    /** A person calls it off; false when it does not wait for one. */
    boolean abandon(UUID id);
}
