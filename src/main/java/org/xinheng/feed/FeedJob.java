package org.xinheng.feed;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.work.Job;
import org.xinheng.work.JobProgress;

/**
 * Work on a file that is not answered at once; the batch it becomes has its id.
 *
 * @param callerKey whose key handed it in
 * @param stop what a person is asked, null where nobody is
 * @param confirmation what a person has said, null where nobody has
 */
public record FeedJob(
        Job job,
        String department,
        UUID callerKey,
        String sha256,
        FeedOrder order,
        @Nullable FullFeedStop stop,
        @Nullable FeedConfirmation confirmation) {
    /** Its id. */
    public UUID id() {
        return job.id();
    }

    /** Where it is. */
    public JobProgress.State state() {
        return job.progress().state();
    }
}
