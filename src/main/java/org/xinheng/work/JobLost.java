package org.xinheng.work;

/** Another worker holds the job now, and its result will count. */
public final class JobLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private JobLost(Job job) {
        super("another worker holds job " + job.id());
    }

    /**
     * Demands a job.
     *
     * @param held whether it is still held under the claim that it names
     * @throws JobLost where it is not
     */
    public static void unless(boolean held, Job job) {
        if (!held) {
            throw new JobLost(job);
        }
    }
}
