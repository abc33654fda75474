package org.xinheng.release.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xinheng.release.Actor;
import org.xinheng.release.Tenure;
import org.xinheng.release.gate.GateReport;
import org.xinheng.work.JobProgress;

/** Issue 3, item 6: the state of a release is what its dated events make of it. */
class ReleaseLifeTest {
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Actor APPROVER = new Actor(new UUID(9, 9), null, "WH-XYB");

    private final List<Opening> openings = new ArrayList<>();
    private final List<Withdrawal> withdrawals = new ArrayList<>();

    @Test
    void what_is_at_the_gate_is_being_checked_and_then_refused_or_a_draft() {
        open(FIRST, DAY.minusDays(9));
        assertThat(state(SECOND, null, running())).isEqualTo(new ReleaseState.BeingChecked(45, "MEANING"));
        assertThat(state(SECOND, check(2), done())).isEqualTo(new ReleaseState.RefusedByGate(2));
        assertThat(state(SECOND, check(0), done())).isEqualTo(new ReleaseState.Unapproved());
        assertThat(state(SECOND, check(2), running())).isInstanceOf(ReleaseState.BeingChecked.class);
    }

    @Test
    void an_approved_release_becomes_law_on_its_day_by_itself() {
        open(FIRST, DAY.minusDays(9));
        open(SECOND, DAY.plusDays(5));
        assertThat(life(SECOND).stateOn(DAY)).isEqualTo(new ReleaseState.Approved(DAY.plusDays(5)));
        assertThat(life(FIRST).stateOn(DAY)).isEqualTo(new ReleaseState.InForce(DAY.minusDays(9)));
        assertThat(life(SECOND).stateOn(DAY.plusDays(5))).isEqualTo(new ReleaseState.InForce(DAY.plusDays(5)));
        assertThat(life(FIRST).stateOn(DAY.plusDays(5))).isEqualTo(new ReleaseState.Superseded(DAY.minusDays(9)));
    }

    @Test
    void what_is_taken_back_is_withdrawn_and_the_one_before_it_serves_again() {
        open(FIRST, DAY.minusDays(9));
        long taken = open(SECOND, DAY.minusDays(1));
        assertThat(life(SECOND).predecessor(DAY)).contains(FIRST);
        open(FIRST, DAY);
        withdraw(SECOND, taken);
        assertThat(life(SECOND).stateOn(DAY)).isEqualTo(new ReleaseState.Withdrawn(DAY, "why"));
        assertThat(life(FIRST).stateOn(DAY)).isEqualTo(new ReleaseState.InForce(DAY));
        assertThat(life(FIRST).predecessor(DAY))
                .as("the one taken back does not come back")
                .isEmpty();
    }

    @Test
    void two_rollbacks_go_back_two_releases() {
        open(FIRST, DAY.minusDays(9));
        open(SECOND, DAY.minusDays(5));
        long third = open(THIRD, DAY.minusDays(1));
        open(SECOND, DAY);
        withdraw(THIRD, third);
        assertThat(life(SECOND).predecessor(DAY)).contains(FIRST);
    }

    @Test
    void a_release_taken_back_before_its_day_never_was_law() {
        open(FIRST, DAY.minusDays(9));
        openings.add(opening(SECOND, DAY.plusDays(5), true));
        withdraw(SECOND, openings.size());
        assertThat(life(SECOND).stateOn(DAY)).isEqualTo(new ReleaseState.Withdrawn(DAY, "why"));
        assertThat(life(SECOND).pending(DAY)).isEmpty();
        assertThat(life(FIRST).stateOn(DAY.plusDays(6))).isInstanceOf(ReleaseState.InForce.class);
    }

    @Test
    void activation_at_once_replaces_the_day_that_was_approved() {
        open(FIRST, DAY.minusDays(9));
        openings.add(opening(SECOND, DAY.plusDays(5), true));
        open(SECOND, DAY);
        assertThat(life(SECOND).stateOn(DAY)).isEqualTo(new ReleaseState.InForce(DAY));
        assertThat(life(SECOND).pending(DAY)).isEmpty();
    }

    @Test
    void a_release_taken_back_can_be_approved_again() {
        open(FIRST, DAY.minusDays(9));
        long taken = open(SECOND, DAY.minusDays(1));
        open(FIRST, DAY);
        withdraw(SECOND, taken);
        open(SECOND, DAY.plusDays(1));
        assertThat(life(SECOND).stateOn(DAY)).isEqualTo(new ReleaseState.Approved(DAY.plusDays(1)));
    }

    @Test
    void approvals_count_together_for_one_day_one_check_and_one_round() {
        List<Approval> approvals = List.of(
                approval(1, DAY, true),
                approval(1, DAY, false),
                approval(2, DAY, false),
                approval(2, DAY.plusDays(1), false));
        ReleaseLife life = new ReleaseLife(SECOND, check(0), done(), null, approvals, openings, withdrawals);
        assertThat(life.standingApprovals(DAY)).containsExactly(approvals.get(2));
    }

    @Test
    void two_keys_of_one_person_are_one_person() {
        Actor one = new Actor(new UUID(1, 1), "张三", "WH-XYB");
        assertThat(one.samePersonAs(new Actor(new UUID(1, 2), "张三", "WH-XYB"))).isTrue();
        assertThat(one.samePersonAs(new Actor(new UUID(1, 2), "李四", "WH-XYB"))).isFalse();
        assertThat(APPROVER.samePersonAs(new Actor(new UUID(1, 2), null, "WH-XYB")))
                .isFalse();
        assertThat(APPROVER.samePersonAs(APPROVER)).isTrue();
    }

    @Test
    void a_second_approver_is_needed_above_the_share_and_where_nobody_has_counted_and_not_at_it() {
        FourEyes fourEyes = new FourEyes(new BigDecimal("0.05"));
        assertThat(fourEyes.approversNeeded(null)).isEqualTo(2);
        assertThat(fourEyes.approversNeeded(new BigDecimal("0.050"))).isEqualTo(1);
        assertThat(fourEyes.approversNeeded(new BigDecimal("0.0501"))).isEqualTo(2);
    }

    private long open(UUID release, LocalDate from) {
        openings.add(opening(release, from, false));
        return openings.size();
    }

    private Opening opening(UUID release, LocalDate from, boolean calledOff) {
        return new Opening(
                openings.size() + 1L,
                new Tenure(release, from, Instant.EPOCH),
                Opening.Step.APPROVAL,
                APPROVER,
                "why",
                calledOff ? Instant.EPOCH : null);
    }

    private void withdraw(UUID release, long tenure) {
        // 17:00 of the day before in UTC is the day itself in Asia/Shanghai
        withdrawals.add(new Withdrawal(release, tenure, null, "why", Instant.parse("2026-11-23T17:00:00Z"), APPROVER));
    }

    private ReleaseLife life(UUID release) {
        return new ReleaseLife(release, check(0), done(), null, List.of(), openings, withdrawals);
    }

    private ReleaseState state(UUID release, GateReport.Summary check, JobProgress gate) {
        return new ReleaseLife(release, check, gate, null, List.of(), openings, withdrawals).stateOn(DAY);
    }

    private static GateReport.Summary check(int errors) {
        return new GateReport.Summary(2, DAY, Instant.EPOCH, "test", errors, 0, 0, 1);
    }

    private static JobProgress running() {
        return new JobProgress(JobProgress.State.RUNNING, 45, "MEANING");
    }

    private static JobProgress done() {
        return new JobProgress(JobProgress.State.DONE, 100, "DONE");
    }

    private static Approval approval(int check, LocalDate from, boolean completes) {
        return new Approval(SECOND, check, "00", from, 2, null, completes, "why", Instant.EPOCH, APPROVER);
    }
}
