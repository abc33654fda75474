package org.xinheng.task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a recall is looked at again. A decision that had read the entry before it was withdrawn may commit after the
 * recall was sent: most end within a moment, and none may take longer than a transaction is let live, one minute. The
 * last look comes after that.
 */
public final class RecallChecks {
    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(5), Duration.ofMinutes(2));

    private RecallChecks() {}

    /**
     * The look that follows, null after the last.
     *
     * @param look number of the one that was taken, 0 for the recall itself
     */
    public static TaskOutbox.@Nullable Look after(int look, Instant now) {
        return look < WAITS.size() ? new TaskOutbox.Look(look + 1, now.plus(WAITS.get(look))) : null;
    }
}
