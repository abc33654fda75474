package org.xinheng.release.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.xinheng.caller.Caller;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.Approval;
import org.xinheng.release.Opening;
import org.xinheng.release.ReleaseLife;
import org.xinheng.release.ReleaseState;

/** An approver lets a release that is approved for a later day become law at once. */
@ApplicationScoped
public class ActivateRelease {
    private final ReleaseSteps steps;
    private final LivesOfReleases lives;
    private final CheckedContent checkedContent;
    private final ChangesOfOthers changesOfOthers;
    private final PersonsNeeded personsNeeded;

    ActivateRelease(
            ReleaseSteps steps,
            LivesOfReleases lives,
            CheckedContent checkedContent,
            ChangesOfOthers changesOfOthers,
            PersonsNeeded personsNeeded) {
        this.changesOfOthers = changesOfOthers;
        this.personsNeeded = personsNeeded;
        this.steps = steps;
        this.lives = lives;
        this.checkedContent = checkedContent;
    }

    /**
     * Activates; where the release is law already nothing is left to do.
     *
     * @throws Refusal where it is not approved, would undo what has changed since, has been approved by fewer than the
     *     change of the release that serves today takes, or the caller is an editor of it
     */
    @Transactional
    public void activate(Caller caller, UUID releaseId, String reason) {
        ReleaseSteps.Step step = steps.begin(caller, releaseId);
        steps.refuseEditors(step);
        ReleaseLife life = lives.of(releaseId);
        if (life.stateOn(step.today()) instanceof ReleaseState.InForce) {
            return;
        }
        Opening pending = life.pending(step.today())
                .orElseThrow(() -> Refusal.of(
                        ErrorCode.RELEASE_NOT_APPROVED,
                        life.stateOn(step.today()).word()));
        checkedContent.require(step.draft(), life, step.today());
        changesOfOthers.refuseUndoing(life, step.today());
        refuseFewerThanNeeded(life, step);
        steps.callOff(step, pending, reason);
        steps.open(step, releaseId, step.today(), Opening.Step.ACTIVATION, reason);
        steps.end();
    }

    /** It may replace another release today than on the day that it was approved for. Whoever activates counts as one. */
    private void refuseFewerThanNeeded(ReleaseLife life, ReleaseSteps.Step step) {
        List<Approval> approvals = life.completedApprovals();
        boolean another = approvals.stream().noneMatch(approval -> approval.by().samePersonAs(step.by()));
        int persons = approvals.size() + (another ? 1 : 0);
        int needed = personsNeeded.on(life, step.today()).persons();
        if (persons < needed) {
            throw Refusal.of(ErrorCode.ACTIVATION_BY_TOO_FEW, Integer.toString(needed), Integer.toString(persons));
        }
    }
}
