package org.xinheng.work.service;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.xinheng.work.DaemonThreads;
import org.xinheng.work.JobRunner;
import org.xinheng.work.Jobs;

/**
 * What a node does of the queue: one worker for each kind of job, so that no draft waits for its check while an impact is
 * counted.
 */
@Singleton
public class Workers {
    private final ScheduledExecutorService renewals =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("job-claims"));
    private final List<Worker> workers;

    @Inject
    Workers(Jobs jobs, @Any Instance<JobRunner> runners) {
        this(jobs, runners.stream().toList());
    }

    Workers(Jobs jobs, List<JobRunner> runners) {
        workers = runners.stream()
                .map(runner -> new Worker(jobs, runner, renewals))
                .toList();
    }

    /** Begins to look for jobs. */
    public void start() {
        workers.forEach(Worker::start);
    }

    /** There may be a job: looks at once. */
    public void wake() {
        workers.forEach(Worker::wake);
    }

    void stop(@Observes ShutdownEvent stopping) {
        renewals.shutdownNow();
        workers.forEach(Worker::stop);
    }
}
