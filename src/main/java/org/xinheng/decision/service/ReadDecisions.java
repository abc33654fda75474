package org.xinheng.decision.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.Receipt;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Reader;
import org.xinheng.decision.Decisions;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.SubjectType;

/** An agency reads its own decisions, an auditor all; a decision about a person only for a case, and on record (L8). */
@ApplicationScoped
public class ReadDecisions {
    private final Decisions decisions;
    private final AuditTrail auditTrail;
    private final Clock clock;

    ReadDecisions(Decisions decisions, AuditTrail auditTrail, Clock clock) {
        this.decisions = decisions;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Reads one decision; for an agency with what it may be shown of the trace.
     *
     * @throws Refusal when there is none, or it is another agency's, which is told the same way
     */
    @Transactional
    public Decisions.Stored read(Reader reader, UUID id) {
        Caller caller = reader.caller();
        Decisions.Stored stored = decisions
                .find(id)
                .filter(found ->
                        caller.readsEveryDepartment() || found.department().equals(caller.department()))
                .orElseThrow(() -> Refusal.of(ErrorCode.DECISION_NOT_FOUND, id.toString()));
        if (stored.subjectType() == SubjectType.PERSON) {
            reader.demandWhy();
            auditTrail.record(AuditEntry.of(clock.instant(), AuditKind.DECISION_READ, reader, id)
                    .withSubject(stored.subjectLookup()));
        }
        return caller.readsEveryDepartment() ? stored : stored.asAnswered();
    }

    /** The receipt that was handed out with a decision, which has been read by {@link #read}. */
    @Transactional
    public Optional<Receipt> receiptOf(UUID id) {
        return auditTrail.receiptOf(CoveredRecord.decision(id));
    }

    /** Reads one page: the caller's own department's, or all where the caller may see all. */
    @Transactional
    public List<Decisions.Summary> search(Caller caller, Decisions.Query query) {
        return decisions.search(
                caller.readsEveryDepartment()
                        ? query
                        : new Decisions.Query(
                                caller.department(),
                                query.from(),
                                query.to(),
                                query.matter(),
                                query.outcome(),
                                query.caseNumber(),
                                query.after(),
                                query.size()));
    }
}
