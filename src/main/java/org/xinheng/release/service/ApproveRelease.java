package org.xinheng.release.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.RecordKind;
import org.xinheng.caller.Caller;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.gate.GateReport;
import org.xinheng.release.life.Approval;
import org.xinheng.release.life.FourEyes;
import org.xinheng.release.life.ImpactOfDraft;
import org.xinheng.release.life.LifeEvents;
import org.xinheng.release.life.Opening;
import org.xinheng.release.life.ReleaseLife;
import org.xinheng.release.life.ReleaseState;

/**
 * Another person than any editor approves a release for a day. Where it would change many answers of the release it
 * replaces, or nobody has counted how many, a further person must approve it for the same day. The last approval needed
 * opens the tenure: on its first day the release is law by itself.
 */
@ApplicationScoped
public class ApproveRelease {
    private final ReleaseSteps steps;
    private final LivesOfReleases lives;
    private final CheckedContent checkedContent;
    private final ChangesOfOthers changesOfOthers;
    private final LifeEvents lifeEvents;
    private final ImpactOfDraft impact;
    private final FourEyes fourEyes;

    ApproveRelease(
            ReleaseSteps steps,
            LivesOfReleases lives,
            CheckedContent checkedContent,
            ChangesOfOthers changesOfOthers,
            LifeEvents lifeEvents,
            ImpactOfDraft impact,
            FourEyes fourEyes) {
        this.steps = steps;
        this.lives = lives;
        this.checkedContent = checkedContent;
        this.changesOfOthers = changesOfOthers;
        this.lifeEvents = lifeEvents;
        this.impact = impact;
        this.fourEyes = fourEyes;
    }

    /**
     * Approves.
     *
     * @param effectiveFrom first day on which it shall be law
     * @throws Refusal where it cannot be approved, or not by this caller, or not for this day
     */
    @Transactional
    public void approve(Caller caller, UUID releaseId, LocalDate effectiveFrom, String reason) {
        ReleaseSteps.Step step = steps.begin(caller, releaseId);
        steps.refuseEditors(step);
        FirstDay.refuse(step.today(), effectiveFrom);
        ReleaseLife life = lives.of(releaseId);
        refuseState(life, step.today());
        GateReport.Summary check = checkedContent.require(step.draft(), life, effectiveFrom);
        changesOfOthers.refuseUndoing(life, effectiveFrom);
        if (life.impactPending()) {
            throw Refusal.of(ErrorCode.RELEASE_IMPACT_PENDING);
        }
        List<Approval> before = life.standingApprovals(effectiveFrom).stream()
                .filter(approval -> !steps.isEditor(step, approval.by()))
                .toList();
        if (before.stream().anyMatch(approval -> approval.by().samePersonAs(step.by()))) {
            throw Refusal.of(ErrorCode.APPROVED_BY_YOU, effectiveFrom.toString());
        }
        Opening replaced = life.serving(effectiveFrom).orElse(null);
        BigDecimal changedShare = replaced == null
                ? null
                : impact.changedShare(releaseId, replaced.tenure().releaseId()).orElse(null);
        int needed = replaced == null ? FourEyes.WITHOUT_PREDECESSOR : fourEyes.approversNeeded(changedShare);
        boolean completes = before.size() + 1 >= needed;
        long number = lifeEvents.approve(new Approval(
                releaseId,
                check.number(),
                step.draft().contentHash(),
                effectiveFrom,
                needed,
                changedShare,
                completes,
                reason,
                step.now(),
                step.by()));
        String detail = "from " + effectiveFrom + ", " + (before.size() + 1) + " of " + needed;
        steps.record(
                step,
                AuditKind.RELEASE_APPROVED,
                reason,
                detail,
                CoveredRecord.of(RecordKind.RELEASE_APPROVAL, number));
        if (completes) {
            steps.open(step, releaseId, effectiveFrom, Opening.Step.APPROVAL, reason);
        }
        steps.end();
    }

    private static void refuseState(ReleaseLife life, LocalDate today) {
        ReleaseState state = life.stateOn(today);
        if (state instanceof ReleaseState.InForce || state instanceof ReleaseState.Approved) {
            throw Refusal.of(ErrorCode.RELEASE_APPROVED_ALREADY, state.word());
        }
    }
}
