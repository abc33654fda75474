package org.xinheng.app.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.xinheng.feed.FeedJob;
import org.xinheng.feed.FeedJobs;
import org.xinheng.feed.service.WorkOnFeed;
import org.xinheng.kernel.Refusal;
import org.xinheng.work.Job;
import org.xinheng.work.JobKind;
import org.xinheng.work.JobRunner;

/** Does the jobs of feeds: large files, and those whose departments would rather not wait. */
@ApplicationScoped
class FeedRunner implements JobRunner {
    private static final Duration LONGEST = Duration.ofHours(4);

    private final FeedJobs jobs;
    private final WorkOnFeed workOnFeed;

    FeedRunner(FeedJobs jobs, WorkOnFeed workOnFeed) {
        this.jobs = jobs;
        this.workOnFeed = workOnFeed;
    }

    @Override
    public JobKind kind() {
        return JobKind.FEED;
    }

    /** A department waits for its report. */
    @Override
    public boolean lowPriority() {
        return false;
    }

    @Override
    public void run(Job job) {
        FeedJob feed = jobs.of(job);
        try {
            QuarkusTransaction.requiringNew().timeout((int) LONGEST.toSeconds()).run(() -> workOnFeed.work(feed));
        } catch (Refusal refusal) {
            workOnFeed.refuse(feed, refusal);
        }
    }

    @Override
    public boolean retriesAfter(Throwable failure) {
        return true;
    }

    @Override
    public void giveUp(Job job) {
        workOnFeed.giveUp(jobs.of(job));
    }
}
