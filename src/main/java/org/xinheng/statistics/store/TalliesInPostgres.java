package org.xinheng.statistics.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.statistics.Dimension;
import org.xinheng.statistics.Tallies;
import org.xinheng.statistics.Tally;
import org.xinheng.statistics.Topic;

/**
 * {@link Tallies} in PostgreSQL: SQL, one statement a topic, over what is kept. The first six columns are the dimensions,
 * the last the numbers of the topic, in its order.
 */
@ApplicationScoped
class TalliesInPostgres implements Tallies {
    /** Each measure of each decision of the period, once for every entry that gave it. */
    private static final String LINES = """
            with lines as (
                select d.id, d.department, d.region, to_char(d.decided_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
                       cast(cast(d.answer as jsonb) ->> 'feedbackDueOn' as date) as due_on,
                       m ->> 'measure' as measure, m -> 'listing' ->> 'listKind' as list_kind,
                       cast(m -> 'listing' ->> 'id' as uuid) as listing_id
                from decision d cross join lateral jsonb_array_elements(cast(d.answer as jsonb) -> 'measures') m
                where d.id >= :first and d.id < :end
                  and d.as_of <= cast(d.decided_at at time zone 'Asia/Shanghai' as date)),
            """;

    /** What was done about a measure of a decision is what any of its entries made the agency do. */
    private static final String MEASURES = LINES + """
            done as (
                select distinct on (b.decision_id, n.listing_id, n.measure) b.decision_id, n.listing_id, n.measure, n.result,
                       n.amount_cny
                from feedback b join feedback_line n on n.feedback_id = b.id
                where b.decision_id >= :first and b.decision_id < :end
                order by b.decision_id, n.listing_id, n.measure, b.at desc, b.id desc),
            once as (
                select a.measure, a.list_kind, a.department, a.region, a.month,
                       count(*) filter (where f.result = 'IMPLEMENTED') > 0 as implemented,
                       count(f.result) > 0 as answered,
                       max(f.amount_cny) filter (where f.result = 'IMPLEMENTED') as amount_cny
                from lines a left join done f
                  on f.decision_id = a.id and f.listing_id = a.listing_id and f.measure = a.measure
                group by 1, 2, 3, 4, 5, a.id)
            select measure, list_kind, department, region, month, null,
                   concat_ws(' ', count(*), count(*) filter (where implemented),
                       count(*) filter (where answered and not implemented), coalesce(sum(amount_cny), 0))
            from once group by 1, 2, 3, 4, 5
            """;

    private static final String QUERIES = """
            select null, null, d.department, d.region, to_char(d.decided_at at time zone 'Asia/Shanghai', 'YYYY-MM'), null,
                   concat_ws(' ', count(*), count(*) filter (where d.outcome <> 'CLEAR'))
            from decision d where d.id >= :first and d.id < :end group by 3, 4, 5
            """;

    private static final String FEEDBACK = LINES + """
            given as (
                select b.decision_id, n.listing_id, n.measure,
                       min(cast(b.at at time zone 'Asia/Shanghai' as date)) as given_on
                from feedback b join feedback_line n on n.feedback_id = b.id
                where b.decision_id >= :first and b.decision_id < :end group by 1, 2, 3)
            select a.measure, a.list_kind, a.department, a.region, a.month, null,
                   concat_ws(' ', count(*), count(g.given_on), count(*) filter (where g.given_on <= a.due_on),
                       count(*) filter (where g.given_on is null and a.due_on < :today))
            from lines a left join given g
              on g.decision_id = a.id and g.listing_id = a.listing_id and g.measure = a.measure
            where a.due_on is not null
            group by 1, 2, 3, 4, 5
            """;

    /** Late as a task tells it: neither done nor replaced, and not acknowledged, or not reported on to the end, in time. */
    private static final String TASKS = """
            select null, list_kind, department, region, month, kind,
                   concat_ws(' ', count(*), count(acknowledged_at), count(settled),
                       count(*) filter (where (report_by < :today
                               or (acknowledged_at is null and settled is null and acknowledge_by < :today))
                           and exists (select 1 from task_open_line o where o.task_id = x.id)))
            from (
                select t.id, t.list_kind, t.department, l.region, to_char(r.made_on, 'YYYY-MM') as month,
                       t.kind, t.acknowledge_by, t.report_by, a.recorded_at as acknowledged_at,
                       (select p.settled from task_report p where p.task_id = t.id order by p.turn desc limit 1) as settled
                from task_round r join task t on t.round_id = r.id join listing l on l.id = t.listing_id
                left join task_acknowledgement a on a.task_id = t.id
                where r.made_on >= :from and r.made_on <= :to) x
            group by 2, 3, 4, 5, 6
            """;

    private static final String LISTS = """
            select null, list_kind, department, region, month, null,
                   concat_ws(' ', sum(entered), sum(ended), sum(batches)) from (
                select l.list_kind, l.department, l.region,
                       to_char(l.recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, 1 as entered, 0 as ended,
                       0 as batches
                from listing l where l.recorded_at >= :firstInstant and l.recorded_at < :endInstant
                union all
                select l.list_kind, l.department, l.region, to_char(e.effective_on, 'YYYY-MM'), 0, 1, 0
                from listing_event e join listing l on l.id = e.listing_id
                where e.type in ('REMOVED', 'REVOKED') and e.effective_on >= :from and e.effective_on <= :to
                union all
                select p.list_kind, p.department, p.region, to_char(p.published_on, 'YYYY-MM'), 0, 0, 1
                from publication p where p.published_on >= :from and p.published_on <= :to) x
            group by 2, 3, 4, 5
            """;

    /** Records count for the month in which they came, those from before the period for its first. */
    private static final String OBJECTIONS = """
            select null, null, department, region, month, null,
                   concat_ws(' ', sum(filed), sum(upheld), sum(dismissed), sum(overdue), sum(records))
            from (
                select o.department, l.region, to_char(o.filed_on, 'YYYY-MM') as month, 1 as filed,
                       case when a.outcome = 'UPHELD' then 1 else 0 end as upheld,
                       case when a.outcome = 'DISMISSED' then 1 else 0 end as dismissed,
                       case when coalesce(a.answered_on, :today) >
                           coalesce(case when x.objection_id is null then null else o.extendable_to end, o.answer_by)
                           then 1 else 0 end as overdue,
                       0 as records
                from objection o join listing l on l.id = o.listing_id
                left join objection_answer a on a.objection_id = o.id
                left join objection_extension x on x.objection_id = o.id
                where o.filed_on >= :from and o.filed_on <= :to
                union all
                select l.department, l.region,
                       to_char(greatest(l.recorded_at, :firstInstant) at time zone 'Asia/Shanghai', 'YYYY-MM'),
                       0, 0, 0, 0, count(*)
                from listing l where l.recorded_at < :endInstant group by 1, 2, 3) y
            group by 3, 4, 5
            """;

    private static final String CASES = """
            select c.measure, c.list_kind, c.department, c.region, n.month, null,
                   concat_ws(' ', count(*), count(*) filter (where exists (select 1 from case_review r
                       where r.case_id = c.id and r.state = 'REVIEWED')), coalesce(sum(n.amount_cny), 0))
            from case_version n join case_report c on c.id = n.case_id
            where n.month >= :firstMonth and n.month <= :lastMonth and not n.withdrawn
              and not exists (select 1 from case_revision later where later.case_id = n.case_id
                  and later.revision > n.revision)
            group by 1, 2, 3, 4, 5
            """;

    private final Session session;

    TalliesInPostgres(Session session) {
        this.session = session;
    }

    @Override
    public List<Tally> count(Topic topic, LocalDate from, LocalDate to, LocalDate today) {
        String sql = switch (topic) {
            case MEASURES -> MEASURES;
            case QUERIES -> QUERIES;
            case FEEDBACK -> FEEDBACK;
            case TASKS -> TASKS;
            case LISTS -> LISTS;
            case OBJECTIONS -> OBJECTIONS;
            case CASES -> CASES;
        };
        Map<String, Object> period = new LinkedHashMap<>();
        period.put("from", from);
        period.put("to", to);
        period.put("today", today);
        period.put(
                "first", TimeOrderedId.first(from.atStartOfDay(BeijingTime.ZONE).toInstant()));
        period.put(
                "end",
                TimeOrderedId.first(
                        to.plusDays(1).atStartOfDay(BeijingTime.ZONE).toInstant()));
        period.put("firstInstant", from.atStartOfDay(BeijingTime.ZONE).toInstant());
        period.put("endInstant", to.plusDays(1).atStartOfDay(BeijingTime.ZONE).toInstant());
        period.put("firstMonth", from.toString().substring(0, 7));
        period.put("lastMonth", to.toString().substring(0, 7));
        var query = session.createNativeQuery(sql, TallyRow.class);
        query.getParameters()
                .forEach(parameter -> query.setParameter(parameter.getName(), period.get(parameter.getName())));
        return query.getResultList().stream().map(row -> row.tally(topic)).toList();
    }

    private record TallyRow(
            @Nullable String measure,
            @Nullable String listKind,
            @Nullable String agency,
            @Nullable String region,
            @Nullable String month,
            @Nullable String taskKind,
            String numbers) {
        Tally tally(Topic topic) {
            Map<Dimension, String> key = new EnumMap<>(Dimension.class);
            for (Dimension dimension : Dimension.values()) {
                String value = switch (dimension) {
                    case MEASURE -> measure;
                    case LIST_KIND -> listKind;
                    case AGENCY -> agency;
                    case REGION -> region;
                    case MONTH -> month;
                    case TASK_KIND -> taskKind;
                };
                if (value != null) {
                    key.put(dimension, value);
                }
            }
            Map<String, BigDecimal> figures = new LinkedHashMap<>();
            for (String number : numbers.split(" ", -1)) {
                figures.put(topic.numbers().get(figures.size()), new BigDecimal(number));
            }
            return new Tally(key, figures);
        }
    }
}
