package org.xinheng.impact;

/** Port: background work yields to requests that somebody waits for. */
@FunctionalInterface
public interface RequestPriority {
    /** Waits a little while a request is being answered, never for long. */
    void yieldToRequests();
}
