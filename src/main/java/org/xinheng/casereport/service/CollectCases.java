package org.xinheng.casereport.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.RecordKind;
import org.xinheng.caller.Caller;
import org.xinheng.casereport.CaseReports;
import org.xinheng.casereport.ReportMonth;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.TimeOrderedId;

/** An agency, or the credit office for its region, makes drafts of the cases of a month out of the feedback. */
@ApplicationScoped
public class CollectCases {

    private final CaseReports caseReports;
    private final CaseAccess caseAccess;
    private final RegistersInForce registersInForce;
    private final AuditTrail auditTrail;
    private final Clock clock;

    CollectCases(
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

    /** What was made, and how many cases corrected feedback changed. */
    public record Collected(UUID id, ReportMonth month, CaseReports.Collected cases, LocalDate collectedOn) {
        /** Whether the drafts were made after the reporting day. */
        public boolean late() {
            return month.lateOn(collectedOn);
        }
    }

    /**
     * Makes the drafts; what is a case already stays the case it is, with what was corrected before it is reviewed.
     *
     * @throws Refusal FIELD_RANGE for a month that is yet to come
     */
    @Transactional
    public Collected collect(Caller caller, YearMonth month) {
        Instant now = clock.instant();
        LocalDate today = BeijingTime.dayOf(now);
        Registers registers = registersInForce.now();
        ReportMonth reported = caseAccess.month(caller, month, registers);
        if (reported.from().isAfter(today)) {
            throw Refusal.at(
                    "/month",
                    ErrorCode.FIELD_RANGE,
                    "≤ " + YearMonth.from(today).plusMonths(1));
        }
        UUID id = TimeOrderedId.at(now);
        CaseReports.Collected cases = caseReports.collect(
                new CaseReports.Collection(
                        id, reported, caseAccess.agencies(caller, registers), caller.department(), today),
                caller.keyId(),
                now);
        auditTrail.record(
                AuditEntry.of(now, AuditKind.CASES_COLLECTED, caller, id),
                CoveredRecord.of(RecordKind.CASE_COLLECTION, id));
        return new Collected(id, reported, cases, today);
    }
}
