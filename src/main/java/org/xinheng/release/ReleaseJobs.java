package org.xinheng.release;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Port: the queue of jobs, shared by all nodes. A claim lasts a short while and is renewed by {@link #renew} and
 * {@link #tell}; when its holder is killed the job falls to another worker.
 */
public interface ReleaseJobs {
    /** Asks for a job; where one of this kind is open for the release, that one stands. */
    void ask(UUID releaseId, JobKind kind, @Nullable String parameters, Instant at);

    /**
     * Claims the oldest job of a kind that nobody works on.
     *
     * @param rules hash of the rules of the worker's build: a job of the gate names those that its release was handed in
     *     with, and is left to a worker that has them
     */
    Optional<Job> claim(String worker, JobKind kind, String rules);

    /** Renews the claim; false when the job has fallen to another worker. */
    boolean renew(Job job);

    /** Tells how far the job is; false when it has fallen to another worker. */
    boolean tell(Job job, int percent, String stage);

    /**
     * Closes the job inside the running transaction, so that its result and its end are one.
     *
     * @return false when it has fallen to another worker, whose result will count: roll back
     */
    boolean close(Job job, JobProgress.State end);

    /** The newest job of this kind. */
    Optional<JobProgress> newest(UUID releaseId, JobKind kind);
}
