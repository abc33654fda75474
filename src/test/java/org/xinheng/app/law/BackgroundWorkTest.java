package org.xinheng.app.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.xinheng.release.Job;
import org.xinheng.release.JobKind;
import org.xinheng.release.JobRunner;
import org.xinheng.release.ReleaseJobs;
import org.xinheng.release.RulesOfLaw;

/** Issue 3, items 1 and 5: what a node does beside the serving of decisions. */
class BackgroundWorkTest {
    @Test
    void no_draft_waits_for_its_check_while_an_impact_is_counted() throws InterruptedException {
        var counting = new CountDownLatch(1);
        var checked = new CountDownLatch(1);
        var counted = new CountDownLatch(1);
        RulesOfLaw noRules = Map::of;
        var work = new BackgroundWork(
                oneOfEachKind(),
                noRules,
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
        work.start();
        try {
            assertThat(counted.await(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            work.stop(new io.quarkus.runtime.ShutdownEvent());
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
            public void giveUp(Job job) {
                throw new AssertionError("nothing failed");
            }
        };
    }

    /** A queue with an impact and a draft. */
    private static ReleaseJobs oneOfEachKind() {
        var left = Map.of(JobKind.IMPACT, new AtomicInteger(1), JobKind.GATE, new AtomicInteger(1));
        return (ReleaseJobs) Proxy.newProxyInstance(
                ReleaseJobs.class.getClassLoader(), new Class<?>[] {ReleaseJobs.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("claim")) {
                        return true;
                    }
                    JobKind kind = (JobKind) arguments[1];
                    return left.get(kind).getAndDecrement() == 1
                            ? Optional.of(new Job(UUID.randomUUID(), UUID.randomUUID(), kind, "", UUID.randomUUID(), 1))
                            : Optional.empty();
                });
    }
}
