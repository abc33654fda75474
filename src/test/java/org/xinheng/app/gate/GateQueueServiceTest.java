package org.xinheng.app.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Role;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.release.Releases;
import org.xinheng.release.RulesOfLaw;
import org.xinheng.release.Uploads;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.GateReport;
import org.xinheng.release.gate.GateReports;
import org.xinheng.release.service.KeepGateReport;
import org.xinheng.release.service.SubmitRelease;
import org.xinheng.testing.ReleaseBooks;
import org.xinheng.work.Job;
import org.xinheng.work.JobKind;
import org.xinheng.work.JobProgress;
import org.xinheng.work.Jobs;

/** Issue 3, item 1: a draft whose checker is killed in the middle is checked by another, once. */
@QuarkusTest
class GateQueueServiceTest {
    private static final String CUSTOMS = "memoranda/customs.xlsx";

    @Inject
    SubmitRelease submitRelease;

    @Inject
    Jobs jobs;

    @Inject
    GateReports gateReports;

    @Inject
    KeepGateReport keepGateReport;

    @Inject
    Releases releases;

    @Inject
    Uploads uploads;

    @Inject
    RulesOfLaw rulesOfLaw;

    @Inject
    Clock clock;

    @Test
    void what_a_killed_worker_held_falls_to_another_and_its_own_late_result_counts_for_nothing() {
        Job[] held = new Job[1];
        UUID id = QuarkusTransaction.requiringNew().call(() -> {
            UUID handedIn = submit();
            // claimed before anybody else can see it, by a worker that is never heard of again
            held[0] = jobs.claim(JobKind.GATE, rulesOfLaw.contentHash()).orElseThrow();
            return handedIn;
        });
        assertThat(held[0].subjectId()).isEqualTo(id);
        assertThat(gateReports.newestSummary(id)).isEmpty();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> gateReports.newestSummary(id).isPresent());
        assertThat(jobs.newest(id, JobKind.GATE)).contains(new JobProgress(JobProgress.State.DONE, 100, "DONE"));
        assertThat(jobs.renew(held[0])).isFalse();

        GateReport late = gateReports.newest(id).orElseThrow();
        keepGateReport.keep(held[0], late, JobProgress.State.DONE);
        assertThat(gateReports.newestSummary(id).orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void a_node_with_other_rules_leaves_the_job_to_one_that_can_vouch_for_it() {
        QuarkusTransaction.requiringNew().run(() -> {
            submit();
            assertThat(jobs.claim(JobKind.GATE, "other rules")).isEmpty();
        });
    }

    @Test
    void one_job_stands_however_often_it_is_asked_for() {
        QuarkusTransaction.begin();
        try {
            UUID id = submit();
            jobs.ask(Job.about(id, JobKind.GATE, rulesOfLaw.contentHash(), clock.instant()));
            assertThat(jobs.claim(JobKind.GATE, rulesOfLaw.contentHash())).isPresent();
            assertThat(jobs.claim(JobKind.GATE, rulesOfLaw.contentHash())).isEmpty();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void whoever_counts_impacts_leaves_the_drafts_to_others() {
        QuarkusTransaction.begin();
        try {
            UUID id = submit();
            assertThat(jobs.claim(JobKind.IMPACT, null)).isEmpty();
            jobs.ask(Job.about(id, JobKind.IMPACT, "", clock.instant().minusSeconds(60)));
            assertThat(jobs.claim(JobKind.GATE, rulesOfLaw.contentHash()))
                    .map(Job::kind)
                    .contains(JobKind.GATE);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void the_gate_tells_how_far_it_is_at_every_stage() {
        Job job = QuarkusTransaction.requiringNew().call(() -> {
            submit();
            return jobs.claim(JobKind.GATE, rulesOfLaw.contentHash()).orElseThrow();
        });
        List<String> reported = new ArrayList<>();
        Jobs listening = (Jobs) Proxy.newProxyInstance(
                Jobs.class.getClassLoader(), new Class<?>[] {Jobs.class}, (proxy, method, arguments) -> {
                    Object result = method.invoke(jobs, arguments);
                    JobProgress now = jobs.newest(job.subjectId(), JobKind.GATE).orElseThrow();
                    reported.add(now.percent() + " " + now.stage());
                    return result;
                });
        new GateRunner(releases, uploads, rulesOfLaw, listening, new InProcessGate(), keepGateReport, clock).run(job);
        assertThat(reported).containsExactly("5 READING", "45 MEANING", "60 COMPILING", "70 TESTING");
    }

    private UUID submit() {
        byte[] bytes = ReleaseBooks.variantOf(CUSTOMS, UUID.randomUUID().toString());
        LocalDate today = LocalDate.ofInstant(clock.instant(), BeijingTime.ZONE);
        return submitRelease
                .submit(
                        new Caller(UUID.randomUUID(), "WH-XYB", Set.of(Role.EDITOR)),
                        new SubmitRelease.Parcel(List.of(new Workbook(CUSTOMS, bytes)), Set.of(), today))
                .releaseId();
    }
}
