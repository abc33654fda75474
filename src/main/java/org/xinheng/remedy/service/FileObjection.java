package org.xinheng.remedy.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.caller.Caller;
import org.xinheng.catalogue.ObjectionTerm;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.catalogue.WorkingDays;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.listing.CommitKind;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.Listings;
import org.xinheng.remedy.Objection;
import org.xinheng.remedy.Objections;

/** A subject, or somebody for it, objects to an entry (提出异议): every answer is marked from this commit on. */
@ApplicationScoped
public class FileObjection {

    private final Listings listings;
    private final ListingsOfCaller listingsOfCaller;
    private final Objections objections;
    private final RegistersInForce registersInForce;
    private final AuditTrail auditTrail;
    private final Clock clock;

    FileObjection(
            Listings listings,
            ListingsOfCaller listingsOfCaller,
            Objections objections,
            RegistersInForce registersInForce,
            AuditTrail auditTrail,
            Clock clock) {
        this.listings = listings;
        this.listingsOfCaller = listingsOfCaller;
        this.objections = objections;
        this.registersInForce = registersInForce;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Files one.
     *
     * @param statement what is objected to and why
     * @throws Refusal LISTING_NOT_FOUND, LISTING_OVER, or OBJECTION_OPEN while another one waits for its answer
     */
    @Transactional
    public Objection file(Caller caller, UUID listingId, String statement) {
        Instant now = clock.instant();
        LocalDate today = BeijingTime.dayOf(now);
        Listing known = listingsOfCaller.find(caller, listingId, listings.lastCommit());
        long knownAt = listings.openCommit(CommitKind.OBJECTION, Set.of(known.listKind()), caller.keyId(), now);
        // looked at again behind the lock: of two objections at once the second finds the first
        Listing current = listings.find(listingId, knownAt).orElse(known);
        if (current.overOn(today)) {
            throw Refusal.of(ErrorCode.LISTING_OVER, listingId.toString());
        }
        if (objections.against(listingId).stream().anyMatch(objection -> objection.answer() == null)) {
            throw Refusal.of(ErrorCode.OBJECTION_OPEN, listingId.toString());
        }
        Objection objection = new Objection(
                TimeOrderedId.at(now),
                listingId,
                today,
                caller.department(),
                limit(current, registersInForce.now(), today),
                null,
                null);
        listings.addEvent(
                listingId,
                new ListingEvent(TimeOrderedId.at(now), ListingEvent.Type.OBJECTED, today, knownAt, null, null),
                caller.keyId(),
                now);
        objections.add(objection, statement, knownAt, caller.keyId(), now);
        auditTrail.record(
                AuditEntry.of(now, AuditKind.OBJECTION_FILED, caller, objection.id()),
                CoveredRecord.listingCommit(knownAt));
        return objection;
    }

    private static Objection.@Nullable Limit limit(Listing listing, Registers registers, LocalDate today) {
        ObjectionTerm term = registers
                .procedures()
                .objectionTerm(registers.regionAndAbove(listing.region()))
                .orElse(null);
        if (term == null) {
            return null;
        }
        WorkingDays calendar = registers.procedures().workingDays();
        LocalDate answerBy = calendar.after(today, term.answerWithin());
        LocalDate extendableTo = term.extendedTo() == null ? null : calendar.after(today, term.extendedTo());
        return new Objection.Limit(
                term.code(),
                calendar.after(today, term.markWithin()),
                answerBy,
                extendableTo,
                calendar.announced(today) && calendar.announced(extendableTo == null ? answerBy : extendableTo));
    }
}
