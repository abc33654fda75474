package org.xinheng.listing.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.caller.Reader;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingQuery;
import org.xinheng.listing.Listings;
import org.xinheng.listing.OnObjection;
import org.xinheng.listing.ResponsiblePerson;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.subject.Subject;
import org.xinheng.subject.Subjects;

/**
 * Reads listings as they are in force on a day and known at a commit. A department reads its own, auditors and the
 * credit office all; what concerns a person is read for a case only, and on record (L8).
 */
@ApplicationScoped
public class ReadListings {
    private final Listings listings;
    private final Subjects subjects;
    private final RegistersInForce registersInForce;
    private final AuditTrail auditTrail;
    private final LookupHash lookupHash;
    private final Clock clock;

    ReadListings(
            Listings listings,
            Subjects subjects,
            RegistersInForce registersInForce,
            AuditTrail auditTrail,
            LookupHash lookupHash,
            Clock clock) {
        this.listings = listings;
        this.subjects = subjects;
        this.registersInForce = registersInForce;
        this.auditTrail = auditTrail;
        this.lookupHash = lookupHash;
        this.clock = clock;
    }

    /**
     * When it is asked about.
     *
     * @param inForceOn day, empty for today
     * @param knownAt number of a commit, empty for the last
     */
    public record Moment(Optional<LocalDate> inForceOn, OptionalLong knownAt) {
        /** Today, with all that is known. */
        public static final Moment NOW = new Moment(Optional.empty(), OptionalLong.empty());
    }

    /**
     * What is searched for.
     *
     * @param after id after which the page begins
     * @param size most listings on the page
     */
    public record Search(
            @Nullable String listKind,
            @Nullable Identifier identifier,
            @Nullable UUID after,
            int size) {}

    /**
     * One page.
     *
     * @param more whether there is a next one
     * @param knownAt number of the commit as of which it was read
     */
    public record Page(List<ListingRead> items, boolean more, long knownAt) {}

    /**
     * Reads one listing.
     *
     * @throws Refusal LISTING_NOT_FOUND also for another department's, PURPOSE_REQUIRED where a person is concerned
     */
    @Transactional
    public ListingRead read(Reader reader, UUID id, Moment moment) {
        long knownAt = knownAt(moment);
        Listing listing = listings.find(id, knownAt)
                .filter(found -> reader.caller().readsEveryDepartment()
                        || found.initiatingDepartment().equals(reader.caller().department()))
                .orElseThrow(() -> Refusal.of(ErrorCode.LISTING_NOT_FOUND));
        ListingRead read = whole(List.of(listing), day(moment), knownAt, true).get(0);
        if (read.concernsPersons()) {
            reader.demandWhy();
            record(reader, read);
        }
        return read;
    }

    /**
     * Reads one page of the listings in force, oldest first. Without a purpose persons are not shown on it.
     *
     * @throws Refusal PURPOSE_REQUIRED when a person's identifier is looked up without one
     */
    @Transactional
    public Page search(Reader reader, Search search, Moment moment) {
        Identifier identifier = search.identifier();
        if (identifier != null && identifier.scheme().personal()) {
            reader.demandWhy();
            record(reader, AuditKind.LISTING_SEARCH, identifier, null);
        }
        long knownAt = knownAt(moment);
        LocalDate day = day(moment);
        List<Listing> found = listings.search(new ListingQuery(
                day,
                knownAt,
                search.listKind(),
                identifier,
                reader.caller().readsEveryDepartment() ? null : reader.caller().department(),
                search.after(),
                search.size() + 1));
        boolean more = found.size() > search.size();
        List<ListingRead> items = whole(more ? found.subList(0, search.size()) : found, day, knownAt, reader.saysWhy());
        if (reader.saysWhy()) {
            items.stream().filter(ListingRead::concernsPersons).forEach(read -> record(reader, read));
        }
        return new Page(items, more, knownAt);
    }

    /** A listing that the caller has just entered or changed, as the answer to it. */
    @Transactional
    public ListingRead written(Listing listing) {
        return whole(List.of(listing), day(Moment.NOW), knownAt(Moment.NOW), true)
                .get(0);
    }

    /** A commit that is yet to come is not known: the last one counts. */
    private long knownAt(Moment moment) {
        long last = listings.lastCommit();
        return Math.min(last, moment.knownAt().orElse(last));
    }

    private LocalDate day(Moment moment) {
        return moment.inForceOn().orElseGet(() -> BeijingTime.dayOf(clock.instant()));
    }

    private List<ListingRead> whole(List<Listing> found, LocalDate day, long knownAt, boolean personsVisible) {
        Set<UUID> ids = new HashSet<>();
        Set<UUID> named = new HashSet<>();
        for (Listing listing : found) {
            ids.add(listing.id());
            named.add(listing.subjectId());
            listing.responsiblePersons().forEach(person -> named.add(person.subjectId()));
        }
        Map<UUID, Subject> known = subjects.findAll(named, knownAt);
        Map<UUID, String> facts = listings.factsOf(ids);
        Map<UUID, UUID> acts = listings.actsOf(ids);
        Map<String, ListKind> kinds = registersInForce.now().listKinds();
        return found.stream()
                .map(listing -> {
                    ListKind kind = kinds.get(listing.listKind());
                    return new ListingRead(
                            listing,
                            day,
                            listing.statusOn(day, OnObjection.of(kind)),
                            known,
                            facts.get(listing.id()),
                            acts.get(listing.id()),
                            personsVisible);
                })
                .toList();
    }

    /** One entry a person, so that each can be told who read about them. */
    private void record(Reader reader, ListingRead read) {
        Set<UUID> concerned = new HashSet<>();
        concerned.add(read.listing().subjectId());
        read.listing().responsiblePersons().stream()
                .map(ResponsiblePerson::subjectId)
                .forEach(concerned::add);
        concerned.stream()
                .map(read::subject)
                .filter(subject -> subject.type() == SubjectType.PERSON)
                .forEach(person -> record(
                        reader,
                        AuditKind.LISTING_READ,
                        person.identifiers().get(0),
                        read.listing().id()));
    }

    private void record(Reader reader, AuditKind kind, Identifier person, @Nullable UUID listing) {
        auditTrail.record(AuditEntry.of(clock.instant(), kind, reader, listing).withSubject(lookupHash.of(person)));
    }
}
