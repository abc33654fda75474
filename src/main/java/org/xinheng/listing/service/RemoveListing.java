package org.xinheng.listing.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.caller.Caller;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.listing.CommitKind;
import org.xinheng.listing.EarlyExit;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.Listings;

/** The department that entered a listing removes it (移出), from a day on that may lie ahead. */
@ApplicationScoped
public class RemoveListing {
    private final Listings listings;
    private final RegistersInForce registersInForce;
    private final AuditTrail auditTrail;
    private final Clock clock;

    RemoveListing(Listings listings, RegistersInForce registersInForce, AuditTrail auditTrail, Clock clock) {
        this.listings = listings;
        this.registersInForce = registersInForce;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * What a removal says.
     *
     * @param removedOn first day without effect, not before the listing's first day
     * @param correction whether the entry should never have been made: it then ends whatever shortest time its kind sets
     */
    public record Removal(LocalDate removedOn, String reason, String documentNumber, boolean correction) {}

    /**
     * Records the removal; the entry itself stays as it was.
     *
     * @return the listing with the removal among its events
     * @throws Refusal when there is no such listing, it is another department's, or it has been removed already
     */
    @Transactional
    public Listing remove(Caller caller, UUID listingId, Removal removal) {
        Instant now = clock.instant();
        Listing known = OwnListing.find(listings, caller, listingId, removal.removedOn(), "removedOn");
        if (!removal.correction()) {
            demandShortestTime(known, removal.removedOn());
        }
        CommitKind kind = removal.correction() ? CommitKind.CORRECTION : CommitKind.REMOVAL;
        long knownAt = listings.openCommit(kind, Set.of(known.listKind()), caller.keyId(), now);
        // looked at again behind the lock: two removals at once must not both succeed
        Listing current = listings.find(listingId, knownAt).orElse(known);
        if (current.first(ListingEvent.Type.REMOVED) != null) {
            throw Refusal.of(ErrorCode.LISTING_ALREADY_REMOVED, listingId.toString());
        }
        ListingEvent event = new ListingEvent(
                TimeOrderedId.at(now),
                ListingEvent.Type.REMOVED,
                removal.removedOn(),
                knownAt,
                removal.documentNumber(),
                removal.reason());
        listings.addEvent(listingId, event, caller.keyId(), now);
        auditTrail.record(
                AuditEntry.of(now, AuditKind.REMOVAL, caller, listingId), CoveredRecord.listingCommit(knownAt));
        return listings.find(listingId, knownAt)
                .orElseThrow(() -> new IllegalStateException("the listing was there a moment ago"));
    }

    /** The kind's shortest time before an early exit (register 名单目录, 最早移出); an exit after the last day is none. */
    private void demandShortestTime(Listing listing, LocalDate removedOn) {
        ListKind kind = registersInForce.now().listKinds().get(listing.listKind());
        if (kind == null) {
            return;
        }
        if (EarlyExit.tooEarly(listing, kind, removedOn)) {
            throw Refusal.at(
                    "/removedOn",
                    ErrorCode.REMOVAL_TOO_EARLY,
                    String.valueOf(kind.earliestExit()),
                    EarlyExit.possibleFrom(listing, kind).toString());
        }
    }
}
