package org.xinheng.release.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.RecordKind;
import org.xinheng.caller.Caller;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.Actor;
import org.xinheng.release.Draft;
import org.xinheng.release.LawChanged;
import org.xinheng.release.Releases;
import org.xinheng.release.Tenure;
import org.xinheng.release.Uploads;
import org.xinheng.release.life.LifeEvents;
import org.xinheng.release.life.Opening;

/** What all steps in the life of a release have in common: one at a time, by somebody who may, on record, told to all. */
@ApplicationScoped
class ReleaseSteps {
    private final Releases releases;
    private final Uploads uploads;
    private final Actors actors;
    private final LifeEvents lifeEvents;
    private final AuditTrail auditTrail;
    private final Event<LawChanged> lawChanged;
    private final Clock clock;

    ReleaseSteps(
            Releases releases,
            Uploads uploads,
            Actors actors,
            LifeEvents lifeEvents,
            AuditTrail auditTrail,
            Event<LawChanged> lawChanged,
            Clock clock) {
        this.releases = releases;
        this.uploads = uploads;
        this.actors = actors;
        this.lifeEvents = lifeEvents;
        this.auditTrail = auditTrail;
        this.lawChanged = lawChanged;
        this.clock = clock;
    }

    /**
     * A step about to be taken.
     *
     * @param today day of the step, Asia/Shanghai
     */
    record Step(Draft draft, Caller caller, Actor by, Instant now, LocalDate today) {}

    /** Begins a step: from here to the end of the transaction no other one is taken. */
    Step begin(Caller caller, UUID releaseId) {
        releases.oneStepAtATime();
        Draft draft = releases.draft(releaseId).orElseThrow(() -> Refusal.of(ErrorCode.RELEASE_NOT_FOUND));
        Instant now = clock.instant();
        return new Step(draft, caller, actors.of(caller), now, BeijingTime.dayOf(now));
    }

    /** Opens a tenure of a release, on record. */
    void open(Step step, UUID releaseId, LocalDate from, Opening.Step how, String reason) {
        long number = lifeEvents.open(new Tenure(releaseId, from, step.now()), how, step.by(), reason);
        record(
                step,
                releaseId,
                AuditKind.ACTIVATION,
                reason,
                how + " from " + from,
                CoveredRecord.of(RecordKind.RELEASE_TENURE, number));
    }

    /** Calls off a tenure that has not begun, on record about its release. */
    void callOff(Step step, Opening opening, String reason) {
        lifeEvents.callOff(opening.number(), step.now());
        UUID release = opening.tenure().releaseId();
        String detail = release.equals(step.draft().id())
                ? null
                : "with the rollback of " + step.draft().id();
        record(
                step,
                release,
                AuditKind.RELEASE_CALLED_OFF,
                reason,
                detail,
                CoveredRecord.of(RecordKind.RELEASE_CANCELLATION, opening.number()));
    }

    /** Refuses whoever handed in the release. */
    void refuseEditors(Step step) {
        if (isEditor(step, step.by())) {
            throw Refusal.of(ErrorCode.APPROVER_IS_EDITOR);
        }
    }

    /** Whether somebody has handed in the release, be it once more. */
    boolean isEditor(Step step, Actor person) {
        return uploads.of(step.draft().id()).stream()
                .anyMatch(upload -> upload.by() != null && upload.by().samePersonAs(person));
    }

    /** Puts an event on record, with who and why; its rows have been written. */
    void record(Step step, AuditKind kind, String reason, @Nullable String detail, CoveredRecord covered) {
        record(step, step.draft().id(), kind, reason, detail, covered);
    }

    private void record(
            Step step, UUID about, AuditKind kind, String reason, @Nullable String detail, CoveredRecord covered) {
        auditTrail.record(
                AuditEntry.of(step.now(), kind, step.caller(), about)
                        .withPurpose(reason, null)
                        .withDetail(detail),
                covered);
    }

    /** Ends a step: it is told to all nodes when the transaction has committed. */
    void end() {
        lifeEvents.announce();
        lawChanged.fire(new LawChanged());
    }
}
