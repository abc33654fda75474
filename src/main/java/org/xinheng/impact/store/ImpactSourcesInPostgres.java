package org.xinheng.impact.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.decision.Trace;
import org.xinheng.impact.ImpactSources;
import org.xinheng.impact.KnownSubject;
import org.xinheng.impact.PastQuestion;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.SubjectType;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.listing.Listing;
import org.xinheng.listing.Listings;
import org.xinheng.listing.SubjectFile;

/** {@link ImpactSources} in PostgreSQL: SQL, since a page takes a few statements and none a decision or subject. */
@ApplicationScoped
class ImpactSourcesInPostgres implements ImpactSources {
    private static final String NAMED = """
            (exists (select 1 from listing l where l.subject_id = s.id and l.known_at <= :knownAt)
             or exists (select 1 from listing_responsible_person p join listing l on l.id = p.listing_id
                        where p.subject_id = s.id and l.known_at <= :knownAt))
            """;

    private final Session session;
    private final Listings listings;
    private final ObjectMapper objectMapper;

    ImpactSourcesInPostgres(Session session, Listings listings, ObjectMapper objectMapper) {
        this.session = session;
        this.listings = listings;
        this.objectMapper = objectMapper;
    }

    /** Of a trace, what was asked and which listings were seen. */
    private record Seen(Trace.Asked asked, List<SeenListing> listings) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record SeenListing(UUID id, TargetRole role) {}

    private record DecidedRow(UUID id, @Nullable UUID subject, String department, long watermark, String trace) {}

    private record SubjectRow(UUID id, String type) {}

    private record Naming(
            UUID subject,
            UUID listing,
            String role,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    @Override
    @Transactional
    public long watermark() {
        return listings.lastCommit();
    }

    @Override
    @Transactional
    public long decisions(LocalDate from, LocalDate to, long knownAt) {
        return session.createNativeQuery(
                        "select count(*) from decision where id >= :first and id < :end and watermark <= :knownAt",
                        Long.class)
                .setParameter("knownAt", knownAt)
                .setParameter("first", first(from))
                .setParameter("end", first(to.plusDays(1)))
                .getSingleResult();
    }

    @Override
    @Transactional
    public Optional<UUID> pageEnd(LocalDate from, LocalDate to, long knownAt, @Nullable UUID after, int size) {
        return session.createNativeQuery("""
                        select (array_agg(page.id order by page.id desc))[1] from (
                            select id from decision where id >= :first and id < :end and id > :after
                            and watermark <= :knownAt
                            order by id limit :size) page""", UUID.class)
                .setParameter("first", first(from))
                .setParameter("end", first(to.plusDays(1)))
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setParameter("knownAt", knownAt)
                .setParameter("size", size)
                .uniqueResultOptional();
    }

    @Override
    @Transactional
    public List<PastQuestion> decided(LocalDate from, long knownAt, @Nullable UUID after, UUID upTo) {
        List<DecidedRow> rows = session.createNativeQuery("""
                        select d.id, i.subject_id, d.department, d.watermark, d.trace
                        from decision d left join subject_identifier i
                             on i.lookup = d.subject_lookup and i.known_at <= :knownAt
                        where d.id >= :first and d.id > :after and d.id <= :upTo and d.watermark <= :knownAt
                        order by d.id""", DecidedRow.class)
                .setParameter("first", first(from))
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setParameter("upTo", upTo)
                .setParameter("knownAt", knownAt)
                .getResultList();
        Map<UUID, Seen> seen = new HashMap<>();
        rows.forEach(row -> seen.put(row.id(), read(row.trace())));
        Set<UUID> ids = new HashSet<>();
        seen.values().forEach(each -> each.listings().forEach(listing -> ids.add(listing.id())));
        long newest = rows.stream().mapToLong(DecidedRow::watermark).max().orElse(0);
        Map<UUID, Listing> known = listings.findAll(ids, newest);
        return rows.stream()
                .map(row -> question(row, Objects.requireNonNull(seen.get(row.id())), known))
                .toList();
    }

    private static PastQuestion question(DecidedRow decided, Seen allSeen, Map<UUID, Listing> known) {
        Trace.Asked asked = allSeen.asked();
        var mentions = new ArrayList<PastQuestion.Mention>();
        for (SeenListing seen : allSeen.listings()) {
            Listing listing = known.get(seen.id());
            if (listing == null) {
                throw new IllegalStateException("a decision saw a listing that is not kept");
            }
            mentions.add(new PastQuestion.Mention(listing.asKnownAt(decided.watermark()), seen.role()));
        }
        return new PastQuestion(
                decided.id(),
                decided.subject(),
                decided.department(),
                SubjectType.valueOf(asked.subjectType()),
                asked.nameInDoubt(),
                asked.matter(),
                asked.facts(),
                asked.region(),
                asked.agencyKind(),
                asked.asOf(),
                List.copyOf(mentions));
    }

    @Override
    @Transactional
    public long subjects(long knownAt) {
        return session.createNativeQuery("select count(*) from subject s where " + NAMED, Long.class)
                .setParameter("knownAt", knownAt)
                .getSingleResult();
    }

    @Override
    @Transactional
    public List<KnownSubject> listed(long knownAt, @Nullable UUID after, int size) {
        List<SubjectRow> rows = session.createNativeQuery(
                        "select s.id, s.type from subject s where s.id > :after and " + NAMED
                                + "order by s.id limit :size",
                        SubjectRow.class)
                .setParameter("knownAt", knownAt)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setParameter("size", size)
                .getResultList();
        List<Naming> namings = namings(rows.stream().map(SubjectRow::id).toList(), knownAt);
        Set<UUID> ids = new HashSet<>();
        namings.forEach(naming -> ids.add(naming.listing()));
        Map<UUID, Listing> known = listings.findAll(ids, knownAt);
        Map<UUID, List<SubjectFile.Mention>> mentions = new HashMap<>();
        for (Naming naming : namings) {
            mentions.computeIfAbsent(naming.subject(), id -> new ArrayList<>())
                    .add(new SubjectFile.Mention(
                            Objects.requireNonNull(
                                    known.get(naming.listing()), "a naming names a listing that is kept"),
                            TargetRole.valueOf(naming.role()),
                            naming.from(),
                            naming.to()));
        }
        return rows.stream()
                .map(row -> new KnownSubject(
                        row.id(),
                        SubjectType.valueOf(row.type()),
                        new SubjectFile(knownAt, List.of(), mentions.getOrDefault(row.id(), List.of()))))
                .toList();
    }

    private List<Naming> namings(List<UUID> subjects, long knownAt) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        return session.createNativeQuery("""
                        select l.subject_id, l.id, 'LISTED_SUBJECT', cast(null as date), cast(null as date)
                        from listing l where l.subject_id in (:subjects) and l.known_at <= :knownAt
                        union all
                        select p.subject_id, l.id, p.role, p.valid_from, p.valid_to
                        from listing_responsible_person p join listing l on l.id = p.listing_id
                        where p.subject_id in (:subjects) and l.known_at <= :knownAt
                        order by 1, 2, 3""", Naming.class)
                .setParameter("subjects", subjects)
                .setParameter("knownAt", knownAt)
                .getResultList();
    }

    private static UUID first(LocalDate day) {
        return TimeOrderedId.first(day.atStartOfDay(BeijingTime.ZONE).toInstant());
    }

    /** No further than needed: what fired is by far the largest part of a trace, and stands behind. */
    private Seen read(String trace) {
        try (JsonParser parser = objectMapper.createParser(trace)) {
            Trace.Asked asked = null;
            List<SeenListing> seen = null;
            parser.nextToken();
            while ((asked == null || seen == null) && parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("asked")) {
                    asked = parser.readValueAs(Trace.Asked.class);
                } else if (name.equals("listings")) {
                    seen = List.of(parser.readValueAs(SeenListing[].class));
                } else {
                    parser.skipChildren();
                }
            }
            if (asked == null || seen == null) {
                throw new IllegalStateException("a kept trace does not say what was asked or seen");
            }
            return new Seen(asked, seen);
        } catch (IOException e) {
            throw new IllegalStateException("a kept trace cannot be read", e);
        }
    }
}
