package org.xinheng.act.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.xinheng.act.Act;
import org.xinheng.act.ActDraft;
import org.xinheng.act.ActKey;
import org.xinheng.act.ActKind;
import org.xinheng.act.ActRules;
import org.xinheng.act.Acts;
import org.xinheng.act.PublicityLimit;
import org.xinheng.act.PublicityTerm;
import org.xinheng.act.RestorationReminder;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.RecordKind;
import org.xinheng.caller.Caller;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.TimeOrderedId;

/** A department hands in acts: one, or those of a file. With a penalty goes the reminder of restoration. */
@ApplicationScoped
public class EnterAct {

    private final Acts acts;
    private final RegistersInForce registersInForce;
    private final PublicityLimit limit;
    private final AuditTrail auditTrail;
    private final Clock clock;

    EnterAct(Acts acts, RegistersInForce registersInForce, PublicityLimit limit, AuditTrail auditTrail, Clock clock) {
        this.acts = acts;
        this.registersInForce = registersInForce;
        this.limit = limit;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Enters one act.
     *
     * @throws Refusal with everything that is wrong with it, or ACT_KNOWN where the department has handed it in before
     */
    @Transactional
    public Act enter(Caller caller, ActDraft draft) {
        Instant now = clock.instant();
        List<Fault> faults = faultsOf(caller, draft, now);
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        UUID id = TimeOrderedId.at(now);
        Act act = act(caller, draft, id, id, now);
        acts.oneAtATime(caller.department());
        if (acts.addAll(List.of(act), caller.keyId()) == 0) {
            throw Refusal.at("/documentNumber", ErrorCode.ACT_KNOWN, draft.documentNumber());
        }
        record(caller, id, now);
        return act;
    }

    /** Everything that speaks against an act of this caller at this instant. */
    public List<Fault> faultsOf(Caller caller, ActDraft draft, Instant now) {
        Registers registers = registersInForce.now();
        return ActRules.faultsOf(draft, registers, department(caller, registers), BeijingTime.dayOf(now));
    }

    /**
     * What those acts say of a file that the caller has handed in before; nobody else hands in any for its department
     * until the running transaction ends.
     */
    @Transactional
    public Map<ActKey, ActDraft> known(Caller caller, Collection<ActKey> keys) {
        acts.oneAtATime(caller.department());
        return acts.known(caller.department(), keys);
    }

    /**
     * Keeps the acts of a file that have been judged.
     *
     * @return how many are new
     */
    @Transactional
    public int keep(Caller caller, List<ActDraft> drafts, UUID batch, Instant now) {
        int stored = acts.addAll(
                drafts.stream()
                        .map(draft -> act(caller, draft, TimeOrderedId.at(now), batch, now))
                        .toList(),
                caller.keyId());
        if (stored > 0) {
            record(caller, batch, now);
        }
        return stored;
    }

    private void record(Caller caller, UUID delivery, Instant now) {
        auditTrail.record(
                AuditEntry.of(now, AuditKind.ACT, caller, delivery), CoveredRecord.of(RecordKind.ACT, delivery));
    }

    private Act act(Caller caller, ActDraft draft, UUID id, UUID delivery, Instant now) {
        Registers registers = registersInForce.now();
        PublicityTerm term = PublicityTerm.of(
                draft.decidedOn(), limit.workingDays(), registers.procedures().workingDays());
        String region = draft.region() == null ? department(caller, registers).region() : draft.region();
        return new Act(
                id,
                caller.department(),
                region,
                draft,
                delivery,
                term.dueOn(),
                term.calendarKnown(),
                BeijingTime.dayOf(now),
                now,
                draft.kind() == ActKind.PENALTY ? RestorationReminder.of(draft, registers.procedures()) : null,
                null);
    }

    private static Department department(Caller caller, Registers registers) {
        Department department = registers.departments().get(caller.department());
        if (department == null) {
            throw Refusal.of(ErrorCode.FORBIDDEN_ROLE, caller.department());
        }
        return department;
    }
}
