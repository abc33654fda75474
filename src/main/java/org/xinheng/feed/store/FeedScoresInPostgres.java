package org.xinheng.feed.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.feed.FeedScore;
import org.xinheng.feed.FeedScores;
import org.xinheng.kernel.BeijingTime;

/** {@link FeedScores} in PostgreSQL. */
@ApplicationScoped
class FeedScoresInPostgres implements FeedScores {
    /** A batch of several kinds is one of each; one of acts is of their kind. */
    private static final String FEEDS =
            "cross join lateral unnest(case when b.act_kind is null then b.list_kinds else array[b.act_kind] end) f(feed)";

    /** The batches of a period, found by the moment they were recorded. */
    private static final String SUBMITTED = """
            select b.department, f.feed, cast(b.recorded_at at time zone 'Asia/Shanghai' as date) as day, b.outcome, b.rows,
                   b.refused, b.refused_by
            from listing_batch b %s
            where (cast(:department as text) is null or b.department = :department)
              and b.recorded_at >= :first and b.recorded_at < :end
            order by b.recorded_at""".formatted(FEEDS);

    /** The newest batch before a period: all that went before is gathered by its kinds, and only then taken apart. */
    private static final String BEFORE = """
            select b.department, f.feed, max(cast(b.at at time zone 'Asia/Shanghai' as date)) as day
            from (select department, list_kinds, act_kind, max(recorded_at) as at from listing_batch
                  where (cast(:department as text) is null or department = :department)
                    and outcome = 'ACCEPTED' and recorded_at < :first
                  group by 1, 2, 3) b %s
            group by 1, 2""".formatted(FEEDS);

    private final EntityManager entities;
    private final FeedJson json;

    FeedScoresInPostgres(EntityManager entities, ObjectMapper objectMapper) {
        this.entities = entities;
        this.json = new FeedJson(objectMapper);
    }

    private record Feed(String department, String name) {
        static Feed of(Tuple row) {
            return new Feed(row.get("department", String.class), row.get("feed", String.class));
        }
    }

    @Override
    public void expect(
            UUID id, String department, String feed, int everyDays, LocalDate on, UUID callerKey, Instant at) {
        entities.createNativeQuery("insert into feed_expectation (id, department, feed, every_days, recorded_on,"
                        + " recorded_at, recorded_by) values (:id, :department, :feed, :days, :on, :at, :by)")
                .setParameter("id", id)
                .setParameter("department", department)
                .setParameter("feed", feed)
                .setParameter("days", everyDays)
                .setParameter("on", on)
                .setParameter("at", at)
                .setParameter("by", callerKey)
                .executeUpdate();
    }

    @Override
    public List<FeedScore> scores(@Nullable String department, LocalDate from, LocalDate to) {
        Map<Feed, FeedScore.Expected> expected = new HashMap<>();
        tuples(entities.createNativeQuery("""
                        select distinct on (department, feed) department, feed, every_days, recorded_on
                        from feed_expectation where cast(:department as text) is null or department = :department
                        order by department, feed, id desc""", Tuple.class).setParameter("department", department))
                .filter(row -> row.get("every_days", Integer.class) > 0)
                .forEach(row -> expected.put(
                        Feed.of(row),
                        new FeedScore.Expected(row.get("every_days", Integer.class), day(row, "recorded_on"))));
        Instant first = from.atStartOfDay(BeijingTime.ZONE).toInstant();
        Map<Feed, LocalDate> before = new HashMap<>();
        tuples(entities.createNativeQuery(BEFORE, Tuple.class)
                        .setParameter("department", department)
                        .setParameter("first", first))
                .forEach(row -> before.put(Feed.of(row), day(row, "day")));
        Map<Feed, List<FeedScore.Submission>> submission = new HashMap<>();
        tuples(entities.createNativeQuery(SUBMITTED, Tuple.class)
                        .setParameter("department", department)
                        .setParameter("first", first)
                        .setParameter(
                                "end",
                                to.plusDays(1).atStartOfDay(BeijingTime.ZONE).toInstant()))
                .forEach(row -> submission
                        .computeIfAbsent(Feed.of(row), feed -> new ArrayList<>())
                        .add(submission(row)));
        Map<String, Feed> feeds = new TreeMap<>();
        Stream.of(expected.keySet(), before.keySet(), submission.keySet())
                .flatMap(each -> each.stream())
                .forEach(feed -> feeds.put(feed.department() + " " + feed.name(), feed));
        return feeds.values().stream()
                .map(feed -> FeedScore.of(
                        feed.department(),
                        feed.name(),
                        expected.get(feed),
                        before.get(feed),
                        submission.getOrDefault(feed, List.of()),
                        to))
                .toList();
    }

    private FeedScore.Submission submission(Tuple row) {
        String refusedBy = row.get("refused_by", String.class);
        Integer refused = row.get("refused", Integer.class);
        return new FeedScore.Submission(
                day(row, "day"),
                row.get("outcome", String.class).equals("ACCEPTED"),
                row.get("rows", Integer.class),
                refused == null ? 0 : refused,
                refusedBy == null ? Map.of() : json.read(refusedBy, new TypeReference<>() {}));
    }

    private static LocalDate day(Tuple row, String column) {
        return row.get(column) instanceof Date date ? date.toLocalDate() : row.get(column, LocalDate.class);
    }

    private static Stream<Tuple> tuples(Query query) {
        Stream<?> rows = query.getResultStream();
        return rows.map(Tuple.class::cast);
    }
}
