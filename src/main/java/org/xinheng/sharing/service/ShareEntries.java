package org.xinheng.sharing.service;

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
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Role;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.Designation;
import org.xinheng.listing.Listing;
import org.xinheng.listing.Listings;
import org.xinheng.sharing.SharedChanges;
import org.xinheng.sharing.SharedEntry;
import org.xinheng.sharing.Sharing;
import org.xinheng.subject.Subject;
import org.xinheng.subject.Subjects;

/**
 * A department, or the credit office for its region, shares its own entries of one list with partners, from a commit on:
 * only of lists that an agreement in force names, only organisations, and on record.
 */
@ApplicationScoped
public class ShareEntries {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final SharedChanges changes;
    private final Listings listings;
    private final Subjects subjects;
    private final RegistersInForce registersInForce;
    private final AuditTrail auditTrail;
    private final Clock clock;

    ShareEntries(
            SharedChanges changes,
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
     * One page, and the commit up to which it is whole when no other page follows. An entry is told once, as what became of
     * it since: a page may have fewer changes than were asked for, or none, and yet not be the last.
     */
    public record Page(List<SharedEntry> changes, long knownAt, SharedChanges.@Nullable Mark next) {}

    /**
     * Reads a page.
     *
     * @throws Refusal RECOGNITION_NOT_AGREED where no agreement in force names the list for the caller's region
     */
    @Transactional
    public Page share(Caller caller, String listKind, long since, SharedChanges.@Nullable Mark after, int size) {
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
        auditTrail.record(AuditEntry.of(clock.instant(), AuditKind.LISTINGS_HANDED_OVER, caller, listKind)
                .withDetail("since=" + since + " size=" + size));
        long last = listings.lastCommit();
        long until = after == null ? last : Math.min(after.until(), last);
        List<UUID> found = changes.between(new SharedChanges.Question(
                listKind,
                registers.regionAndBelow(own.region()),
                caller.is(Role.CREDIT_OFFICE) ? null : caller.department(),
                since,
                until,
                after == null ? BEFORE_ALL : after.listing(),
                size + 1));
        boolean more = found.size() > size;
        List<UUID> page = more ? found.subList(0, size) : found;
        return new Page(
                reported(page, since, until, today, registers),
                until,
                more ? new SharedChanges.Mark(until, page.get(page.size() - 1)) : null);
    }

    private static boolean agreed(String listKind, String region, Registers registers, LocalDate day) {
        return registers.procedures().recognitionAgreements().values().stream()
                .anyMatch(agreement -> agreement.inForce().includes(day)
                        && agreement.listKinds().contains(listKind)
                        && registers.regionAndAbove(region).contains(agreement.home()));
    }

    private List<SharedEntry> reported(List<UUID> page, long since, long until, LocalDate today, Registers registers) {
        Map<UUID, Listing> known = listings.findAll(Set.copyOf(page), until);
        Map<UUID, String> facts = listings.factsOf(known.keySet());
        Set<UUID> named = new HashSet<>();
        known.values().forEach(listing -> named.add(listing.subjectId()));
        Map<UUID, Subject> who = subjects.findAll(named, until);
        List<SharedEntry> reported = new ArrayList<>();
        for (UUID id : page) {
            Listing listing = known.get(id);
            Subject subject = listing == null ? null : who.get(listing.subjectId());
            if (listing != null && subject != null && !over(listing, today)) {
                Sharing sharing = Sharing.since(listing, since);
                String stated =
                        listing.responsiblePersons().isEmpty() ? facts.get(listing.id()) : groundOf(listing, registers);
                if (sharing != Sharing.GOES_ON) {
                    reported.add(new SharedEntry(
                            listing, subject, stated, Sharing.end(listing).orElse(null)));
                }
            }
        }
        return List.copyOf(reported);
    }

    /** What is over by its last day is over at every partner too, who knows that day. */
    private static boolean over(Listing listing, LocalDate today) {
        return listing.expiresOn() != null && listing.expiresOn().isBefore(today);
    }

    private static @Nullable String groundOf(Listing listing, Registers registers) {
        Designation designation = listing.designation();
        var ground = designation == null || designation.ground() == null
                ? null
                : registers.grounds().get(designation.ground());
        return ground == null ? null : ground.title();
    }
}
