package org.xinheng.cases;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.CommitKind;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.Listings;
import org.xinheng.listing.ResponsiblePerson;
import org.xinheng.subject.SubjectName;
import org.xinheng.subject.Subjects;

/** Puts listings and their events into the store, past the rules of the endpoint. */
@ApplicationScoped
public class StoredListings {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Listings listings;
    private final Subjects subjects;
    private final Clock clock;

    StoredListings(Listings listings, Subjects subjects, Clock clock) {
        this.listings = listings;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** Adds a listing, and each of its events in a commit of its own. */
    @Transactional
    public UUID add(StatuteCase.Entry entry, String department) {
        JsonNode body = entry.body();
        Instant now = clock.instant();
        Set<String> kinds = Set.of(body.get("listKind").textValue());
        long knownAt = listings.openCommit(CommitKind.LISTING, kinds, NOBODY, now);
        List<ResponsiblePerson> persons = new ArrayList<>();
        for (JsonNode person : body.path("responsiblePersons")) {
            persons.add(new ResponsiblePerson(
                    TargetRole.valueOf(person.get("role").textValue()),
                    subject(person.get("subject"), knownAt),
                    CaseFacts.day(person, "from"),
                    CaseFacts.day(person, "to")));
        }
        var listing = new Listing(
                UUID.randomUUID(),
                body.get("listKind").textValue(),
                subject(body.get("subject"), knownAt),
                CaseFacts.gravity(body),
                CaseFacts.designation(body),
                LocalDate.parse(body.get("listedOn").textValue()),
                CaseFacts.day(body, "expiresOn"),
                CaseFacts.decidedTerm(body),
                CaseFacts.items(body),
                persons,
                entry.region(),
                department,
                false,
                knownAt,
                List.of(),
                null);
        listings.add(listing, null, null, listing.id().toString(), NOBODY, now);
        for (StatuteCase.Event event : entry.events()) {
            listings.addEvent(
                    listing.id(),
                    new ListingEvent(
                            UUID.randomUUID(),
                            event.type(),
                            event.effectiveOn(),
                            listings.openCommit(CommitKind.BATCH, kinds, NOBODY, now),
                            null,
                            null),
                    NOBODY,
                    now);
        }
        return listing.id();
    }

    private UUID subject(JsonNode subject, long knownAt) {
        String name = subject.path("name").textValue();
        return subjects.findOrAdd(
                SubjectType.valueOf(subject.get("type").textValue()),
                CaseFacts.identifier(subject),
                name == null ? null : new SubjectName(name),
                knownAt);
    }
}
