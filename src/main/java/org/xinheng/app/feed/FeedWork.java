package org.xinheng.app.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.xinheng.feed.FeedJob;
import org.xinheng.feed.FeedJobs;
import org.xinheng.feed.service.WorkOnFeed;
import org.xinheng.kernel.Refusal;

/**
 * The one thread of a node that works on large feeds. It takes them from the queue that all nodes share; while it works, its
 * claim is renewed, so that a file passes to another worker only when this one is dead.
 */
@Singleton
public class FeedWork {
    private static final Logger LOG = Logger.getLogger(FeedWork.class);

    /** Files that others have queued are found at the latest after this. */
    private static final long LOOK_EVERY_MILLIS = 500;

    private static final long RENEW_EVERY_MILLIS = 3000;
    private static final int ATTEMPTS_MAX = 3;
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);

    private final FeedJobs jobs;
    private final WorkOnFeed workOnFeed;
    private final FeedAlarm feedAlarm;
    private final Clock clock;
    private final Duration keepFiles;
    private final ScheduledExecutorService renewals =
            Executors.newSingleThreadScheduledExecutor(work -> thread(work, "feed-claims"));
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = thread(this::work, "feed-work");
    private Instant tidied = Instant.EPOCH;

    FeedWork(
            FeedJobs jobs,
            WorkOnFeed workOnFeed,
            FeedAlarm feedAlarm,
            Clock clock,
            @ConfigProperty(name = "xinheng.feeds.keep-files") Duration keepFiles) {
        this.jobs = jobs;
        this.workOnFeed = workOnFeed;
        this.feedAlarm = feedAlarm;
        this.clock = clock;
        this.keepFiles = keepFiles;
    }

    /** Begins to look for files. */
    public void start() {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
        renewals.shutdownNow();
        thread.interrupt(); // what it is at falls to another worker, or to the next start
    }

    private void work() {
        try {
            do {
                round();
            } while (!stopping.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            Optional<FeedJob> job = jobs.claim();
            while (job.isPresent() && stopping.getCount() > 0) {
                run(job.get());
                job = jobs.claim();
            }
            tidy();
        } catch (RuntimeException failed) {
            if (stopping.getCount() > 0) {
                LOG.warnf("no feed can be worked on now: %s", failed.getMessage());
            }
        }
    }

    private void run(FeedJob job) {
        ScheduledFuture<?> renewal = renewals.scheduleAtFixedRate(
                () -> renew(job), RENEW_EVERY_MILLIS, RENEW_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        try {
            if (job.attempts() > ATTEMPTS_MAX) {
                workOnFeed.giveUp(job);
                return;
            }
            QuarkusTransaction.requiringNew().timeout((int) LONGEST.toSeconds()).run(() -> workOnFeed.work(job));
        } catch (Refusal refusal) {
            workOnFeed.refuse(job, refusal);
        } catch (WorkOnFeed.JobLost lost) {
            LOG.debugf("feed %s has fallen to another worker", job.id());
        } catch (RuntimeException | OutOfMemoryError failed) {
            // its claim runs out, and it is begun again until it was begun too often
            LOG.errorf(failed, "feed %s failed at attempt %d", job.id(), job.attempts());
        } finally {
            renewal.cancel(false);
        }
    }

    private void renew(FeedJob job) {
        try {
            if (!jobs.renew(job)) {
                LOG.debugf("feed %s is closed, or has fallen to another worker", job.id());
            }
        } catch (RuntimeException away) {
            LOG.warnf("the claim of feed %s is not renewed: %s", job.id(), away.getMessage());
        }
    }

    private void tidy() {
        Instant now = clock.instant();
        if (Duration.between(tidied, now).compareTo(TIDY_EVERY) > 0) {
            workOnFeed.forgetFiles(keepFiles);
            feedAlarm.look();
            tidied = now;
        }
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
