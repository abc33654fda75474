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
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.listing.CommitKind;
import org.xinheng.listing.Commitment;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.Listings;

/**
 * The department that made an entry records what became of the act beneath it: revoked (撤销), its execution stayed or
 * resumed (停止执行、恢复执行), a plan of reorganisation begun or ended (破产重整), a commitment kept or
 * breached (信用承诺). Removal, objection and restoration have use
 * cases of their own.
 */
@ApplicationScoped
public class RecordListingEvent {
    private final Listings listings;
    private final RegistersInForce registersInForce;
    private final AuditTrail auditTrail;
    private final Clock clock;

    RecordListingEvent(Listings listings, RegistersInForce registersInForce, AuditTrail auditTrail, Clock clock) {
        this.listings = listings;
        this.registersInForce = registersInForce;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * What happened.
     *
     * @param effectiveOn first day on which it counts; for a revocation the first day without effect
     */
    public record Happening(ListingEvent.Type type, LocalDate effectiveOn, String reason, String documentNumber) {}

    /**
     * Records it; the entry itself stays as it was.
     *
     * @throws Refusal LISTING_NOT_FOUND, LIST_KIND_NOT_YOURS, LISTING_OVER, LISTING_DATES, COMMITMENT_EXPECTED, or
     *     LISTING_EVENT_ORDER where it ends what has not begun or begins what goes on
     */
    @Transactional
    public Listing happened(Caller caller, UUID listingId, Happening happening) {
        Instant now = clock.instant();
        Listing known = OwnListing.find(listings, caller, listingId, happening.effectiveOn(), "effectiveOn");
        demandCommitment(known, happening.type());
        long knownAt = listings.openCommit(
                CommitKind.valueOf(happening.type().name()), Set.of(known.listKind()), caller.keyId(), now);
        Listing current = listings.find(listingId, knownAt).orElse(known);
        demandOrder(current, happening);
        listings.addEvent(
                listingId,
                new ListingEvent(
                        TimeOrderedId.at(now),
                        happening.type(),
                        happening.effectiveOn(),
                        knownAt,
                        happening.documentNumber(),
                        happening.reason()),
                caller.keyId(),
                now);
        auditTrail.record(
                AuditEntry.of(
                        now, AuditKind.valueOf("LISTING_" + happening.type().name()), caller, listingId),
                CoveredRecord.listingCommit(knownAt));
        return listings.find(listingId, knownAt)
                .orElseThrow(() -> new IllegalStateException("the listing was there a moment ago"));
    }

    private void demandCommitment(Listing listing, ListingEvent.Type type) {
        boolean outcome = type == ListingEvent.Type.COMMITMENT_KEPT || type == ListingEvent.Type.COMMITMENT_BREACHED;
        if (outcome && !Commitment.is(listing, registersInForce.now())) {
            throw Refusal.at("/type", ErrorCode.COMMITMENT_EXPECTED, listing.listKind());
        }
    }

    private static void demandOrder(Listing listing, Happening happening) {
        ListingEvent.Type type = happening.type();
        boolean removed = listing.first(ListingEvent.Type.REMOVED) != null;
        if (listing.first(ListingEvent.Type.REVOKED) != null || (removed && type != ListingEvent.Type.REVOKED)) {
            throw Refusal.of(ErrorCode.LISTING_OVER, listing.id().toString());
        }
        boolean stayed = listing.goesOn(ListingEvent.Type.STAYED, ListingEvent.Type.STAY_ENDED);
        boolean reorganised =
                listing.goesOn(ListingEvent.Type.REORGANISATION_BEGUN, ListingEvent.Type.REORGANISATION_ENDED);
        boolean inOrder = switch (type) {
            case REVOKED -> true;
            case STAYED -> !stayed;
            case STAY_ENDED -> stayed;
            case REORGANISATION_BEGUN -> !reorganised;
            case REORGANISATION_ENDED -> reorganised;
            case COMMITMENT_KEPT, COMMITMENT_BREACHED ->
                Commitment.endOf(listing).isEmpty();
            case REMOVED, RESTORED, OBJECTED, OBJECTION_CLOSED -> false;
        };
        if (!inOrder) {
            throw Refusal.at("/type", ErrorCode.LISTING_EVENT_ORDER, type.name());
        }
    }
}
