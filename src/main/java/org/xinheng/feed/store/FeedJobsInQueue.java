package org.xinheng.feed.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.Caller;
import org.xinheng.feed.FeedConfirmation;
import org.xinheng.feed.FeedJob;
import org.xinheng.feed.FeedJobs;
import org.xinheng.feed.FeedOrder;
import org.xinheng.feed.FullFeedStop;
import org.xinheng.sql.store.StoredJson;
import org.xinheng.work.Job;
import org.xinheng.work.JobKind;
import org.xinheng.work.JobProgress;
import org.xinheng.work.Jobs;

/** {@link FeedJobs} in the queue that all work shares; what the work on a file is stands in its parameters as JSON. */
@ApplicationScoped
class FeedJobsInQueue implements FeedJobs {
    private final Jobs jobs;
    private final StoredJson json;

    FeedJobsInQueue(Jobs jobs, StoredJson json) {
        this.jobs = jobs;
        this.json = json;
    }

    private record Parameters(
            String department,
            UUID callerKey,
            String sha256,
            FeedOrder order,
            @Nullable FullFeedStop stop,
            @Nullable FeedConfirmation confirmation) {}

    @Override
    public UUID ask(Caller caller, UUID id, String sha256, FeedOrder order, @Nullable FullFeedStop stop, Instant at) {
        var parameters = new Parameters(caller.department(), caller.keyId(), sha256, order, stop, null);
        return jobs.ask(Job.asked(
                id,
                JobKind.FEED,
                String.join(" ", caller.department(), sha256, order.parameters()),
                json.write(parameters),
                stop == null ? JobProgress.State.WAITING : JobProgress.State.AWAITING_CONFIRMATION,
                at));
    }

    @Override
    public FeedJob of(Job job) {
        if (job.parameters() == null) {
            throw new IllegalStateException("the work on a file has its parameters");
        }
        Parameters stored = json.read(job.parameters(), Parameters.class);
        return new FeedJob(
                job,
                stored.department,
                stored.callerKey,
                stored.sha256,
                stored.order,
                stored.stop,
                stored.confirmation);
    }

    @Override
    public Optional<FeedJob> find(UUID id) {
        return jobs.find(id).filter(job -> job.kind() == JobKind.FEED).map(this::of);
    }

    @Override
    public boolean stop(FeedJob job, FullFeedStop stop) {
        return jobs.awaitConfirmation(job.job(), parameters(job, stop, job.confirmation()));
    }

    @Override
    public boolean confirm(FeedJob job, FeedConfirmation confirmation) {
        return jobs.settle(job.id(), JobProgress.State.WAITING, parameters(job, job.stop(), confirmation));
    }

    @Override
    public boolean abandon(FeedJob job) {
        return jobs.settle(job.id(), JobProgress.State.DONE, job.job().parameters());
    }

    private String parameters(FeedJob job, @Nullable FullFeedStop stop, @Nullable FeedConfirmation confirmation) {
        return json.write(
                new Parameters(job.department(), job.callerKey(), job.sha256(), job.order(), stop, confirmation));
    }
}
