package org.xinheng.listing.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Role;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.listing.CommitKind;
import org.xinheng.listing.Listings;
import org.xinheng.listing.PriorNotice;
import org.xinheng.listing.PriorNoticeRules;
import org.xinheng.listing.PriorNotices;

/**
 * Notice before an entry (列入前告知): a department gives it, the subject objects, the department answers. Every step waits
 * for its turn among the commits of listings, so that an entry and an objection to its notice cannot pass each other by.
 */
@ApplicationScoped
public class NoticeBeforehand {
    private final PriorNotices notices;
    private final Listings listings;
    private final RegistersInForce registersInForce;
    private final AuditTrail auditTrail;
    private final Clock clock;

    NoticeBeforehand(
            PriorNotices notices,
            Listings listings,
            RegistersInForce registersInForce,
            AuditTrail auditTrail,
            Clock clock) {
        this.notices = notices;
        this.listings = listings;
        this.registersInForce = registersInForce;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** A notice with whom it is about and what the subject said; null where that was erased or is not told. */
    public record Read(
            PriorNotice notice,
            PriorNotices.@Nullable Personal personal,
            @Nullable String statement) {}

    /**
     * Gives a notice.
     *
     * @throws Refusal with everything that speaks against it
     */
    @Transactional
    public Read give(Caller caller, PriorNoticeRules.Draft draft) {
        Instant now = clock.instant();
        Registers registers = registersInForce.now();
        Department department = registers.departments().get(caller.department());
        if (department == null) {
            throw Refusal.of(ErrorCode.FORBIDDEN_ROLE, caller.department());
        }
        List<Fault> faults = PriorNoticeRules.faultsOf(draft, registers, department, day(now));
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        long knownAt = listings.openCommit(CommitKind.PRIOR_NOTICE, Set.of(), caller.keyId(), now);
        PriorNotice notice = new PriorNotice(
                TimeOrderedId.at(now),
                caller.department(),
                draft.listKind(),
                draft.region(),
                draft.ground(),
                draft.legalBases(),
                draft.subject().type(),
                draft.noticedOn(),
                List.of());
        var name = draft.subject().name();
        notices.add(
                notice,
                new PriorNotices.Personal(
                        draft.subject().identifier(), name == null ? null : name.value(), draft.facts()),
                knownAt,
                caller.keyId(),
                now);
        record(caller, AuditKind.PRIOR_NOTICE, notice.id(), knownAt, now);
        return whole(notice.id(), true);
    }

    /**
     * Reads one; whom it is about is told, so the reading is on record.
     *
     * @throws Refusal PRIOR_NOTICE_NOT_FOUND also for another's
     */
    @Transactional
    public Read read(Caller caller, UUID id) {
        find(caller, id);
        auditTrail.record(AuditEntry.of(clock.instant(), AuditKind.PRIOR_NOTICE_READ, caller, id));
        return whole(id, true);
    }

    /**
     * Objects to a notice, by the subject or for it.
     *
     * @throws Refusal PRIOR_NOTICE_NOT_FOUND, or OBJECTION_OPEN while another one waits
     */
    @Transactional
    public Read object(Caller caller, UUID id, String statement) {
        Instant now = clock.instant();
        find(caller, id);
        long knownAt = listings.openCommit(CommitKind.PRIOR_NOTICE_OBJECTION, Set.of(), caller.keyId(), now);
        PriorNotice notice = find(caller, id);
        if (notice.open() != null) {
            throw Refusal.of(ErrorCode.OBJECTION_OPEN, id.toString());
        }
        PriorNotice.Objection objection = new PriorNotice.Objection(
                TimeOrderedId.at(now), day(now), caller.department(), answerBy(notice, day(now)), null);
        notices.object(id, objection, statement, knownAt, caller.keyId(), now);
        record(caller, AuditKind.PRIOR_NOTICE_OBJECTED, id, knownAt, now);
        return whole(id, false);
    }

    /**
     * Answers the objection that waits.
     *
     * @throws Refusal PRIOR_NOTICE_NOT_FOUND, LIST_KIND_NOT_YOURS, or OBJECTION_ANSWERED where none waits
     */
    @Transactional
    public Read answer(Caller caller, UUID id, PriorNotice.Outcome outcome, String reasons, String documentNumber) {
        Instant now = clock.instant();
        demandOwn(caller, find(caller, id));
        long knownAt = listings.openCommit(CommitKind.PRIOR_NOTICE_ANSWER, Set.of(), caller.keyId(), now);
        PriorNotice.Objection open = find(caller, id).open();
        if (open == null) {
            throw Refusal.of(ErrorCode.OBJECTION_ANSWERED, id.toString());
        }
        notices.answer(
                open.id(),
                new PriorNotice.Answer(outcome, day(now), reasons, documentNumber),
                knownAt,
                caller.keyId(),
                now);
        record(caller, AuditKind.PRIOR_NOTICE_ANSWERED, id, knownAt, now);
        return whole(id, false);
    }

    private PriorNotice find(Caller caller, UUID id) {
        return notices.find(id)
                .filter(found -> caller.readsEveryDepartment()
                        || found.department().equals(caller.department())
                        || (caller.is(Role.SUBJECT) && concerns(caller, id)))
                .orElseThrow(() -> Refusal.of(ErrorCode.PRIOR_NOTICE_NOT_FOUND));
    }

    /** The key of a subject belongs to the unified code of its organisation. */
    private boolean concerns(Caller caller, UUID id) {
        return notices.concerns(id, new Identifier(IdentifierScheme.USCC, caller.department()));
    }

    private static void demandOwn(Caller caller, PriorNotice notice) {
        if (!notice.department().equals(caller.department())) {
            throw Refusal.of(ErrorCode.LIST_KIND_NOT_YOURS, notice.listKind(), caller.department(), notice.region());
        }
    }

    private @Nullable LocalDate answerBy(PriorNotice notice, LocalDate filedOn) {
        Registers registers = registersInForce.now();
        return registers
                .procedures()
                .objectionTerm(registers.regionAndAbove(notice.region()))
                .map(term -> registers.procedures().workingDays().after(filedOn, term.answerWithin()))
                .orElse(null);
    }

    private Read whole(UUID id, boolean reported) {
        PriorNotice notice =
                notices.find(id).orElseThrow(() -> new IllegalStateException("the notice was there a moment ago"));
        List<PriorNotice.Objection> objections = notice.objections();
        return new Read(
                notice,
                reported ? notices.personalOf(id).orElse(null) : null,
                reported && !objections.isEmpty()
                        ? notices.statementOf(
                                        objections.get(objections.size() - 1).id())
                                .orElse(null)
                        : null);
    }

    private void record(Caller caller, AuditKind kind, UUID id, long knownAt, Instant at) {
        auditTrail.record(AuditEntry.of(at, kind, caller, id), CoveredRecord.listingCommit(knownAt));
    }

    private static LocalDate day(Instant instant) {
        return BeijingTime.dayOf(instant);
    }
}
