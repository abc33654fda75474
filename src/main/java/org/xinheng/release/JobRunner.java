package org.xinheng.release;

/**
 * Does the jobs of one kind, on a thread a node of its own, beside the serving of decisions. It keeps its result and closes
 * the job in one transaction; a job that has fallen to another worker leaves nothing behind.
 */
public interface JobRunner {
    /** The kind it does. */
    JobKind kind();

    /** Does the job to the end. */
    void run(Job job);

    /** Keeps on record that the job was begun several times and never came to its end, and closes it. */
    void giveUp(Job job);
}
