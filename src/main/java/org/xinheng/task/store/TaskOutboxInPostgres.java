package org.xinheng.task.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Nature;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.kernel.SubjectType;
import org.xinheng.law.Effect;
import org.xinheng.listing.CommitKind;
import org.xinheng.sql.store.Sql;
import org.xinheng.sql.store.StoredJson;
import org.xinheng.task.Task;
import org.xinheng.task.TaskLine;
import org.xinheng.task.TaskOutbox;

/** {@link TaskOutbox} in PostgreSQL: SQL, since a round takes a few statements and none a listing. */
@ApplicationScoped
class TaskOutboxInPostgres implements TaskOutbox {
    /** Key of the advisory lock that the one maker holds; any constant will do. */
    private static final long MAKER_LOCK = 0x78696e7461736bL;

    /** By pairs, so that the index is entered behind the last change, however many its commit had. */
    private static final String NEXT = """
        select known_at, id from (
            (select l.known_at, l.id from listing l
             where (l.known_at, l.id) > (:commit, :listing)
             order by l.known_at, l.id limit :size)
            union
            (select e.known_at, e.listing_id from listing_event e
             where (e.known_at, e.listing_id) > (:commit, :listing)
             order by e.known_at, e.listing_id limit :size)
            union
            (select m.known_at, l.id from subject_merge m
             cross join lateral (select id from ever_one_with(m.one) union select id from ever_one_with(m.other)) same
             join listing l on l.subject_id = same.id and l.known_at < m.known_at
             where m.known_at >= :commit and (m.known_at, l.id) > (:commit, :listing)
             order by m.known_at, l.id limit :size)
        ) change order by known_at, id limit :size
        """;

    private static final String REPORTED = """
        select distinct on (t.listing_id, t.department) t.listing_id, t.department, c.lines
        from task t left join task_content c on c.hash = t.leaves
        where t.listing_id in (:ids) order by t.listing_id, t.department, t.number desc
        """;

    private static final String EVER_REPORTED = """
        select t.listing_id, t.department, c.lines from task t join task_content c on c.hash = t.content
        where t.listing_id in (:ids) and t.kind = 'APPLY'
        """;

    private static final String REMOVALS = """
        select e.listing_id, c.kind from listing_event e join listing_commit c on c.number = e.known_at
        where e.listing_id in (:ids) and e.type = 'REMOVED' and e.known_at <= :knownAt
        """;

    /**
     * Decisions are found by whom they were about: the listed subject and the persons whom the entry names. Of a decision
     * of which some measures were sent, the others are still to be sent once the entry is withdrawn further.
     */
    private static final String RESTING = """
        with party as (
            select l.id as listing, i.lookup, 'LISTED_SUBJECT' as role
            from listing l cross join lateral ever_one_with(l.subject_id) same
            join subject_identifier i on i.subject_id = same.id where l.id in (:ids)
            union
            select p.listing_id, i.lookup, p.role
            from listing_responsible_person p cross join lateral ever_one_with(p.subject_id) same
            join subject_identifier i on i.subject_id = same.id
            where p.listing_id in (:ids)
        ), about as (
            select party.listing, d.id as decision, d.department, d.answer, min(party.role) as role
            from party join decision d on d.subject_lookup = party.lookup
            where position(cast(party.listing as text) in d.answer) > 0
              and position('"projection":true' in d.answer) = 0
            group by party.listing, d.id, d.department, d.answer
        )
        select a.listing, a.decision, a.department, a.role, m ->> 'measure', m -> 'source' ->> 'rowCode',
               m ->> 'title', m ->> 'nature', m ->> 'effect'
        from about a, jsonb_array_elements(cast(a.answer as jsonb) -> 'measures') m
        where m -> 'listing' ->> 'id' = cast(a.listing as text)
          and not exists (select 1 from task_decision t
                          where t.listing_id = a.listing and t.decision_id = a.decision
                            and t.measure = m ->> 'measure' and t.row_code = m -> 'source' ->> 'rowCode')
        """;

    private static final String AHEAD = """
        insert into task_ahead (listing_id, day) values (?, ?) on conflict (listing_id) do update set day = excluded.day
        """;

    private static final String LOOK_AGAIN = """
        insert into recall_look (listing_id, look, due) values (?, ?, ?)
        on conflict (listing_id) do update set look = excluded.look, due = excluded.due
        """;

    private final Session session;
    private final TaskLines taskLines;

    TaskOutboxInPostgres(Session session, StoredJson json) {
        this.session = session;
        this.taskLines = new TaskLines(json);
    }

    @Override
    public boolean claim() {
        return session.createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                .setParameter("lock", MAKER_LOCK)
                .getSingleResult();
    }

    @Override
    public List<Change> next(LocalDate today, Instant now, int size) {
        Reached progress = session.createNativeQuery("select known_at, listing_id from task_progress", Reached.class)
                .getSingleResult();
        List<Change> changes = new ArrayList<>();
        Set<UUID> once = new HashSet<>();
        for (Reached next : session.createNativeQuery(NEXT, Reached.class)
                .setParameter("commit", progress.knownAt())
                .setParameter("listing", progress.listing())
                .setParameter("size", size)
                .getResultList()) {
            if (!once.add(next.listing())) {
                return changes; // its next change is looked at when this one has been dealt with
            }
            changes.add(new Change(next.knownAt(), next.listing(), 0));
        }
        if (!changes.isEmpty()) {
            return changes;
        }
        List<Change> ahead = session.createNativeQuery(
                        "select listing_id from task_ahead where day <= :today order by day, listing_id limit :size",
                        UUID.class)
                .setParameter("today", today)
                .setParameter("size", size)
                .getResultStream()
                .map(listing -> new Change(progress.knownAt(), listing, 0))
                .toList();
        return ahead.isEmpty() ? looks(progress.knownAt(), now, size) : ahead;
    }

    /** A change of a listing by its place in the order of all. */
    private record Reached(long knownAt, UUID listing) {}

    private List<Change> looks(long last, Instant now, int size) {
        return session.createNativeQuery(
                        "select listing_id, look from recall_look where due <= :now order by due, listing_id limit :size",
                        LookDue.class)
                .setParameter("now", now)
                .setParameter("size", size)
                .getResultStream()
                .map(row -> new Change(last, row.listing(), row.look()))
                .toList();
    }

    private record LookDue(UUID listing, int look) {}

    @Override
    public void lookAgain(Map<UUID, @Nullable Look> looks) {
        replace(
                looks,
                "delete from recall_look where listing_id = ?",
                LOOK_AGAIN,
                (listing, look) -> Sql.parameters(listing, look.number(), look.due()));
    }

    /** Of each listing what is null is deleted, and the rest takes the place of what was there. */
    private <T> void replace(
            Map<UUID, @Nullable T> values,
            String delete,
            String replace,
            BiFunction<UUID, T, @Nullable Object[]> parameters) {
        Map<UUID, T> present = new HashMap<>();
        List<UUID> absent = new ArrayList<>();
        values.forEach((listing, value) -> {
            if (value == null) {
                absent.add(listing);
            } else {
                present.put(listing, value);
            }
        });
        session.doWork(connection -> {
            Sql.batch(connection, delete, absent, Sql::parameters);
            Sql.batch(
                    connection, replace, present.entrySet(), each -> parameters.apply(each.getKey(), each.getValue()));
        });
    }

    @Override
    public Map<UUID, SubjectType> subjectTypes(Set<UUID> subjects) {
        return of(subjects, "select id, type from subject where id in (:ids)", TypeRow.class)
                .collect(Collectors.toMap(TypeRow::subject, row -> SubjectType.valueOf(row.type())));
    }

    @Override
    public Map<UUID, UUID> oneOfAll(Set<UUID> subjects) {
        return of(subjects, """
                        select s.id, (select min(cast(same.id as text)) from one_with(s.id) same)
                        from subject s where s.id in (:ids)""", OneRow.class)
                .collect(Collectors.toMap(OneRow::subject, row -> UUID.fromString(row.one())));
    }

    private record OneRow(UUID subject, String one) {}

    private record TypeRow(UUID subject, String type) {}

    @Override
    public Set<UUID> listingsOf(Set<UUID> subjects, long knownAt) {
        return of(subjects, """
                        select l.known_at, l.id from subject s cross join lateral one_with(s.id) same
                        join listing l on l.subject_id = same.id where s.id in (:ids)""", Reached.class)
                .filter(row -> row.knownAt() <= knownAt)
                .map(Reached::listing)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<UUID, Map<String, List<TaskLine>>> reported(Set<UUID> listings) {
        Map<UUID, Map<String, List<TaskLine>>> reported = new HashMap<>();
        of(listings, REPORTED, ReportedRow.class)
                .forEach(row -> reported.computeIfAbsent(row.listing(), listing -> new HashMap<>())
                        .put(row.department(), row.lines() == null ? List.of() : taskLines.read(row.lines())));
        return reported;
    }

    private record ReportedRow(
            UUID listing, String department, @Nullable String lines) {}

    @Override
    public Map<UUID, Map<String, Set<TaskLine.Key>>> everReported(Set<UUID> listings) {
        Map<UUID, Map<String, Set<TaskLine.Key>>> reported = new HashMap<>();
        of(listings, EVER_REPORTED, ReportedRow.class).forEach(row -> {
            Set<TaskLine.Key> keys = reported.computeIfAbsent(row.listing(), listing -> new HashMap<>())
                    .computeIfAbsent(row.department(), department -> new HashSet<>());
            taskLines.read(String.valueOf(row.lines())).forEach(line -> keys.add(line.key()));
        });
        return reported;
    }

    @Override
    public Map<UUID, CommitKind> removals(Set<UUID> listings, long knownAt) {
        Map<UUID, CommitKind> removals = new HashMap<>();
        if (!listings.isEmpty()) {
            session.createNativeQuery(REMOVALS, RemovalRow.class)
                    .setParameter("ids", listings)
                    .setParameter("knownAt", knownAt)
                    .getResultList()
                    .forEach(row -> removals.put(row.listing(), CommitKind.valueOf(row.commit())));
        }
        return removals;
    }

    private record RemovalRow(UUID listing, String commit) {}

    @Override
    public List<RestingLine> resting(Set<UUID> listings) {
        return of(listings, RESTING, RestingRow.class).map(RestingRow::line).toList();
    }

    private record RestingRow(
            UUID listing,
            UUID decision,
            String department,
            String role,
            String measure,
            String rowCode,
            String title,
            String nature,
            String effect) {
        RestingLine line() {
            return new RestingLine(
                    listing,
                    decision,
                    department,
                    new TaskLine(
                            measure,
                            rowCode,
                            TargetRole.valueOf(role),
                            title,
                            Nature.valueOf(nature),
                            Effect.valueOf(effect),
                            List.of()));
        }
    }

    private <T> Stream<T> of(Set<UUID> ids, String sql, Class<T> row) {
        return ids.isEmpty()
                ? Stream.of()
                : session.createNativeQuery(sql, row).setParameter("ids", ids).getResultStream();
    }

    @Override
    public long lastNumber() {
        return session.createNativeQuery("select coalesce(max(number), 0) from task", Long.class)
                .getSingleResult();
    }

    @Override
    public long madeUpTo() {
        return session.createNativeQuery("""
                        select case when exists (select 1 from listing l where l.known_at = p.known_at
                                and l.id > p.listing_id) or exists (select 1 from listing_event e
                                where e.known_at = p.known_at and e.listing_id > p.listing_id)
                            or exists (select 1 from subject_merge m
                                cross join lateral (select id from ever_one_with(m.one)
                                                    union select id from ever_one_with(m.other)) same
                                join listing l on l.subject_id = same.id and l.known_at < m.known_at
                                where m.known_at = p.known_at and l.id > p.listing_id)
                            then p.known_at - 1 else p.known_at end
                        from task_progress p""", Long.class).getSingleResult();
    }

    @Override
    public void append(
            UUID round, LocalDate madeOn, UUID release, long knownAt, List<Task> tasks, List<RestingLine> recalled) {
        session.doWork(connection ->
                new RoundWriting(connection, taskLines).write(round, madeOn, release, knownAt, tasks, recalled));
    }

    @Override
    public void passed(List<Change> changes, Map<UUID, @Nullable LocalDate> changesOn) {
        Change last = changes.get(changes.size() - 1);
        session.createNativeMutationQuery("""
                        update task_progress set known_at = :commit, listing_id = :listing
                        where known_at < :commit or (known_at = :commit and listing_id < :listing)""")
                .setParameter("commit", last.knownAt())
                .setParameter("listing", last.listing())
                .executeUpdate();
        replace(changesOn, "delete from task_ahead where listing_id = ?", AHEAD, Sql::parameters);
    }
}
