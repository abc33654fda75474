package org.xinheng.handover.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditTrail;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Role;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.handover.Changes;
import org.xinheng.handover.HandedOver;
import org.xinheng.handover.Sharing;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.Designation;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.Listings;
import org.xinheng.subject.Subject;
import org.xinheng.subject.Subjects;

/**
 * A department, or the credit office for its region, hands its own entries of one list to partners, from a commit on:
 * only of lists that an agreement in force names, only organisations, and on record.
 */
@ApplicationScoped
public class HandOverEntries {

    private final Changes changes;
    private final Listings listings;
    private final Subjects subjects;
    private final RegistersInForce registersInForce;
    private final AuditTrail auditTrail;
    private final Clock clock;

    HandOverEntries(
            Changes changes,
            Listings listings,
            Subjects subjects,
            RegistersInForce registersInForce,
            AuditTrail auditTrail,
            Clock clock) {
        this.changes = changes;
        this.listings = listings;
        this.subjects = subjects;
        this.registersInForce = registersInForce;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * One page, and the commit up to which it is whole when no other page follows. What is nothing to a partner is left out:
     * it may have fewer changes than were asked for, or none, and yet not be the last.
     */
    public record Page(List<HandedOver> changes, long knownAt, Changes.@Nullable Mark next) {}

    /**
     * Reads a page.
     *
     * @throws Refusal RECOGNITION_NOT_AGREED where no agreement in force names the list for the caller's region
     */
    @Transactional
    public Page handOver(Caller caller, String listKind, long since, Changes.@Nullable Mark after, int size) {
        Registers registers = registersInForce.now();
        LocalDate today = BeijingTime.dayOf(clock.instant());
        Department own = registers.departments().get(caller.department());
        if (own == null || !agreed(listKind, own.region(), registers, today)) {
            throw Refusal.at(
                    "query:listKind",
                    ErrorCode.RECOGNITION_NOT_AGREED,
                    "*",
                    listKind,
                    own == null ? caller.department() : own.region());
        }
        auditTrail.record(new AuditEntry(
                clock.instant(),
                "LISTINGS_HANDED_OVER",
                caller.keyId(),
                caller.department(),
                null,
                null,
                null,
                listKind,
                "since=" + since + " size=" + size));
        long knownAt = listings.lastCommit();
        List<Changes.Change> found = changes.since(new Changes.Question(
                listKind,
                registers.regionAndBelow(own.region()),
                caller.is(Role.CREDIT_OFFICE) ? null : caller.department(),
                since,
                after,
                size + 1));
        boolean more = found.size() > size;
        List<Changes.Change> page = more ? found.subList(0, size) : found;
        return new Page(
                whole(page, knownAt, registers),
                knownAt,
                more ? page.get(page.size() - 1).mark() : null);
    }

    private static boolean agreed(String listKind, String region, Registers registers, LocalDate day) {
        return registers.procedures().recognitionAgreements().values().stream()
                .anyMatch(agreement -> agreement.inForce().includes(day)
                        && agreement.listKinds().contains(listKind)
                        && registers.regionAndAbove(region).contains(agreement.home()));
    }

    private List<HandedOver> whole(List<Changes.Change> page, long knownAt, Registers registers) {
        Set<UUID> ids = new HashSet<>();
        page.forEach(change -> ids.add(change.listing()));
        Map<UUID, Listing> known = listings.findAll(ids, knownAt);
        Map<UUID, String> facts = listings.factsOf(ids);
        Set<UUID> named = new HashSet<>();
        known.values().forEach(listing -> named.add(listing.subjectId()));
        Map<UUID, Subject> who = subjects.findAll(named, knownAt);
        List<HandedOver> whole = new ArrayList<>();
        for (Changes.Change change : page) {
            Listing listing = known.get(change.listing());
            Subject subject = listing == null ? null : who.get(listing.subjectId());
            UUID event = change.event();
            Sharing sharing = listing == null || event == null ? Sharing.BEGINS : Sharing.at(listing, event);
            if (listing != null && subject != null && sharing != Sharing.GOES_ON) {
                String told =
                        listing.responsiblePersons().isEmpty() ? facts.get(listing.id()) : groundOf(listing, registers);
                whole.add(
                        new HandedOver(listing, subject, told, sharing == Sharing.ENDS ? event(listing, event) : null));
            }
        }
        return List.copyOf(whole);
    }

    private static @Nullable ListingEvent event(Listing listing, @Nullable UUID id) {
        return listing.events().stream()
                .filter(event -> event.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String groundOf(Listing listing, Registers registers) {
        Designation designation = listing.designation();
        var ground = designation == null || designation.ground() == null
                ? null
                : registers.grounds().get(designation.ground());
        return ground == null ? null : ground.title();
    }
}
