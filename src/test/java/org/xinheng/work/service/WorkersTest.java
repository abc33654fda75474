package org.xinheng.work.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.xinheng.work.Job;
import org.xinheng.work.JobKind;
import org.xinheng.work.JobRunner;
import org.xinheng.work.Jobs;

/** Issue 3, items 1 and 5: what a node does beside the serving of decisions. */
class WorkersTest {
    @Test
    void no_draft_waits_for_its_check_while_an_impact_is_counted() throws InterruptedException {
        var counting = new CountDownLatch(1);
        var checked = new CountDownLatch(1);
        var counted = new CountDownLatch(1);
        var workers = new Workers(
                oneOfEachKind(),
                List.of(
                        runner(JobKind.IMPACT, () -> {
                            counting.countDown();
                            checked.await(); // as long as it takes
                            counted.countDown();
                        }),
                        runner(JobKind.GATE, () -> {
                            counting.await();
                            checked.countDown();
                        })));
        workers.start();
        try {
            assertThat(counted.await(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            workers.stop(new io.quarkus.runtime.ShutdownEvent());
        }
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private static JobRunner runner(JobKind kind, Work work) {
        return new JobRunner() {
            @Override
            public JobKind kind() {
                return kind;
            }

            @Override
            public void run(Job job) {
                try {
                    work.run();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public boolean retriesAfter(Throwable failure) {
                return false;
            }

            @Override
            public void giveUp(Job job) {
                throw new AssertionError("nothing failed");
            }
        };
    }

    /** A queue with an impact and a draft. */
    private static Jobs oneOfEachKind() {
        var left = Map.of(JobKind.IMPACT, new AtomicInteger(1), JobKind.GATE, new AtomicInteger(1));
        return (Jobs) Proxy.newProxyInstance(
                Jobs.class.getClassLoader(), new Class<?>[] {Jobs.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("claim")) {
                        return true;
                    }
                    JobKind kind = (JobKind) arguments[0];
                    return left.get(kind).getAndDecrement() == 1
                            ? Optional.of(Job.about(UUID.randomUUID(), kind, null, Instant.EPOCH))
                            : Optional.empty();
                });
    }
}
