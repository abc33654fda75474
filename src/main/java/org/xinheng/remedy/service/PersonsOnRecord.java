package org.xinheng.remedy.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Reader;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.Listing;
import org.xinheng.listing.Listings;
import org.xinheng.listing.ResponsiblePerson;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.subject.Subject;
import org.xinheng.subject.Subjects;

/**
 * What is said in a remedy is said about the persons of its entry: whoever reads it says why, and each of them can be
 * told who did (L8). The subject itself, which reads of its own case, is not asked why.
 */
@ApplicationScoped
class PersonsOnRecord {
    private final Listings listings;
    private final ListingsOfCaller listingsOfCaller;
    private final Subjects subjects;
    private final AuditTrail auditTrail;
    private final LookupHash lookupHash;
    private final Clock clock;

    PersonsOnRecord(
            Listings listings,
            ListingsOfCaller listingsOfCaller,
            Subjects subjects,
            AuditTrail auditTrail,
            LookupHash lookupHash,
            Clock clock) {
        this.listings = listings;
        this.listingsOfCaller = listingsOfCaller;
        this.subjects = subjects;
        this.auditTrail = auditTrail;
        this.lookupHash = lookupHash;
        this.clock = clock;
    }

    /**
     * Puts a reading on record, once for each person of the entry, and once where there is none.
     *
     * @param kind what was read, a stable word
     * @param reference id of what was read
     * @throws org.xinheng.kernel.Refusal PURPOSE_REQUIRED where a person is concerned and somebody else reads
     */
    void read(Reader reader, AuditKind kind, Listing listing, UUID reference) {
        Caller caller = reader.caller();
        List<Identifier> persons = personsOf(listing);
        if (persons.isEmpty()) {
            auditTrail.record(AuditEntry.of(clock.instant(), kind, caller, reference));
            return;
        }
        if (!listingsOfCaller.isSubjectOf(caller, listing)) {
            reader.demandWhy();
        }
        for (Identifier person : persons) {
            auditTrail.record(
                    AuditEntry.of(clock.instant(), kind, reader, reference).withSubject(lookupHash.of(person)));
        }
    }

    private List<Identifier> personsOf(Listing listing) {
        Set<UUID> concerned = new HashSet<>();
        concerned.add(listing.subjectId());
        listing.responsiblePersons().stream().map(ResponsiblePerson::subjectId).forEach(concerned::add);
        return subjects.findAll(concerned, listings.lastCommit()).values().stream()
                .filter(subject -> subject.type() == SubjectType.PERSON)
                .map(Subject::identifiers)
                .map(identifiers -> identifiers.get(0))
                .toList();
    }
}
