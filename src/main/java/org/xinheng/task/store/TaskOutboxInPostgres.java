package org.xinheng.task.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Nature;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.kernel.SubjectType;
import org.xinheng.law.Effect;
import org.xinheng.listing.CommitKind;
import org.xinheng.task.Task;
import org.xinheng.task.TaskLine;
import org.xinheng.task.TaskOutbox;

/** {@link TaskOutbox} in PostgreSQL: a few statements a round, none a listing. */
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
            from listing l join subject_identifier i on i.subject_id = l.subject_id where l.id in (:ids)
            union
            select p.listing_id, i.lookup, p.role
            from listing_responsible_person p join subject_identifier i on i.subject_id = p.subject_id
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

    private final EntityManager entities;
    private final TaskLines taskLines;

    TaskOutboxInPostgres(EntityManager entities, ObjectMapper objectMapper) {
        this.entities = entities;
        this.taskLines = new TaskLines(objectMapper);
    }

    @Override
    public boolean claim() {
        return (Boolean) entities.createNativeQuery("select pg_try_advisory_xact_lock(:lock)")
                .setParameter("lock", MAKER_LOCK)
                .getSingleResult();
    }

    @Override
    public List<Change> next(LocalDate today, Instant now, int size) {
        Object[] progress = (Object[]) entities.createNativeQuery("select known_at, listing_id from task_progress")
                .getSingleResult();
        List<Change> changes = new ArrayList<>();
        Set<UUID> once = new HashSet<>();
        for (Object row : entities.createNativeQuery(NEXT)
                .setParameter("commit", progress[0])
                .setParameter("listing", progress[1])
                .setParameter("size", size)
                .getResultList()) {
            Object[] columns = (Object[]) row;
            if (!once.add((UUID) columns[1])) {
                return changes; // its next change is looked at when this one has been dealt with
            }
            changes.add(new Change(((Number) columns[0]).longValue(), (UUID) columns[1], 0));
        }
        if (!changes.isEmpty()) {
            return changes;
        }
        long last = ((Number) progress[0]).longValue();
        for (Object id : entities.createNativeQuery(
                        "select listing_id from task_ahead where day <= :today order by day, listing_id limit :size")
                .setParameter("today", today)
                .setParameter("size", size)
                .getResultList()) {
            changes.add(new Change(last, (UUID) id, 0));
        }
        return changes.isEmpty() ? looks(last, now, size) : changes;
    }

    private List<Change> looks(long last, Instant now, int size) {
        List<Change> changes = new ArrayList<>();
        for (Object row : entities.createNativeQuery(
                        "select listing_id, look from recall_look where due <= :now order by due, listing_id limit :size")
                .setParameter("now", now)
                .setParameter("size", size)
                .getResultList()) {
            Object[] columns = (Object[]) row;
            changes.add(new Change(last, (UUID) columns[0], ((Number) columns[1]).intValue()));
        }
        return changes;
    }

    @Override
    public void lookAgain(Map<UUID, @Nullable Look> looks) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement again = connection.prepareStatement(LOOK_AGAIN);
                    PreparedStatement never =
                            connection.prepareStatement("delete from recall_look where listing_id = ?")) {
                for (Map.Entry<UUID, @Nullable Look> each : looks.entrySet()) {
                    Look look = each.getValue();
                    PreparedStatement statement = look == null ? never : again;
                    statement.setObject(1, each.getKey());
                    if (look != null) {
                        statement.setInt(2, look.number());
                        statement.setObject(3, look.due().atOffset(ZoneOffset.UTC));
                    }
                    statement.addBatch();
                }
                never.executeBatch();
                again.executeBatch();
            }
        });
    }

    @Override
    public Map<UUID, SubjectType> subjectTypes(Set<UUID> subjects) {
        Map<UUID, SubjectType> types = new HashMap<>();
        rows("select id, type from subject where id in (:ids)", subjects)
                .forEach(row -> types.put((UUID) row[0], SubjectType.valueOf((String) row[1])));
        return types;
    }

    @Override
    public Set<UUID> listingsOf(Set<UUID> subjects, long knownAt) {
        Set<UUID> listings = new HashSet<>();
        rows("select id, known_at from listing where subject_id in (:ids)", subjects).stream()
                .filter(row -> ((Number) row[1]).longValue() <= knownAt)
                .forEach(row -> listings.add((UUID) row[0]));
        return listings;
    }

    @Override
    public Map<UUID, Map<String, List<TaskLine>>> reported(Set<UUID> listings) {
        Map<UUID, Map<String, List<TaskLine>>> reported = new HashMap<>();
        for (Object[] row : rows(REPORTED, listings)) {
            reported.computeIfAbsent((UUID) row[0], listing -> new HashMap<>())
                    .put((String) row[1], row[2] == null ? List.of() : taskLines.read((String) row[2]));
        }
        return reported;
    }

    @Override
    public Map<UUID, Map<String, Set<TaskLine.Key>>> everReported(Set<UUID> listings) {
        Map<UUID, Map<String, Set<TaskLine.Key>>> reported = new HashMap<>();
        for (Object[] row : rows(EVER_REPORTED, listings)) {
            Set<TaskLine.Key> keys = reported.computeIfAbsent((UUID) row[0], listing -> new HashMap<>())
                    .computeIfAbsent((String) row[1], department -> new HashSet<>());
            taskLines.read((String) row[2]).forEach(line -> keys.add(line.key()));
        }
        return reported;
    }

    @Override
    public Map<UUID, CommitKind> removals(Set<UUID> listings, long knownAt) {
        Map<UUID, CommitKind> removals = new HashMap<>();
        if (!listings.isEmpty()) {
            for (Object row : entities.createNativeQuery(REMOVALS)
                    .setParameter("ids", listings)
                    .setParameter("knownAt", knownAt)
                    .getResultList()) {
                removals.put((UUID) ((Object[]) row)[0], CommitKind.valueOf((String) ((Object[]) row)[1]));
            }
        }
        return removals;
    }

    @Override
    public List<RestingLine> resting(Set<UUID> listings) {
        return rows(RESTING, listings).stream()
                .map(row -> new RestingLine(
                        (UUID) row[0],
                        (UUID) row[1],
                        (String) row[2],
                        new TaskLine(
                                (String) row[4],
                                (String) row[5],
                                TargetRole.valueOf((String) row[3]),
                                (String) row[6],
                                Nature.valueOf((String) row[7]),
                                Effect.valueOf((String) row[8]),
                                List.of())))
                .toList();
    }

    private List<Object[]> rows(String sql, Set<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Object[]> rows = new ArrayList<>();
        for (Object row :
                entities.createNativeQuery(sql).setParameter("ids", ids).getResultList()) {
            rows.add((Object[]) row);
        }
        return rows;
    }

    @Override
    public long lastNumber() {
        return ((Number) entities.createNativeQuery("select coalesce(max(number), 0) from task")
                        .getSingleResult())
                .longValue();
    }

    @Override
    public long madeUpTo() {
        return ((Number) entities.createNativeQuery("""
                        select case when exists (select 1 from listing l where l.known_at = p.known_at
                                and l.id > p.listing_id) or exists (select 1 from listing_event e
                                where e.known_at = p.known_at and e.listing_id > p.listing_id)
                            then p.known_at - 1 else p.known_at end
                        from task_progress p""").getSingleResult()).longValue();
    }

    @Override
    public void append(
            UUID round, LocalDate madeOn, UUID release, long knownAt, List<Task> tasks, List<RestingLine> recalled) {
        entities.unwrap(Session.class)
                .doWork(connection -> new RoundWriting(connection, taskLines)
                        .write(round, madeOn, release, knownAt, tasks, recalled));
    }

    @Override
    public void passed(List<Change> changes, Map<UUID, @Nullable LocalDate> changesOn) {
        Change last = changes.get(changes.size() - 1);
        entities.createNativeQuery("""
                        update task_progress set known_at = :commit, listing_id = :listing
                        where known_at < :commit or (known_at = :commit and listing_id < :listing)""")
                .setParameter("commit", last.knownAt())
                .setParameter("listing", last.listing())
                .executeUpdate();
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement ahead = connection.prepareStatement(AHEAD);
                    PreparedStatement never =
                            connection.prepareStatement("delete from task_ahead where listing_id = ?")) {
                for (Map.Entry<UUID, @Nullable LocalDate> each : changesOn.entrySet()) {
                    PreparedStatement statement = each.getValue() == null ? never : ahead;
                    statement.setObject(1, each.getKey());
                    if (each.getValue() != null) {
                        statement.setObject(2, Objects.requireNonNull(each.getValue()));
                    }
                    statement.addBatch();
                }
                never.executeBatch();
                ahead.executeBatch();
            }
        });
    }
}
