package org.xinheng.listing.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.caller.Caller;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.listing.CommitKind;
import org.xinheng.listing.EntryFingerprint;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingDraft;
import org.xinheng.listing.ListingRules;
import org.xinheng.listing.Listings;
import org.xinheng.listing.ResponsiblePerson;
import org.xinheng.listing.UnderlyingActs;
import org.xinheng.subject.Subjects;

/** A department enters a subject on a list that it may determine (列入). */
@ApplicationScoped
public class EnterListing {

    private final Listings listings;
    private final Subjects subjects;
    private final RegistersInForce registersInForce;
    private final UnderlyingActs underlyingActs;
    private final AuditTrail auditTrail;
    private final NoticeCheck noticeCheck;
    private final Clock clock;

    EnterListing(
            Listings listings,
            Subjects subjects,
            RegistersInForce registersInForce,
            UnderlyingActs underlyingActs,
            AuditTrail auditTrail,
            NoticeCheck noticeCheck,
            Clock clock) {
        this.listings = listings;
        this.subjects = subjects;
        this.registersInForce = registersInForce;
        this.underlyingActs = underlyingActs;
        this.auditTrail = auditTrail;
        this.noticeCheck = noticeCheck;
        this.clock = clock;
    }

    /**
     * Enters one listing; it is known from this commit on.
     *
     * @throws Refusal with everything that the law asks of an entry and this one lacks (R1 to R5)
     */
    @Transactional
    public Listing enter(Caller caller, ListingDraft draft) {
        Instant now = clock.instant();
        List<Fault> faults = faultsOf(caller, draft, now);
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        long knownAt = listings.openCommit(CommitKind.LISTING, Set.of(draft.listKind()), caller.keyId(), now);
        demandStillPossible(caller, draft);
        Listing listing = add(caller, draft, knownAt, now);
        auditTrail.record(
                AuditEntry.of(now, AuditKind.LISTING, caller, listing.id()), CoveredRecord.listingCommit(knownAt));
        return listing;
    }

    /** Behind the lock: neither an objection to the notice nor the revocation of the act can pass the entry by. */
    private void demandStillPossible(Caller caller, ListingDraft draft) {
        List<Fault> faults = new ArrayList<>();
        underlyingActs.judge(draft, faults);
        noticeCheck.of(caller.department()).apply(draft).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
    }

    /** Everything that speaks against an entry by this caller at this instant. */
    private List<Fault> faultsOf(Caller caller, ListingDraft draft, Instant now) {
        Registers registers = registersInForce.now();
        Department department = registers.departments().get(caller.department());
        if (department == null) {
            throw Refusal.of(ErrorCode.FORBIDDEN_ROLE, caller.department());
        }
        List<Fault> faults =
                new ArrayList<>(ListingRules.faultsOf(draft, registers, department, BeijingTime.dayOf(now)));
        underlyingActs.judge(draft, faults);
        return faults;
    }

    /** Adds a judged draft under an open commit. */
    private Listing add(Caller caller, ListingDraft draft, long knownAt, Instant now) {
        List<ResponsiblePerson> persons = new ArrayList<>();
        for (ListingDraft.NamedPerson named : draft.responsiblePersons()) {
            persons.add(
                    new ResponsiblePerson(named.role(), subjectOf(named.person(), knownAt), named.from(), named.to()));
        }
        Listing listing = new Listing(
                TimeOrderedId.at(now),
                draft.listKind(),
                subjectOf(draft.subject(), knownAt),
                draft.gravity(),
                draft.designation() == null ? null : draft.designation().settled(),
                draft.listedOn(),
                draft.expiresOn(),
                draft.decidedTerm(),
                draft.matterItems(),
                List.copyOf(persons),
                draft.region(),
                caller.department(),
                draft.publishPersonalData(),
                knownAt,
                List.of(),
                draft.recognisedUnder());
        String facts = draft.designation() == null ? null : draft.designation().facts();
        UUID act = draft.designation() == null ? null : draft.designation().act();
        listings.add(listing, facts, act, EntryFingerprint.of(draft), caller.keyId(), now);
        return listing;
    }

    private UUID subjectOf(ListingDraft.Party party, long knownAt) {
        return subjects.findOrAdd(party.type(), party.identifier(), party.name(), knownAt);
    }
}
