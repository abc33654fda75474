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
import org.xinheng.audit.RecordKind;
import org.xinheng.caller.Caller;
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

/**
 * The department that made an entry answers the objection to it, or puts the answer off where the region's limit allows
 * it. An upheld objection takes the entry off the list at once. So with a partner region's entry that it took in: that
 * one counts here no longer, whatever the partner region makes of it.
 */
@ApplicationScoped
public class AnswerObjection {
    private final Listings listings;
    private final ListingsOfCaller listingsOfCaller;
    private final Objections objections;
    private final AuditTrail auditTrail;
    private final Clock clock;

    AnswerObjection(
            Listings listings,
            ListingsOfCaller listingsOfCaller,
            Objections objections,
            AuditTrail auditTrail,
            Clock clock) {
        this.listings = listings;
        this.listingsOfCaller = listingsOfCaller;
        this.objections = objections;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Answers an objection; its effect is immediate.
     *
     * @throws Refusal OBJECTION_NOT_FOUND, LIST_KIND_NOT_YOURS, or OBJECTION_ANSWERED when it has been answered before
     */
    @Transactional
    public Objection answer(
            Caller caller, UUID objectionId, Objection.Outcome outcome, String reasons, String documentNumber) {
        Instant now = clock.instant();
        LocalDate today = BeijingTime.dayOf(now);
        Listing listing = listingOf(caller, find(objectionId));
        long knownAt =
                listings.openCommit(CommitKind.OBJECTION_ANSWER, Set.of(listing.listKind()), caller.keyId(), now);
        Objection objection = openOne(objectionId);
        boolean upheld = outcome == Objection.Outcome.UPHELD;
        append(caller, listing, ListingEvent.Type.OBJECTION_CLOSED, today, knownAt, now, null, null);
        Listing current = listings.find(listing.id(), knownAt).orElse(listing);
        if (upheld && !current.overOn(today)) {
            append(
                    caller,
                    listing,
                    ListingEvent.Type.REMOVED,
                    first(current, today),
                    knownAt,
                    now,
                    documentNumber,
                    "异议成立");
        }
        objections.answer(
                objection.id(),
                new Objection.Answer(outcome, today, reasons, documentNumber),
                knownAt,
                caller.keyId(),
                now);
        auditTrail.record(
                AuditEntry.of(
                        now,
                        upheld ? AuditKind.OBJECTION_UPHELD : AuditKind.OBJECTION_DISMISSED,
                        caller,
                        objection.id()),
                CoveredRecord.listingCommit(knownAt));
        return find(objectionId);
    }

    /**
     * Puts the answer off to the longest day that the limit allows.
     *
     * @throws Refusal OBJECTION_NOT_EXTENDABLE where the limit allows none, or it was put off before
     */
    @Transactional
    public Objection extend(Caller caller, UUID objectionId, String reason) {
        Instant now = clock.instant();
        LocalDate today = BeijingTime.dayOf(now);
        listingOf(caller, find(objectionId));
        Objection objection = openOne(objectionId);
        Objection.Limit limit = objection.limit();
        // that it was put off before is found where it is kept, also of two at once
        if (limit == null || limit.extendableTo() == null || objection.lateOn(today)) {
            throw Refusal.of(ErrorCode.OBJECTION_NOT_EXTENDABLE, objectionId.toString());
        }
        objections.extend(objectionId, new Objection.Extension(today, reason), caller.keyId(), now);
        auditTrail.record(
                AuditEntry.of(now, AuditKind.OBJECTION_EXTENDED, caller, objectionId),
                CoveredRecord.of(RecordKind.OBJECTION_EXTENSION, objectionId));
        return find(objectionId);
    }

    private Listing listingOf(Caller caller, Objection objection) {
        Listing listing = listings.find(objection.listingId(), listings.lastCommit())
                .orElseThrow(() -> new IllegalStateException("an objection is against a listing that is kept"));
        listingsOfCaller.demandInitiator(caller, listing);
        return listing;
    }

    private Objection find(UUID id) {
        return objections.find(id).orElseThrow(() -> Refusal.of(ErrorCode.OBJECTION_NOT_FOUND));
    }

    private Objection openOne(UUID id) {
        Objection objection = find(id);
        if (objection.answer() != null) {
            throw Refusal.of(ErrorCode.OBJECTION_ANSWERED, id.toString());
        }
        return objection;
    }

    /** An entry that has not begun ends before its first day counts. */
    private static LocalDate first(Listing listing, LocalDate today) {
        return today.isBefore(listing.listedOn()) ? listing.listedOn() : today;
    }

    private void append(
            Caller caller,
            Listing listing,
            ListingEvent.Type type,
            LocalDate effectiveOn,
            long knownAt,
            Instant now,
            @Nullable String documentNumber,
            @Nullable String reason) {
        listings.addEvent(
                listing.id(),
                new ListingEvent(TimeOrderedId.at(now), type, effectiveOn, knownAt, documentNumber, reason),
                caller.keyId(),
                now);
    }
}
