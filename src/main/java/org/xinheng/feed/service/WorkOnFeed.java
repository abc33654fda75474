package org.xinheng.feed.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Role;
import org.xinheng.feed.FeedFile;
import org.xinheng.feed.FeedFiles;
import org.xinheng.feed.FeedJob;
import org.xinheng.feed.FeedJobs;
import org.xinheng.feed.TextEncoding;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.work.JobLost;
import org.xinheng.work.JobProgress;
import org.xinheng.work.Jobs;

/**
 * Judges a queued file. Its batch and the end of its job are one transaction: a job that was killed, or has fallen to
 * another worker, leaves nothing behind.
 */
@ApplicationScoped
public class WorkOnFeed {
    private final EnterFeed enterFeed;
    private final Jobs jobs;
    private final FeedJobs feedJobs;
    private final FeedFiles files;
    private final AuditTrail auditTrail;
    private final Clock clock;

    WorkOnFeed(EnterFeed enterFeed, Jobs jobs, FeedJobs feedJobs, FeedFiles files, AuditTrail auditTrail, Clock clock) {
        this.enterFeed = enterFeed;
        this.jobs = jobs;
        this.feedJobs = feedJobs;
        this.files = files;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Does the job to its end, or to the question that a person must answer.
     *
     * @throws Refusal where the file cannot be read on; nothing is kept then
     * @throws JobLost where another worker holds it; nothing is kept then
     */
    @Transactional
    public void work(FeedJob job) {
        FeedFile file = files.find(job.id()).orElseThrow(() -> Refusal.of(ErrorCode.BATCH_FILE_GONE));
        EnterFeed.Judged judged = enterFeed.enter(
                caller(job),
                job.order(),
                file,
                job.id(),
                job.confirmation(),
                (percent, stage) -> jobs.report(job.job(), percent, stage));
        if (judged instanceof EnterFeed.Judged.Stopped stopped) {
            auditTrail.record(AuditEntry.of(
                    clock.instant(),
                    AuditKind.FEED_STOPPED,
                    job.callerKey(),
                    job.department(),
                    job.id().toString()));
            JobLost.unless(feedJobs.stop(job, stopped.stop()), job.job());
        } else {
            JobLost.unless(jobs.close(job.job(), JobProgress.State.DONE), job.job());
        }
    }

    /** Closes a job whose file cannot be read on: its batch is refused, and its report says why. */
    @Transactional
    public void refuse(FeedJob job, Refusal refusal) {
        TextEncoding encoding =
                files.find(job.id()).map(file -> file.encoding()).orElse(TextEncoding.UTF_8);
        enterFeed.refuse(caller(job), job.order(), new EnterFeed.Origin(job.id(), job.sha256(), encoding), refusal);
        JobLost.unless(jobs.close(job.job(), JobProgress.State.DONE), job.job());
    }

    /** Closes a job that was begun several times and never came to its end. */
    @Transactional
    public void giveUp(FeedJob job) {
        refuse(job, Refusal.of(ErrorCode.BATCH_FAILED));
    }

    /** Lets go of files whose time is over. */
    public void forgetFiles(Duration stored) {
        files.forget(clock.instant().minus(stored));
    }

    private static Caller caller(FeedJob job) {
        return new Caller(job.callerKey(), job.department(), Set.of(Role.INITIATING_DEPARTMENT));
    }
}
