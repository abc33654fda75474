package org.xinheng.casereport.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.RecordKind;
import org.xinheng.caller.Caller;
import org.xinheng.casereport.CaseReport;
import org.xinheng.casereport.CaseReports;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.TimeOrderedId;

/** The credit office reviews a draft (审查): it becomes a case that is reported, or goes back with the reason. */
@ApplicationScoped
public class ReviewCase {
    private final CaseReports caseReports;
    private final CaseAccess caseAccess;
    private final RegistersInForce registersInForce;
    private final AuditTrail auditTrail;
    private final Clock clock;

    ReviewCase(
            CaseReports caseReports,
            CaseAccess caseAccess,
            RegistersInForce registersInForce,
            AuditTrail auditTrail,
            Clock clock) {
        this.caseReports = caseReports;
        this.caseAccess = caseAccess;
        this.registersInForce = registersInForce;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Reviews a case; one that was returned may be reviewed again.
     *
     * @param revision which the reviewer has read, as {@link CaseReport#revision} counts
     * @throws Refusal CASE_NOT_FOUND, CASE_REVIEWED when it has been, CASE_CHANGED when corrected feedback was taken in
     *     since, FIELD_MISSING for a return without a reason
     */
    @Transactional
    public CaseReport review(Caller caller, UUID id, int revision, boolean accepted, @Nullable String reason) {
        Instant now = clock.instant();
        caseReports.lock(id);
        CaseReport standing = caseReports
                .find(id)
                .filter(found ->
                        caseAccess.agencies(caller, registersInForce.now()).contains(found.department()))
                .orElseThrow(() -> Refusal.of(ErrorCode.CASE_NOT_FOUND));
        if (!accepted && reason == null) {
            throw Refusal.at("/reason", ErrorCode.FIELD_MISSING, "reason");
        }
        if (standing.state() == CaseReport.State.REVIEWED) {
            throw Refusal.of(ErrorCode.CASE_REVIEWED, id.toString());
        }
        if (standing.revision() != revision) {
            throw Refusal.of(
                    ErrorCode.CASE_CHANGED,
                    id.toString(),
                    Integer.toString(revision),
                    Integer.toString(standing.revision()));
        }
        UUID reviewId = TimeOrderedId.at(now);
        CaseReport.Review review = new CaseReport.Review(
                accepted ? CaseReport.State.REVIEWED : CaseReport.State.RETURNED,
                BeijingTime.dayOf(now),
                caller.department(),
                reason);
        caseReports.review(reviewId, id, review, caller.keyId(), now);
        auditTrail.record(
                AuditEntry.of(now, accepted ? AuditKind.CASE_REVIEWED : AuditKind.CASE_RETURNED, caller, id),
                CoveredRecord.of(RecordKind.CASE_REVIEW, reviewId));
        return caseReports.find(id).orElseThrow(() -> new IllegalStateException("the case was there a moment ago"));
    }
}
