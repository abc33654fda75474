package org.xinheng.feed;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.Caller;
import org.xinheng.work.Job;

/** Port: the files that stand in the queue of jobs. */
public interface FeedJobs {
    /**
     * Queues a file, or finds the same one that is queued already.
     *
     * @param stop what a person is asked first, null where the work may begin
     * @return id of the job that stands
     */
    UUID ask(Caller caller, UUID id, String sha256, FeedOrder order, @Nullable FullFeedStop stop, Instant at);

    /** What a job of the queue is about. */
    FeedJob of(Job job);

    /** A job by its id. */
    Optional<FeedJob> find(UUID id);

    /** It waits for a person; false when it has fallen to another worker. */
    boolean stop(FeedJob job, FullFeedStop stop);

    /** A person lets it go on; false when it does not wait for one. */
    boolean confirm(FeedJob job, FeedConfirmation confirmation);

    /** A person calls it off; false when it does not wait for one. */
    boolean abandon(FeedJob job);
}
