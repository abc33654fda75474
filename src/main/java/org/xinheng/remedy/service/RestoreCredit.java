package org.xinheng.remedy.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.RecordKind;
import org.xinheng.caller.Caller;
import org.xinheng.catalogue.Region;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.catalogue.RestorationRule;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.listing.CommitKind;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.Listings;
import org.xinheng.remedy.CreditRestoration;
import org.xinheng.remedy.CreditRestorations;
import org.xinheng.remedy.RestorationOutlook;

/**
 * A subject applies for credit restoration through the single window, and the department that determined the entry
 * decides (谁认定、谁修复). What it lifts ends on one day: publicity, sharing and every measure that the law lets it lift.
 */
@ApplicationScoped
public class RestoreCredit {
    private final Listings listings;
    private final ListingsOfCaller listingsOfCaller;
    private final CreditRestorations restorations;
    private final RegistersInForce registersInForce;
    private final AuditTrail auditTrail;
    private final Clock clock;

    RestoreCredit(
            Listings listings,
            ListingsOfCaller listingsOfCaller,
            CreditRestorations restorations,
            RegistersInForce registersInForce,
            AuditTrail auditTrail,
            Clock clock) {
        this.listings = listings;
        this.listingsOfCaller = listingsOfCaller;
        this.restorations = restorations;
        this.registersInForce = registersInForce;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * What a subject hands in.
     *
     * @param performedOn day on which its duties were fully performed, today at the latest
     * @param promise the public promise (信用承诺)
     * @param documents titles of the documents
     */
    public record Application(LocalDate performedOn, String promise, List<String> documents) {}

    /**
     * What the department decides.
     *
     * @param effectiveOn first day without effect, null for today
     */
    public record Ruling(boolean granted, @Nullable LocalDate effectiveOn, String reason, String documentNumber) {}

    /**
     * Applies.
     *
     * @throws Refusal LISTING_NOT_FOUND, LISTING_OVER, RESTORATION_BY_PARTNER with who restores it,
     *     RESTORATION_NOT_POSSIBLE with the text that rules it out, RESTORATION_TOO_EARLY with the first day,
     *     RESTORATION_OPEN while another application waits
     */
    @Transactional
    public CreditRestoration apply(Caller caller, UUID listingId, Application application) {
        Instant now = clock.instant();
        LocalDate today = BeijingTime.dayOf(now);
        restorations.lock(listingId);
        Listing listing = listingsOfCaller.find(caller, listingId, listings.lastCommit());
        Registers registers = registersInForce.now();
        RestorationOutlook outlook = RestorationOutlook.of(listing, registers, today);
        demandNoObstacle(listing, outlook, registers);
        RestorationRule rule = Objects.requireNonNull(outlook.rule(), "what may be restored has its rule");
        LocalDate earliest = Objects.requireNonNull(outlook.earliestOn(), "and its first day");
        if (today.isBefore(earliest)) {
            throw Refusal.of(
                    ErrorCode.RESTORATION_TOO_EARLY, listingId.toString(), earliest.toString(), today.toString());
        }
        if (application.performedOn().isAfter(today)) {
            throw Refusal.at("/performedOn", ErrorCode.LISTING_DATES, "performedOn", today.toString());
        }
        if (restorations.forListing(listingId).stream().anyMatch(one -> one.decision() == null)) {
            throw Refusal.of(ErrorCode.RESTORATION_OPEN, listingId.toString());
        }
        CreditRestoration restoration = new CreditRestoration(
                TimeOrderedId.at(now),
                listingId,
                today,
                caller.department(),
                rule.code(),
                application.performedOn(),
                application.documents(),
                rule.decideWithin() == null
                        ? null
                        : registers.procedures().workingDays().after(today, rule.decideWithin()),
                null);
        restorations.add(restoration, application.promise(), caller.keyId(), now);
        auditTrail.record(
                AuditEntry.of(now, AuditKind.RESTORATION_APPLIED, caller, restoration.id()),
                CoveredRecord.of(RecordKind.RESTORATION, restoration.id()));
        return restoration;
    }

    /**
     * Decides an application.
     *
     * @throws Refusal RESTORATION_NOT_FOUND, LIST_KIND_NOT_YOURS, RESTORATION_BY_PARTNER with who restores it,
     *     RESTORATION_DECIDED when it has been decided before
     */
    @Transactional
    public CreditRestoration decide(Caller caller, UUID restorationId, Ruling ruling) {
        Instant now = clock.instant();
        LocalDate today = BeijingTime.dayOf(now);
        CreditRestoration asked = find(restorationId);
        Listing listing = listings.find(asked.listingId(), listings.lastCommit())
                .orElseThrow(() -> new IllegalStateException("an application is about a listing that is kept"));
        listingsOfCaller.demandInitiator(caller, listing);
        if (listing.recognisedUnder() != null) {
            Registers registers = registersInForce.now();
            throw byPartner(listing, RestorationOutlook.of(listing, registers, today), registers);
        }
        LocalDate effectiveOn = ruling.effectiveOn() == null ? today : ruling.effectiveOn();
        if (ruling.granted() && effectiveOn.isBefore(today)) {
            throw Refusal.at("/effectiveOn", ErrorCode.LISTING_DATES, "effectiveOn", today.toString());
        }
        // before the lock of commits, which others hold longer: a grant and a refusal at once queue here
        restorations.lock(listing.id());
        demandUndecided(restorationId);
        if (ruling.granted()) {
            long knownAt = listings.openCommit(CommitKind.RESTORATION, Set.of(listing.listKind()), caller.keyId(), now);
            demandInForce(listings.find(listing.id(), knownAt).orElse(listing), today);
            listings.addEvent(
                    listing.id(),
                    new ListingEvent(
                            TimeOrderedId.at(now),
                            ListingEvent.Type.RESTORED,
                            effectiveOn,
                            knownAt,
                            ruling.documentNumber(),
                            "准予信用修复"),
                    caller.keyId(),
                    now);
            auditTrail.record(
                    AuditEntry.of(now, AuditKind.LISTING_RESTORED, caller, listing.id()),
                    CoveredRecord.listingCommit(knownAt));
        }
        restorations.decide(
                restorationId,
                new CreditRestoration.Decided(
                        ruling.granted(),
                        today,
                        ruling.granted() ? effectiveOn : null,
                        ruling.reason(),
                        ruling.documentNumber()),
                caller.keyId(),
                now);
        auditTrail.record(
                AuditEntry.of(
                        now,
                        ruling.granted() ? AuditKind.RESTORATION_GRANTED : AuditKind.RESTORATION_REFUSED,
                        caller,
                        restorationId),
                CoveredRecord.of(RecordKind.RESTORATION_DECISION, restorationId));
        return find(restorationId);
    }

    private CreditRestoration find(UUID id) {
        return restorations.find(id).orElseThrow(() -> Refusal.of(ErrorCode.RESTORATION_NOT_FOUND));
    }

    private void demandUndecided(UUID id) {
        if (find(id).decision() != null) {
            throw Refusal.of(ErrorCode.RESTORATION_DECIDED, id.toString());
        }
    }

    private static void demandNoObstacle(Listing listing, RestorationOutlook outlook, Registers registers) {
        String id = listing.id().toString();
        RestorationRule rule = outlook.rule();
        RestorationOutlook.Obstacle obstacle = outlook.obstacle();
        if (obstacle == null) {
            return;
        }
        throw switch (obstacle) {
            case ENDED, RESTORED -> Refusal.of(ErrorCode.LISTING_OVER, id);
            case PARTNERS -> byPartner(listing, outlook, registers);
            case RULED_OUT, NO_RULE ->
                Refusal.of(ErrorCode.RESTORATION_NOT_POSSIBLE, id, rule == null ? "修复规则" : rule.conditions());
        };
    }

    private static Refusal byPartner(Listing listing, RestorationOutlook outlook, Registers registers) {
        Region region = registers.regions().get(listing.region());
        return Refusal.of(
                ErrorCode.RESTORATION_BY_PARTNER,
                listing.id().toString(),
                region == null ? listing.region() : region.title(),
                outlook.decidedBy());
    }

    /** What is over, or restored for good, cannot be restored again; a plan of reorganisation lifts for a time only. */
    private static void demandInForce(Listing listing, LocalDate today) {
        if (listing.first(ListingEvent.Type.RESTORED) != null || listing.overOn(today)) {
            throw Refusal.of(ErrorCode.LISTING_OVER, listing.id().toString());
        }
    }
}
