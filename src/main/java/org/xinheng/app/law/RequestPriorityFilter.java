package org.xinheng.app.law;

import jakarta.inject.Singleton;
import java.util.concurrent.locks.LockSupport;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.xinheng.impact.RequestPriority;

/** Notes when a request arrives, so that background work yields while it is being answered. */
@Singleton
public class RequestPriorityFilter implements RequestPriority {
    /** As long as a decision mostly takes. */
    private static final long ANSWERED_AFTER_NANOS = 3_000_000;

    private static final long STEP_NANOS = 500_000;
    /** After so many steps the background goes on by one question even under a steady load. */
    private static final int STEPS_MAX = 6;

    private volatile long lastRequestNanos = System.nanoTime() - ANSWERED_AFTER_NANOS;

    /** A request comes in. */
    @ServerRequestFilter(priority = 0)
    public void requestArrived() {
        lastRequestNanos = System.nanoTime();
    }

    @Override
    public void yieldToRequests() {
        for (int step = 0; step < STEPS_MAX && System.nanoTime() - lastRequestNanos < ANSWERED_AFTER_NANOS; step++) {
            LockSupport.parkNanos(STEP_NANOS);
        }
    }
}
