package org.xinheng.work;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Port: the queue of jobs, shared by all nodes. A claim lasts a short while and is renewed by {@link #renew} and
 * {@link #report}; when its holder is killed the job falls to another worker.
 */
public interface Jobs {
    /**
     * Asks for a job; where one of its kind about the same subject is open, that one stands.
     *
     * @return id of the one that stands
     */
    UUID ask(Job job);

    /**
     * Claims the oldest job of a kind that nobody works on.
     *
     * @param parameters which it must have; null for any
     */
    Optional<Job> claim(JobKind kind, @Nullable String parameters);

    /** Renews the claim; false when the job has fallen to another worker. */
    boolean renew(Job job);

    /**
     * Reports how far the job is, at once and whatever becomes of the running transaction; false when it has fallen to
     * another worker.
     */
    boolean report(Job job, int percent, String stage);

    /**
     * Closes the job inside the running transaction, so that its result and its end are one.
     *
     * @return false when it has fallen to another worker, whose result will count: roll back
     */
    boolean close(Job job, JobProgress.State end);

    /**
     * It goes on when a person confirms it; false when it has fallen to another worker.
     *
     * @param parameters it has from now on
     */
    boolean awaitConfirmation(Job job, String parameters);

    /**
     * A person has answered: it waits again, or is closed; false when it does not wait for a person.
     *
     * @param parameters it has from now on
     */
    boolean settle(UUID id, JobProgress.State next, @Nullable String parameters);

    /** A job by its id. */
    Optional<Job> find(UUID id);

    /** How far the newest job of this kind is. */
    Optional<JobProgress> newest(UUID subject, JobKind kind);
}
