package org.xinheng.app.law;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.xinheng.release.Job;
import org.xinheng.release.JobRunner;
import org.xinheng.release.ReleaseJobs;
import org.xinheng.release.RulesOfLaw;

/**
 * The one thread of a node that does the jobs of a kind, with the lowest priority. It takes them from the queue that all
 * nodes share; while it works, its claim is renewed, so that a job passes to another worker only when this one is dead.
 */
final class JobThread {
    private static final Logger LOG = Logger.getLogger(JobThread.class);

    /** Jobs that others have asked for are found at the latest after this. */
    private static final long LOOK_EVERY_MILLIS = 1000;

    private static final long RENEW_EVERY_MILLIS = 3000;

    /** A job that was begun so often and never came to its end takes its worker down; it is not begun again. */
    private static final int ATTEMPTS_MAX = 3;

    private final String worker;
    private final ReleaseJobs jobs;
    private final RulesOfLaw rulesOfLaw;
    private final JobRunner runner;
    private final ScheduledExecutorService renewals;
    private final Semaphore asked = new Semaphore(0);
    private volatile @Nullable Thread thread;

    /** @param renewals what renews the claims while the lane is at work */
    JobThread(
            String worker,
            ReleaseJobs jobs,
            RulesOfLaw rulesOfLaw,
            JobRunner runner,
            ScheduledExecutorService renewals) {
        this.worker = worker;
        this.jobs = jobs;
        this.rulesOfLaw = rulesOfLaw;
        this.runner = runner;
        this.renewals = renewals;
    }

    /** Begins to look for jobs. */
    void start() {
        Thread started = thread(
                this::work, "release-work-" + runner.kind().name().toLowerCase(Locale.ROOT), Thread.MIN_PRIORITY);
        thread = started;
        started.start();
    }

    /** There may be a job: looks at once. */
    void wake() {
        asked.release();
    }

    void stop() {
        Thread working = thread;
        thread = null;
        if (working != null) {
            working.interrupt(); // what it is at falls to another worker, or to the next start
        }
    }

    private void work() {
        LowPriority.thisThread();
        while (thread != null) {
            try {
                Optional<Job> job = jobs.claim(worker, runner.kind(), rulesOfLaw.contentHash());
                if (job.isPresent()) {
                    run(job.get());
                } else if (asked.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                    asked.drainPermits();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                rest(failed);
            }
        }
    }

    private void run(Job job) {
        ScheduledFuture<?> renewal = renewals.scheduleAtFixedRate(
                () -> renew(job), RENEW_EVERY_MILLIS, RENEW_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        try {
            if (job.attempts() > ATTEMPTS_MAX) {
                runner.giveUp(job);
            } else {
                runner.run(job);
            }
        } catch (GateEndedEarly ended) {
            LOG.warnf(
                    ended,
                    "%s of release %s, job %s, attempt %d of %d: taken up again when its claim has run out",
                    job.kind(),
                    job.releaseId(),
                    job.id(),
                    job.attempts(),
                    ATTEMPTS_MAX);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            LOG.errorf(failed, "%s of release %s failed, job %s", job.kind(), job.releaseId(), job.id());
            if (thread != null) {
                runner.giveUp(job);
            }
        } finally {
            renewal.cancel(false);
        }
    }

    private void renew(Job job) {
        try {
            if (!jobs.renew(job)) {
                LOG.debugf("job %s is closed, or has fallen to another worker", job.id());
            }
        } catch (RuntimeException away) {
            LOG.warnf("the claim of job %s is not renewed: %s", job.id(), away.getMessage());
        }
    }

    private void rest(RuntimeException failed) {
        if (thread == null) {
            return;
        }
        LOG.warnf("no job can be taken now: %s", failed.getMessage());
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // a wish that costs nothing where the system does not grant it
    static Thread thread(Runnable work, String name, int priority) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setPriority(priority);
        return thread;
    }
}
