package org.xinheng.task;

import java.time.Duration;

/** How long to wait before the next attempt: twice as long each time, up to a quarter of an hour. */
public final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int DOUBLINGS_MAX = 20;

    private Backoff() {}

    /**
     * The wait after a failure.
     *
     * @param failed attempts that have failed, 1 or more
     */
    public static Duration after(int failed) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(DOUBLINGS_MAX, failed - 1));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
