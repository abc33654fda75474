package org.xinheng.release.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.release.Timeline;
import org.xinheng.release.gate.GateReport;
import org.xinheng.work.JobProgress;

/**
 * What has happened to a release so far.
 *
 * @param check what the newest report of the gate comes to
 * @param gate how far the gate is with it
 * @param impact how far the counting of its impact is
 * @param approvals its own, oldest first
 * @param openings those of all releases, in their order
 * @param withdrawals those of all releases, oldest first
 */
public record ReleaseLife(
        UUID releaseId,
        GateReport.@Nullable Summary check,
        @Nullable JobProgress gate,
        @Nullable JobProgress impact,
        List<Approval> approvals,
        List<Opening> openings,
        List<Withdrawal> withdrawals) {
    /** Where the release is in its life on a day. */
    public ReleaseState stateOn(LocalDate day) {
        Opening serving = serving(day).orElse(null);
        if (serving != null && serving.tenure().releaseId().equals(releaseId)) {
            return new ReleaseState.InForce(serving.tenure().effectiveFrom());
        }
        Opening last = lastOpening().orElse(null);
        if (last == null) {
            return beforeApproval();
        }
        Withdrawal withdrawal = withdrawals.stream()
                .filter(each -> each.tenureNumber() == last.number())
                .findFirst()
                .orElse(null);
        if (withdrawal != null) {
            return new ReleaseState.Withdrawn(BeijingTime.dayOf(withdrawal.at()), withdrawal.reason());
        }
        LocalDate from = last.tenure().effectiveFrom();
        return from.isAfter(day) ? new ReleaseState.Approved(from) : new ReleaseState.Superseded(from);
    }

    /** Whether the gate is at work, or has not begun, though nothing is known yet or somebody asked again. */
    public boolean atTheGate() {
        return check == null || (gate != null && gate.open());
    }

    /** Whether somebody has asked what it would change, and has no answer yet. */
    public boolean impactPending() {
        return impact != null && impact.open();
    }

    /** Its opening that lies ahead of a day. */
    public Optional<Opening> pending(LocalDate day) {
        return lastOpening()
                .filter(opening -> !opening.calledOff())
                .filter(opening -> opening.tenure().effectiveFrom().isAfter(day));
    }

    /** The openings of all releases that lie ahead of a day, in the order in which they will be law. */
    public List<Opening> ahead(LocalDate day) {
        return standing().stream()
                .filter(opening -> opening.tenure().effectiveFrom().isAfter(day))
                .sorted(Comparator.comparing(opening -> opening.tenure().effectiveFrom())) // stable
                .toList();
    }

    /** The opening that is law at the end of a day. */
    public Optional<Opening> serving(LocalDate day) {
        return inForce(standing(), day);
    }

    /** The opening of which somebody at a moment would have said that it is law at the end of a day. */
    public Optional<Opening> servingAsKnownAt(LocalDate day, Instant moment) {
        List<Opening> known = openings.stream()
                .filter(opening -> !opening.tenure().activatedAt().isAfter(moment))
                .filter(opening ->
                        opening.calledOffAt() == null || opening.calledOffAt().isAfter(moment))
                .toList();
        return inForce(known, day);
    }

    private static Optional<Opening> inForce(List<Opening> opened, LocalDate day) {
        return Timeline.begun(opened, Opening::tenure, day).stream().reduce((one, later) -> later);
    }

    /**
     * The release that served before the one that serves on a day, and was not taken back itself: a rollback goes back to
     * it.
     */
    public Optional<UUID> predecessor(LocalDate day) {
        List<Opening> begun = Timeline.begun(standing(), Opening::tenure, day);
        for (int i = begun.size() - 1; i >= 0; i--) {
            UUID before = begun.get(i).tenure().releaseId();
            if (!before.equals(releaseId) && !takenBack(before)) {
                return Optional.of(before);
            }
        }
        return Optional.empty();
    }

    /** The approvals of the round that is open, for a day, on the newest check, of the release that it would replace now. */
    public List<Approval> standingApprovals(LocalDate effectiveFrom) {
        Optional<UUID> replaced = release(serving(effectiveFrom));
        int completed = -1;
        for (int i = 0; i < approvals.size(); i++) {
            if (approvals.get(i).completes()) {
                completed = i;
            }
        }
        return approvals.subList(completed + 1, approvals.size()).stream()
                .filter(approval -> check != null && approval.checkNumber() == check.number())
                .filter(approval -> approval.effectiveFrom().equals(effectiveFrom))
                .filter(approval ->
                        release(servingAsKnownAt(effectiveFrom, approval.at())).equals(replaced))
                .toList();
    }

    /** The openings of other releases that were called off in one step with a withdrawal. */
    public List<Opening> calledOffWith(Withdrawal withdrawal) {
        return openings.stream()
                .filter(opening -> withdrawal.at().equals(opening.calledOffAt()))
                .filter(opening -> opening.number() != withdrawal.tenureNumber())
                .toList();
    }

    private static Optional<UUID> release(Optional<Opening> opening) {
        return opening.map(each -> each.tenure().releaseId());
    }

    private boolean takenBack(UUID release) {
        return standing().stream()
                .filter(opening -> opening.tenure().releaseId().equals(release))
                .reduce((one, later) -> later)
                .map(last -> withdrawals.stream().anyMatch(each -> each.tenureNumber() == last.number()))
                .orElse(false);
    }

    private Optional<Opening> lastOpening() {
        return openings.stream()
                .filter(opening -> opening.tenure().releaseId().equals(releaseId))
                .filter(opening -> !opening.calledOff() || isWithdrawn(opening))
                .reduce((one, later) -> later);
    }

    private boolean isWithdrawn(Opening opening) {
        return withdrawals.stream().anyMatch(each -> each.tenureNumber() == opening.number());
    }

    private List<Opening> standing() {
        return openings.stream().filter(opening -> !opening.calledOff()).toList();
    }

    private ReleaseState beforeApproval() {
        if (check == null || atTheGate()) {
            return gate == null
                    ? new ReleaseState.BeingChecked(0, JobProgress.WAITING)
                    : new ReleaseState.BeingChecked(gate.percent(), gate.stage());
        }
        return check.passed() ? new ReleaseState.Unapproved() : new ReleaseState.RefusedByGate(check.errors());
    }
}
