package org.xinheng.release.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.RecordKind;
import org.xinheng.caller.Caller;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.life.LifeEvents;
import org.xinheng.release.life.Opening;
import org.xinheng.release.life.ReleaseLife;
import org.xinheng.release.life.ReleaseState;
import org.xinheng.release.life.Withdrawal;

/**
 * A release is taken back in one step. The one that served before it serves again, from today on, in a tenure of its own;
 * the days before stay as they were. One that is approved for a day to come is called off. So is every other one approved
 * for a day to come that would bring back what is taken back here, or undo what serves again, in workbooks that carried
 * over to it: it is a draft again.
 */
@ApplicationScoped
public class RollBackRelease {
    private final ReleaseSteps steps;
    private final LivesOfReleases lives;
    private final ChangesOfOthers changesOfOthers;
    private final LifeEvents lifeEvents;

    RollBackRelease(ReleaseSteps steps, LivesOfReleases lives, ChangesOfOthers changesOfOthers, LifeEvents lifeEvents) {
        this.steps = steps;
        this.lives = lives;
        this.changesOfOthers = changesOfOthers;
        this.lifeEvents = lifeEvents;
    }

    /**
     * Takes a release back.
     *
     * @throws Refusal where it is neither law nor approved, or nothing served before it
     */
    @Transactional
    public void rollBack(Caller caller, UUID releaseId, String reason) {
        ReleaseSteps.Step step = steps.begin(caller, releaseId);
        ReleaseLife life = lives.of(releaseId);
        ReleaseState state = life.stateOn(step.today());
        UUID serving = null;
        Opening ended;
        if (state instanceof ReleaseState.InForce) {
            ended = life.serving(step.today()).orElseThrow();
            serving =
                    life.predecessor(step.today()).orElseThrow(() -> Refusal.of(ErrorCode.RELEASE_WITHOUT_PREDECESSOR));
            steps.open(step, serving, step.today(), Opening.Step.ROLLBACK, reason);
        } else {
            Optional<Opening> pending = life.pending(step.today());
            ended = pending.orElseThrow(() -> Refusal.of(ErrorCode.RELEASE_NOT_IN_FORCE, state.word()));
            steps.callOff(step, ended, reason);
        }
        UUID servesToday = serving != null
                ? serving
                : life.serving(step.today())
                        .map(opening -> opening.tenure().releaseId())
                        .orElse(null);
        if (servesToday != null) {
            for (Opening undoing : changesOfOthers.undoing(life, step.today(), ended, servesToday)) {
                steps.callOff(step, undoing, reason);
            }
        }
        long number =
                lifeEvents.withdraw(new Withdrawal(releaseId, ended.number(), serving, reason, step.now(), step.by()));
        steps.record(
                step,
                AuditKind.RELEASE_ROLLED_BACK,
                reason,
                detail(serving),
                CoveredRecord.of(RecordKind.RELEASE_WITHDRAWAL, number));
        steps.end();
    }

    private static String detail(@Nullable UUID serving) {
        return serving == null ? "before its first day" : "release " + serving + " serves again";
    }
}
