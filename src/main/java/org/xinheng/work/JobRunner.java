package org.xinheng.work;

import org.jspecify.annotations.Nullable;

/**
 * Does the jobs of one kind, on a thread a node of its own, beside the serving of requests. It keeps its result and closes
 * the job in one transaction; a job that has fallen to another worker leaves nothing behind.
 */
public interface JobRunner {
    /** The kind it does. */
    JobKind kind();

    /** Parameters that a job must have to be done on this node; null for any. */
    default @Nullable String parameters() {
        return null;
    }

    /** Whether its thread stands behind those that answer requests. */
    default boolean lowPriority() {
        return true;
    }

    /**
     * Does the job to the end.
     *
     * @throws JobLost where another worker holds it
     */
    void run(Job job);

    /** Whether a job that failed so is begun again when its claim has run out; otherwise it is given up. */
    boolean retriesAfter(Throwable failure);

    /** Keeps on record that the job never came to its end, and closes it. */
    void giveUp(Job job);
}
