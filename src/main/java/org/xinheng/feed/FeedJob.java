package org.xinheng.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work on a file that is not answered at once; the batch it becomes has its id.
 *
 * @param callerKey whose key handed it in
 * @param stop what a person is asked, null where nobody is
 * @param confirmation what a person has said, null where nobody has
 * @param attempts how often it was begun
 * @param claim under which a worker holds it, null where nobody does
 */
public record FeedJob(
        UUID id,
        String department,
        UUID callerKey,
        String sha256,
        FeedOrder order,
        State state,
        int percent,
        String stage,
        @Nullable FullFeedStop stop,
        @Nullable FeedConfirmation confirmation,
        int attempts,
        @Nullable UUID claim,
        Instant createdAt) {
    /** Where it is. */
    public enum State {
        WAITING,
        RUNNING,
        AWAITING_CONFIRMATION,
        DONE
    }
}
