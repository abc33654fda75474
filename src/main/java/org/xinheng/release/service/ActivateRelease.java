package org.xinheng.release.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.xinheng.caller.Caller;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.life.Opening;
import org.xinheng.release.life.ReleaseLife;
import org.xinheng.release.life.ReleaseState;

/** An approver lets a release that is approved for a later day become law at once. */
@ApplicationScoped
public class ActivateRelease {
    private final ReleaseSteps steps;
    private final LivesOfReleases lives;
    private final CheckedContent checkedContent;
    private final ChangesOfOthers changesOfOthers;

    ActivateRelease(
            ReleaseSteps steps, LivesOfReleases lives, CheckedContent checkedContent, ChangesOfOthers changesOfOthers) {
        this.changesOfOthers = changesOfOthers;
        this.steps = steps;
        this.lives = lives;
        this.checkedContent = checkedContent;
    }

    /**
     * Activates; where the release is law already nothing is left to do.
     *
     * @throws Refusal where it is not approved, would undo what has changed since, or the caller is an editor of it
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
        steps.callOff(step, pending, reason);
        steps.open(step, releaseId, step.today(), Opening.Step.ACTIVATION, reason);
        steps.end();
    }
}
