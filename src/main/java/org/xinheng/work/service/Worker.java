package org.xinheng.work.service;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.xinheng.work.DaemonThreads;
import org.xinheng.work.Job;
import org.xinheng.work.JobLost;
import org.xinheng.work.JobRunner;
import org.xinheng.work.Jobs;
import org.xinheng.work.Loop;

/**
 * The one thread of a node that does the jobs of a kind. While it works, its claim is renewed, so that a job passes to
 * another worker only when this one is dead.
 */
final class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class);

    /** Jobs that others have asked for are found at the latest after this. */
    private static final Duration LOOKS_EVERY = Duration.ofMillis(500);

    private static final long RENEWS_EVERY_MILLIS = 3000;

    /** A job that was begun so often and never came to its end takes its worker down; it is not begun again. */
    private static final int ATTEMPTS_MAX = 3;

    private final Jobs jobs;
    private final JobRunner runner;
    private final ScheduledExecutorService renewals;
    private final Loop loop;

    /** @param renewals what renews the claims while it works */
    Worker(Jobs jobs, JobRunner runner, ScheduledExecutorService renewals) {
        this.jobs = jobs;
        this.runner = runner;
        this.renewals = renewals;
        this.loop = new Loop(threads(runner), LOOKS_EVERY, this::workOff);
    }

    private static ThreadFactory threads(JobRunner runner) {
        String name = "work-" + runner.kind().name().toLowerCase(Locale.ROOT);
        return runner.lowPriority()
                ? work -> DaemonThreads.quiet(name).newThread(() -> {
                    LowPriority.thisThread();
                    work.run();
                })
                : DaemonThreads.named(name);
    }

    void start() {
        loop.start();
    }

    /** There may be a job. */
    void wake() {
        loop.wake();
    }

    /** What it is at falls to another worker, or to the next start. */
    void stop() {
        loop.stopNow();
    }

    private void workOff() {
        Optional<Job> job = jobs.claim(runner.kind(), runner.parameters());
        while (job.isPresent() && !loop.stopping()) {
            run(job.get());
            job = jobs.claim(runner.kind(), runner.parameters());
        }
    }

    private void run(Job job) {
        ScheduledFuture<?> renewal = renewals.scheduleAtFixedRate(
                () -> renew(job), RENEWS_EVERY_MILLIS, RENEWS_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        try {
            if (job.attempts() > ATTEMPTS_MAX) {
                runner.giveUp(job);
            } else {
                runner.run(job);
            }
        } catch (JobLost lost) {
            LOG.debug(lost.getMessage());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            failed(job, failed);
        } finally {
            renewal.cancel(false);
        }
    }

    private void failed(Job job, Throwable failure) {
        if (runner.retriesAfter(failure)) {
            LOG.warnf(
                    failure,
                    "%s %s failed at attempt %d of %d: begun again when its claim has run out",
                    job.kind(),
                    job.id(),
                    job.attempts(),
                    ATTEMPTS_MAX);
            return;
        }
        LOG.errorf(failure, "%s %s about %s failed", job.kind(), job.id(), job.subject());
        if (!loop.stopping()) {
            runner.giveUp(job);
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
}
