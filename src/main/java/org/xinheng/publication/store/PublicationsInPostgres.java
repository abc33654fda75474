package org.xinheng.publication.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Gravity;
import org.xinheng.publication.Publication;
import org.xinheng.publication.Publications;

/** {@link Publications} in PostgreSQL: Panache for the batches, SQL to count and page the entries that they hold. */
@ApplicationScoped
class PublicationsInPostgres implements Publications {
    /** Key of the advisory lock behind which publications queue; any constant will do. */
    private static final long LOCK = 0x7075626c6963L;

    /** What the database can tell of an entry that may be shown on a day; the rest is derived from its events. */
    private static final String DISPLAYED = """
            l.listed_on <= :day and (l.expires_on is null or l.expires_on >= :day)
            and not exists (select 1 from listing_event e where e.listing_id = l.id and e.effective_on <= :day
                and e.type in ('REMOVED', 'REVOKED', 'RESTORED'))
            and ((select s.type from subject s where s.id = l.subject_id) = 'ORGANISATION'
                or cast(l.body as jsonb) ->> 'publishPersonalData' = 'true')
            """;

    private static final UUID NO_ID = new UUID(0, 0);

    private static final String DISPLAYED_BY = "select count(*) from listing l where l.list_kind = :listKind"
            + " and l.known_at > :knownFrom and l.known_at <= :knownTo and l.region = any(:regions)"
            + " and coalesce(cast(l.body as jsonb) ->> 'gravity', '') <> all(:unpublished) and " + DISPLAYED;

    private static final String ENTRIES = """
            select l.known_at, l.id, b.number, b.published_on
            from listing l cross join lateral (
                select p.number, p.published_on from publication p
                where p.list_kind = l.list_kind and (:everyBatch or p.id = :batch)
                  and l.known_at > p.known_from and l.known_at <= p.known_to
                  and l.region = any(p.regions)
                order by p.published_on, p.number limit 1) b
            where l.list_kind = :listKind and (:anywhere or l.region = any(:regions))
              and (l.known_at, l.id) > (:knownAt, :listing) and l.known_at <= :lastKnownAt and\s""" + DISPLAYED + " order by l.known_at, l.id limit :size";

    private final Session session;

    PublicationsInPostgres(Session session) {
        this.session = session;
    }

    @Override
    public void lock() {
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)", Object.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
    }

    @Override
    public Optional<Publication> find(UUID id) {
        return PublicationRow.<PublicationRow>findByIdOptional(id).map(PublicationRow::publication);
    }

    @Override
    public Optional<Publication> last(String listKind, String region) {
        return PublicationRow.<PublicationRow>find(
                        "listKind = ?1 and region = ?2 order by number desc", listKind, region)
                .firstResultOptional()
                .map(PublicationRow::publication);
    }

    @Override
    public void add(Publication publication, UUID callerKey, Instant at) {
        PublicationRow row = new PublicationRow();
        row.id = publication.id();
        row.listKind = publication.listKind();
        row.number = publication.number();
        row.publishedOn = publication.publishedOn();
        row.department = publication.department();
        row.region = publication.region();
        row.regions = publication.regions().stream().sorted().toArray(String[]::new);
        row.knownFrom = publication.knownFrom();
        row.knownTo = publication.knownTo();
        row.entries = publication.entries();
        row.recordedAt = at;
        row.recordedBy = callerKey;
        row.persist();
        session.flush();
    }

    @Override
    public long displayedBy(Publication publication, LocalDate day, Set<Gravity> unpublished) {
        return session.createNativeQuery(DISPLAYED_BY, Long.class)
                .setParameter("listKind", publication.listKind())
                .setParameter("knownFrom", publication.knownFrom())
                .setParameter("knownTo", publication.knownTo())
                .setParameter("regions", publication.regions().toArray(String[]::new))
                .setParameter("day", day)
                .setParameter(
                        "unpublished", unpublished.stream().map(Gravity::name).toArray(String[]::new))
                .getSingleResult();
    }

    @Override
    public List<Publication> batches(@Nullable String listKind, @Nullable UUID after, int size) {
        return PublicationRow.<PublicationRow>find(
                        "(?1 is null or listKind = ?1) and (?2 is null or id < ?2) order by id desc", listKind, after)
                .range(0, size - 1)
                .list()
                .stream()
                .map(PublicationRow::publication)
                .toList();
    }

    @Override
    public List<Standing> standings() {
        return session.createNativeQuery(
                        "select list_kind, count(*), max(published_on) from publication group by list_kind",
                        Standing.class)
                .getResultList();
    }

    @Override
    public List<Entry> entries(EntryQuery query) {
        Publication batch = query.batch();
        Mark after = query.after() != null ? query.after() : new Mark(batch == null ? 0 : batch.knownFrom() + 1, NO_ID);
        return session
                .createNativeQuery(ENTRIES, EntryRow.class)
                .setParameter("listKind", query.listKind())
                .setParameter("everyBatch", batch == null)
                .setParameter("batch", batch == null ? NO_ID : batch.id())
                .setParameter("lastKnownAt", batch == null ? Long.MAX_VALUE : batch.knownTo())
                .setParameter("anywhere", query.regions().isEmpty())
                .setParameter("regions", query.regions().toArray(String[]::new))
                .setParameter("day", query.day())
                .setParameter("knownAt", after.knownAt())
                .setParameter("listing", after.listing())
                .setParameter("size", query.size())
                .getResultList()
                .stream()
                .map(row -> new Entry(new Mark(row.knownAt(), row.listing()), row.batch(), row.publishedOn()))
                .toList();
    }

    private record EntryRow(long knownAt, UUID listing, int batch, LocalDate publishedOn) {}
}
