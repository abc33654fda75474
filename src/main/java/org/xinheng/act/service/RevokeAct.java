package org.xinheng.act.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.xinheng.act.Act;
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
import org.xinheng.listing.CommitKind;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.Listings;

/** The department that handed in an act records its revocation: every listing that rests on it ends at once, whose ever. */
@ApplicationScoped
public class RevokeAct {
    private final Acts acts;
    private final Listings listings;
    private final AuditTrail auditTrail;
    private final Clock clock;

    RevokeAct(Acts acts, Listings listings, AuditTrail auditTrail, Clock clock) {
        this.acts = acts;
        this.listings = listings;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * What became of it.
     *
     * @param ended the listings that ended with it
     */
    public record Revoked(Act act, List<UUID> ended) {}

    /**
     * Records it.
     *
     * @throws Refusal ACT_NOT_FOUND, ACT_REVOKED, or ACT_DATES where it lies before the decision or ahead of today
     */
    @Transactional
    public Revoked revoke(Caller caller, UUID id, Act.Revocation revocation) {
        Instant now = clock.instant();
        LocalDate today = BeijingTime.dayOf(now);
        Act act = acts.find(id)
                .filter(each -> each.department().equals(caller.department()))
                .orElseThrow(() -> Refusal.of(ErrorCode.ACT_NOT_FOUND));
        if (revocation.revokedOn().isBefore(act.says().decidedOn())
                || revocation.revokedOn().isAfter(today)) {
            throw Refusal.at(
                    "/revokedOn", ErrorCode.ACT_DATES, "revokedOn", act.says().decidedOn() + " … " + today);
        }
        listings.queue();
        if (acts.find(id).map(Act::revocation).isPresent()) {
            throw Refusal.of(ErrorCode.ACT_REVOKED);
        }
        List<Listing> resting = listings.restingOn(id).stream()
                .filter(listing -> listing.first(ListingEvent.Type.REVOKED) == null)
                .toList();
        Long knownAt = resting.isEmpty() ? null : end(caller, resting, revocation, now);
        acts.revoke(id, revocation, knownAt, caller.keyId(), now);
        auditTrail.record(
                AuditEntry.of(now, AuditKind.ACT_REVOKED, caller, id), CoveredRecord.of(RecordKind.ACT_REVOCATION, id));
        return new Revoked(
                acts.find(id).orElse(act), resting.stream().map(Listing::id).toList());
    }

    private long end(Caller caller, List<Listing> resting, Act.Revocation revocation, Instant now) {
        Set<String> kinds = new TreeSet<>();
        resting.forEach(listing -> kinds.add(listing.listKind()));
        long knownAt = listings.openCommit(CommitKind.REVOKED, kinds, caller.keyId(), now);
        for (Listing listing : resting) {
            LocalDate from =
                    revocation.revokedOn().isBefore(listing.listedOn()) ? listing.listedOn() : revocation.revokedOn();
            listings.addEvent(
                    listing.id(),
                    new ListingEvent(
                            TimeOrderedId.at(now),
                            ListingEvent.Type.REVOKED,
                            from,
                            knownAt,
                            revocation.documentNumber(),
                            revocation.reason()),
                    caller.keyId(),
                    now);
        }
        auditTrail.record(
                AuditEntry.of(now, AuditKind.LISTING_REVOKED, caller, Long.toString(knownAt)),
                CoveredRecord.listingCommit(knownAt));
        return knownAt;
    }
}
