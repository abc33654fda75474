package org.xinheng.work.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xinheng.testing.TestDatabase;
import org.xinheng.work.Job;
import org.xinheng.work.JobKind;
import org.xinheng.work.JobLost;
import org.xinheng.work.JobProgress;
import org.xinheng.work.JobRunner;
import org.xinheng.work.Jobs;

/**
 * The queue that all nodes share, and the workers that do its jobs. The jobs here name parameters that no other worker has,
 * so that those of the running service leave them alone.
 */
@QuarkusTest
class QueueServiceTest {
    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final String RAN_OUT =
            "update job set claimed_until = now() - interval '1 second' where id = ? returning id";

    @Inject
    Jobs jobs;

    @Inject
    TestDatabase database;

    private final String mine = UUID.randomUUID().toString();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final List<Workers> nodes = new CopyOnWriteArrayList<>();

    @AfterEach
    void everyNodeStops() {
        nodes.forEach(node -> node.stop(new ShutdownEvent()));
    }

    @Test
    void of_a_kind_and_a_subject_one_job_is_open_at_a_time() {
        Job first = asked();
        Job again = Job.about(first.subjectId(), JobKind.GATE, mine, Instant.now());
        assertThat(jobs.ask(again)).isEqualTo(first.id());
        jobs.close(claimed(), JobProgress.State.DONE);
        assertThat(jobs.ask(again)).isEqualTo(again.id());
        jobs.close(claimed(), JobProgress.State.FAILED);
    }

    @Test
    void the_oldest_is_claimed_first_and_by_one_worker_alone() {
        Job first = asked();
        Job second = asked();
        assertThat(claimed().id()).isEqualTo(first.id());
        assertThat(claimed().id()).isEqualTo(second.id());
        assertThat(jobs.claim(JobKind.GATE, mine)).isEmpty();
    }

    @Test
    void a_job_falls_to_another_worker_when_its_claim_has_run_out_and_the_first_can_do_nothing_more_with_it() {
        asked();
        Job dead = claimed();
        database.column(RAN_OUT, dead.id());
        Job alive = claimed();
        assertThat(alive.id()).isEqualTo(dead.id());
        assertThat(alive.attempts()).isEqualTo(2);
        assertThat(jobs.renew(dead)).isFalse();
        assertThat(jobs.report(dead, 50, "LATE")).isFalse();
        assertThat(jobs.close(dead, JobProgress.State.DONE)).isFalse();
        assertThatThrownBy(() -> JobLost.unless(jobs.awaitConfirmation(dead, mine), dead))
                .isInstanceOf(JobLost.class);
        assertThat(jobs.close(alive, JobProgress.State.DONE)).isTrue();
    }

    @Test
    void a_claim_that_is_renewed_or_reported_on_does_not_run_out() {
        asked();
        Job held = claimed();
        for (Predicate<Job> step : List.<Predicate<Job>>of(jobs::renew, job -> jobs.report(job, 50, "HALF"))) {
            database.column(RAN_OUT, held.id());
            assertThat(step.test(held)).isTrue();
            assertThat(jobs.claim(JobKind.GATE, mine)).isEmpty();
        }
        assertThat(jobs.find(held.id()).orElseThrow().progress())
                .isEqualTo(new JobProgress(JobProgress.State.RUNNING, 50, "HALF"));
    }

    @Test
    void how_far_it_is_can_be_read_before_its_transaction_ends() {
        asked();
        Job held = claimed();
        QuarkusTransaction.begin();
        try {
            jobs.report(held, 30, "READING");
        } finally {
            QuarkusTransaction.rollback();
        }
        assertThat(jobs.newest(held.subjectId(), JobKind.GATE).orElseThrow().percent())
                .isEqualTo(30);
    }

    @Test
    void a_job_that_awaits_a_person_is_nobodys_until_they_confirm_and_is_begun_anew_then() {
        asked();
        Job held = claimed();
        assertThat(jobs.settle(held.id(), JobProgress.State.WAITING, mine)).isFalse();
        assertThat(jobs.awaitConfirmation(held, mine)).isTrue();
        assertThat(jobs.claim(JobKind.GATE, mine)).isEmpty();
        assertThat(jobs.settle(held.id(), JobProgress.State.WAITING, mine)).isTrue();
        assertThat(jobs.settle(held.id(), JobProgress.State.DONE, null)).isFalse();
        assertThat(claimed().attempts()).isEqualTo(1);
    }

    @Test
    void what_a_killed_worker_held_is_done_by_another_node() {
        Job job = asked();
        database.column(RAN_OUT, claimed().id());
        node(held -> jobs.close(held, JobProgress.State.DONE), failure -> false);
        await().atMost(WITHIN).until(() -> state(job) == JobProgress.State.DONE);
    }

    @Test
    void a_job_that_was_begun_three_times_is_given_up() {
        Job job = asked();
        for (int attempt = 1; attempt <= 3; attempt++) {
            database.column(RAN_OUT, claimed().id());
        }
        node(held -> done.add("begun a fourth time"), failure -> true);
        await().atMost(WITHIN).until(() -> state(job) == JobProgress.State.FAILED);
        assertThat(done).containsExactly("given up");
    }

    @Test
    void a_failure_gives_the_job_up_at_once_unless_it_may_be_tried_again() {
        Job job = asked();
        var retried = new AtomicReference<Job>();
        node(
                held -> {
                    retried.set(held);
                    throw new IllegalStateException(held.attempts() == 1 ? "killed" : "broken");
                },
                failure -> String.valueOf(failure.getMessage()).equals("killed"));
        await().atMost(WITHIN).until(() -> retried.get() != null);
        assertThat(state(job)).isEqualTo(JobProgress.State.RUNNING);
        database.column(RAN_OUT, job.id());
        await().atMost(WITHIN).until(() -> state(job) == JobProgress.State.FAILED);
        assertThat(done).containsExactly("given up");
    }

    @Test
    void whoever_lost_a_job_leaves_it_to_the_other_and_goes_on_with_the_next() {
        asked();
        asked();
        node(
                held -> {
                    if (done.isEmpty()) {
                        database.column(RAN_OUT, held.id());
                        done.add("taken over at attempt " + claimed().attempts());
                        JobLost.unless(jobs.renew(held), held);
                    }
                    done.add("the next one");
                    jobs.close(held, JobProgress.State.DONE);
                },
                failure -> false);
        await().atMost(WITHIN).until(() -> done.size() >= 2);
        assertThat(done).containsExactly("taken over at attempt 2", "the next one");
    }

    @Test
    void the_claim_is_renewed_as_long_as_the_work_lasts() {
        Job job = asked();
        node(
                held -> {
                    String until = claimedUntil(held);
                    await().atMost(WITHIN).until(() -> !claimedUntil(held).equals(until));
                    jobs.close(held, JobProgress.State.DONE);
                },
                failure -> false);
        await().atMost(WITHIN).until(() -> state(job) == JobProgress.State.DONE);
    }

    private Job asked() {
        Job job = Job.about(UUID.randomUUID(), JobKind.GATE, mine, Instant.now());
        jobs.ask(job);
        return job;
    }

    private Job claimed() {
        return jobs.claim(JobKind.GATE, mine).orElseThrow();
    }

    private JobProgress.State state(Job job) {
        return jobs.find(job.id()).orElseThrow().progress().state();
    }

    private String claimedUntil(Job job) {
        return database.column("select claimed_until from job where id = ?", job.id())
                .get(0);
    }

    private interface Work {
        void run(Job job);
    }

    /** A node whose worker does the jobs of this test. */
    private void node(Work work, Predicate<Throwable> retries) {
        Workers workers = new Workers(jobs, List.of(new JobRunner() {
            @Override
            public JobKind kind() {
                return JobKind.GATE;
            }

            @Override
            public String parameters() {
                return mine;
            }

            @Override
            public boolean lowPriority() {
                return false;
            }

            @Override
            public void run(Job job) {
                work.run(job);
            }

            @Override
            public boolean retriesAfter(Throwable failure) {
                return retries.test(failure);
            }

            @Override
            public void giveUp(Job job) {
                done.add("given up");
                jobs.close(job, JobProgress.State.FAILED);
            }
        }));
        nodes.add(workers);
        workers.start();
    }
}
