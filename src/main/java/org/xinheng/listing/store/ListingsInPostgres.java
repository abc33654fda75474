package org.xinheng.listing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.Identifier;
import org.xinheng.listing.CommitKind;
import org.xinheng.listing.EntryFingerprint;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.ListingQuery;
import org.xinheng.listing.Listings;
import org.xinheng.listing.ResponsiblePerson;
import org.xinheng.listing.SubjectFile;
import org.xinheng.listing.SubjectHistory;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.secrecy.PersonalDataCipher;
import org.xinheng.sql.store.Conditions;
import org.xinheng.sql.store.StoredJson;

/** {@link Listings} in PostgreSQL: Panache; SQL where all of a subject is read in one statement. */
@ApplicationScoped
class ListingsInPostgres implements Listings {
    private static final String FACTS = "listing_facts";

    private final Session session;
    private final PersonalDataCipher cipher;
    private final LookupHash lookupHash;
    private final StoredJson json;
    private final SubjectFileReading subjectFileReading;
    private final CommitLock commitLock;
    private final Duration patience;

    ListingsInPostgres(
            Session session,
            PersonalDataCipher cipher,
            LookupHash lookupHash,
            StoredJson json,
            ListingSettings settings) {
        this.session = session;
        this.cipher = cipher;
        this.lookupHash = lookupHash;
        this.json = json;
        this.subjectFileReading = new SubjectFileReading(session, cipher, lookupHash, json);
        this.commitLock = new CommitLock(session);
        this.patience = settings.patience();
    }

    @Override
    public long openCommit(CommitKind kind, Set<String> listKinds, UUID callerKey, Instant at) {
        queue();
        ListingCommitRow row = new ListingCommitRow();
        row.number = lastCommit() + 1;
        row.at = at;
        row.kind = kind;
        row.listKinds = listKinds.toArray(String[]::new);
        row.callerKey = callerKey;
        row.persist();
        session.flush();
        return row.number;
    }

    @Override
    public void queue() {
        commitLock.take(patience);
    }

    @Override
    public void queuePatiently() {
        commitLock.take(Duration.ZERO);
    }

    @Override
    @Transactional
    public long lastCommit() {
        return session.createNativeQuery("select coalesce(max(number), 0) from listing_commit", Long.class)
                .getSingleResult();
    }

    @Override
    public void add(
            Listing listing,
            @Nullable String facts,
            @Nullable UUID act,
            String fingerprint,
            UUID callerKey,
            Instant at) {
        ListingRow row = new ListingRow();
        row.id = listing.id();
        row.listKind = listing.listKind();
        row.subjectId = listing.subjectId();
        row.listedOn = listing.listedOn();
        row.expiresOn = listing.expiresOn();
        row.region = listing.region();
        row.department = listing.initiatingDepartment();
        row.body = json.write(new ListingBody(
                listing.gravity(),
                listing.designation(),
                listing.decidedTerm(),
                listing.matterItems(),
                listing.publishPersonalData(),
                listing.recognisedUnder()));
        row.actId = act;
        row.fingerprint = lookupHash.ofText(EntryFingerprint.USE, fingerprint);
        row.knownAt = listing.knownAt();
        row.recordedAt = at;
        row.recordedBy = callerKey;
        row.persist();
        if (facts != null) {
            ListingFactsRow factsRow = new ListingFactsRow();
            factsRow.listingId = listing.id();
            factsRow.cipher = cipher.encrypt(facts, FACTS);
            factsRow.persist();
        }
        int position = 0;
        for (ResponsiblePerson person : listing.responsiblePersons()) {
            ResponsiblePersonRow personRow = new ResponsiblePersonRow();
            personRow.key = new ResponsiblePersonRow.Key(listing.id(), position++);
            personRow.role = person.role();
            personRow.subjectId = person.subjectId();
            personRow.validFrom = person.from();
            personRow.validTo = person.to();
            personRow.persist();
        }
        detach();
    }

    /** What is kept never changes: held on to, every query of a batch would compare all its rows with themselves. */
    private void detach() {
        session.flush();
        session.clear();
    }

    @Override
    public void addEvent(UUID listingId, ListingEvent event, UUID callerKey, Instant at) {
        ListingEventRow row = new ListingEventRow();
        row.id = event.id();
        row.listingId = listingId;
        row.type = event.type();
        row.effectiveOn = event.effectiveOn();
        row.documentNumber = event.documentNumber();
        row.reason = event.reason();
        row.knownAt = event.knownAt();
        row.recordedAt = at;
        row.recordedBy = callerKey;
        row.persist();
        detach();
    }

    @Override
    public Optional<Listing> find(UUID id, long knownAt) {
        return ListingRow.<ListingRow>find("id = ?1 and knownAt <= ?2", id, knownAt)
                .firstResultOptional()
                .map(row -> whole(List.of(row), knownAt).get(0));
    }

    @Override
    public Map<UUID, Listing> findAll(Set<UUID> ids, long knownAt) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Listing> found = new HashMap<>();
        whole(ListingRow.<ListingRow>list("id in ?1 and knownAt <= ?2", ids, knownAt), knownAt)
                .forEach(listing -> found.put(listing.id(), listing));
        return found;
    }

    @Override
    public Map<UUID, String> factsOf(Set<UUID> listingIds) {
        Map<UUID, String> facts = new HashMap<>();
        if (!listingIds.isEmpty()) {
            ListingFactsRow.<ListingFactsRow>list("listingId in ?1", listingIds)
                    .forEach(row -> facts.put(row.listingId, cipher.decrypt(row.cipher, FACTS)));
        }
        return facts;
    }

    @Override
    public List<Listing> restingOn(UUID act) {
        return whole(ListingRow.<ListingRow>list("actId = ?1 order by id", act), Long.MAX_VALUE);
    }

    @Override
    public Map<UUID, UUID> actsOf(Set<UUID> listingIds) {
        Map<UUID, UUID> acts = new HashMap<>();
        if (!listingIds.isEmpty()) {
            ListingRow.<ListingRow>list("id in ?1 and actId is not null", listingIds)
                    .forEach(row -> acts.put(row.id, row.actId));
        }
        return acts;
    }

    @Override
    public List<Listing> search(ListingQuery query) {
        Conditions where = new Conditions("from ListingRow l where l.knownAt <= :knownAt")
                .with("knownAt", query.knownAt())
                .and("l.listKind = :listKind", "listKind", query.listKind())
                .and("l.department = :department", "department", query.department())
                .and("l.id > :after", "after", query.after());
        if (query.identifier() != null) {
            byte[] lookup = lookupHash.of(query.identifier());
            where.and("l.subjectId in :subjects", "subjects", subjectFileReading.sameSubjects(lookup));
        }
        if (query.inForceOn() != null) {
            where.and("l.listedOn <= :day and (l.expiresOn is null or l.expiresOn >= :day)", "day", query.inForceOn())
                    .and("not exists (select 1 from ListingEventRow e where e.listingId = l.id"
                            + " and e.knownAt <= :knownAt and e.effectiveOn <= :day and e.type in :ends)")
                    .with("ends", List.of(ListingEvent.Type.REMOVED, ListingEvent.Type.REVOKED));
        }
        List<ListingRow> rows = ListingRow.<ListingRow>find(where + " order by l.id", where.parameters())
                .range(0, query.size() - 1)
                .list();
        return whole(rows, query.knownAt());
    }

    @Override
    public List<SubjectFile> filesOf(List<Identifier> identifiers) {
        return subjectFileReading.of(identifiers);
    }

    @Override
    @Transactional
    public Map<String, SubjectHistory> historiesOf(Set<String> lookups) {
        return new SubjectHistoryReading(session, cipher, json).of(lookups);
    }

    @Override
    @Transactional
    public Map<String, Instant> lastReadings(long knownAt) {
        return session.createNativeQuery(
                        "select k, max(at) from listing_commit, unnest(list_kinds) k where number <= :knownAt group by k",
                        LastReading.class)
                .setParameter("knownAt", knownAt)
                .getResultStream()
                .collect(Collectors.toMap(LastReading::listKind, LastReading::at));
    }

    private record LastReading(String listKind, Instant at) {}

    /** Rows with their persons and the events known by then, in the order of the rows. */
    private List<Listing> whole(List<ListingRow> rows, long knownAt) {
        List<UUID> ids = rows.stream().map(row -> row.id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<ListingEvent>> events = new HashMap<>();
        for (ListingEventRow row : ListingEventRow.<ListingEventRow>list(
                "listingId in ?1 and knownAt <= ?2 order by knownAt, id", ids, knownAt)) {
            events.computeIfAbsent(row.listingId, id -> new ArrayList<>())
                    .add(new ListingEvent(
                            row.id, row.type, row.effectiveOn, row.knownAt, row.documentNumber, row.reason));
        }
        Map<UUID, List<ResponsiblePerson>> persons = new HashMap<>();
        for (ResponsiblePersonRow row : ResponsiblePersonRow.<ResponsiblePersonRow>list(
                "key.listingId in ?1 order by key.listingId, key.position", ids)) {
            persons.computeIfAbsent(row.key.listingId(), id -> new ArrayList<>())
                    .add(new ResponsiblePerson(row.role, row.subjectId, row.validFrom, row.validTo));
        }
        return rows.stream()
                .map(row -> json.read(row.body, ListingBody.class)
                        .listing(
                                row.id,
                                row.listKind,
                                row.subjectId,
                                row.listedOn,
                                row.expiresOn,
                                row.region,
                                row.department,
                                row.knownAt,
                                persons.getOrDefault(row.id, List.of()),
                                events.getOrDefault(row.id, List.of())))
                .toList();
    }
}
