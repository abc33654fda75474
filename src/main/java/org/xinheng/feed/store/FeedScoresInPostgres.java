package org.xinheng.feed.store;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.feed.FeedScore;
import org.xinheng.feed.FeedScores;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.sql.store.StoredJson;

/** {@link FeedScores} in PostgreSQL: SQL, since batches are counted by each of the kinds that they hold. */
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

    private final Session session;
    private final StoredJson json;

    FeedScoresInPostgres(Session session, StoredJson json) {
        this.session = session;
        this.json = json;
    }

    private record Feed(String department, String name) {}

    private record ExpectedRow(String department, String feed, int everyDays, LocalDate since) {}

    private record BeforeRow(String department, String feed, LocalDate day) {}

    private record SubmittedRow(
            String department,
            String feed,
            LocalDate day,
            String outcome,
            int rows,
            @Nullable Integer refused,
            @Nullable String refusedBy) {}

    @Override
    public void expect(
            UUID id, String department, String feed, int everyDays, LocalDate on, UUID callerKey, Instant at) {
        session.createNativeMutationQuery("insert into feed_expectation (id, department, feed, every_days, recorded_on,"
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
        session
                .createNativeQuery("""
                        select distinct on (department, feed) department, feed, every_days, recorded_on
                        from feed_expectation where cast(:department as text) is null or department = :department
                        order by department, feed, id desc""", ExpectedRow.class)
                .setParameter("department", department)
                .getResultList()
                .stream()
                .filter(row -> row.everyDays() > 0)
                .forEach(row -> expected.put(
                        new Feed(row.department(), row.feed()), new FeedScore.Expected(row.everyDays(), row.since())));
        Instant first = from.atStartOfDay(BeijingTime.ZONE).toInstant();
        Map<Feed, LocalDate> before = new HashMap<>();
        session.createNativeQuery(BEFORE, BeforeRow.class)
                .setParameter("department", department)
                .setParameter("first", first)
                .getResultList()
                .forEach(row -> before.put(new Feed(row.department(), row.feed()), row.day()));
        Map<Feed, List<FeedScore.Submission>> submission = new HashMap<>();
        session.createNativeQuery(SUBMITTED, SubmittedRow.class)
                .setParameter("department", department)
                .setParameter("first", first)
                .setParameter(
                        "end", to.plusDays(1).atStartOfDay(BeijingTime.ZONE).toInstant())
                .getResultList()
                .forEach(row -> submission
                        .computeIfAbsent(new Feed(row.department(), row.feed()), feed -> new ArrayList<>())
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

    private FeedScore.Submission submission(SubmittedRow row) {
        return new FeedScore.Submission(
                row.day(),
                row.outcome().equals("ACCEPTED"),
                row.rows(),
                row.refused() == null ? 0 : row.refused(),
                row.refusedBy() == null ? Map.of() : json.read(row.refusedBy(), new TypeReference<>() {}));
    }
}
