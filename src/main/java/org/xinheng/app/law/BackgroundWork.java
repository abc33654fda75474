package org.xinheng.app.law;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.xinheng.release.JobRunner;
import org.xinheng.release.ReleaseJobs;
import org.xinheng.release.RulesOfLaw;

/**
 * The work of a node on releases, beside the serving of decisions: one thread for each kind of job, so that no draft waits
 * for its check while an impact is counted.
 */
@Singleton
public class BackgroundWork {
    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor(
            work -> JobThread.thread(work, "release-claims", Thread.NORM_PRIORITY));
    private final List<JobThread> threads;

    @Inject
    BackgroundWork(ReleaseJobs jobs, RulesOfLaw rulesOfLaw, @Any Instance<JobRunner> runners) {
        this(jobs, rulesOfLaw, runners.stream().toList());
    }

    BackgroundWork(ReleaseJobs jobs, RulesOfLaw rulesOfLaw, List<JobRunner> runners) {
        String worker = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
        threads = runners.stream()
                .map(runner -> new JobThread(worker, jobs, rulesOfLaw, runner, renewals))
                .toList();
    }

    /** Begins to look for jobs. */
    public void start() {
        threads.forEach(JobThread::start);
    }

    /** There may be a job: looks at once. */
    public void wake() {
        threads.forEach(JobThread::wake);
    }

    void stop(@Observes ShutdownEvent stopping) {
        renewals.shutdownNow();
        threads.forEach(JobThread::stop);
    }
}
