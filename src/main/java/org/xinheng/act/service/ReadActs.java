package org.xinheng.act.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.act.Act;
import org.xinheng.act.ActKind;
import org.xinheng.act.Acts;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.RecordKind;
import org.xinheng.caller.Caller;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.TimeOrderedId;

/** A department reads its own acts and figures, auditors and the credit office all; persons are masked for everybody. */
@ApplicationScoped
public class ReadActs {
    private final Acts acts;
    private final AuditTrail auditTrail;
    private final Clock clock;

    ReadActs(Acts acts, AuditTrail auditTrail, Clock clock) {
        this.acts = acts;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Reads one.
     *
     * @throws Refusal ACT_NOT_FOUND also for another department's
     */
    @Transactional
    public Act read(Caller caller, UUID id) {
        Act act = acts.find(id)
                .filter(each ->
                        caller.readsEveryDepartment() || each.department().equals(caller.department()))
                .orElseThrow(() -> Refusal.of(ErrorCode.ACT_NOT_FOUND));
        record(caller, AuditKind.ACT_READ, id);
        return act;
    }

    /** Reads a page. */
    @Transactional
    public List<Act> search(Caller caller, Acts.ActQuery query) {
        record(caller, AuditKind.ACT_SEARCH, null);
        return acts.search(new Acts.ActQuery(
                whose(caller, query.department()),
                query.kind(),
                query.from(),
                query.to(),
                query.late(),
                query.after(),
                query.size()));
    }

    /** The figures of the months from one to another. */
    @Transactional
    public List<Acts.Figures> figures(Caller caller, @Nullable String department, LocalDate from, LocalDate to) {
        return acts.figures(whose(caller, department), from, to);
    }

    /** A department says how many acts of a kind it made in a month. */
    @Transactional
    public void declare(Caller caller, ActKind kind, LocalDate month, int made) {
        LocalDate today = BeijingTime.dayOf(clock.instant());
        if (month.isAfter(today)) {
            throw Refusal.at("/month", ErrorCode.ACT_DATES, "month", today.toString());
        }
        UUID id = TimeOrderedId.at(clock.instant());
        acts.declare(caller.department(), kind, month, made, caller.keyId(), id, clock.instant());
        auditTrail.record(
                AuditEntry.of(clock.instant(), AuditKind.ACT_COUNT, caller, id),
                CoveredRecord.of(RecordKind.ACT_COUNT, id));
    }

    private void record(Caller caller, AuditKind kind, @Nullable UUID reference) {
        auditTrail.record(AuditEntry.of(clock.instant(), kind, caller, reference));
    }

    private static @Nullable String whose(Caller caller, @Nullable String asked) {
        return caller.readsEveryDepartment() ? asked : caller.department();
    }
}
