package org.xinheng.statistics.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.statistics.Dimension;
import org.xinheng.statistics.Tallies;
import org.xinheng.statistics.Tally;
import org.xinheng.statistics.Topic;

/**
 * {@link Tallies} in PostgreSQL: one statement a topic, over what is kept. The first five columns are the dimensions, the
 * others the numbers of the topic, in its order.
 */
@ApplicationScoped
class TalliesInPostgres implements Tallies {
    private static final int DIMENSIONS = Dimension.values().length;

    private static final String MEASURES = """
            with asked as (
                select d.id, d.department, d.region, to_char(d.decided_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
                       m ->> 'measure' as measure, m -> 'listing' ->> 'listKind' as list_kind,
                       cast(m -> 'listing' ->> 'id' as uuid) as listing_id
                from decision d cross join lateral jsonb_array_elements(cast(d.answer as jsonb) -> 'measures') m
                where d.id >= :first and d.id < :end),
            done as (
                select distinct on (b.decision_id, n.listing_id, n.measure) b.decision_id, n.listing_id, n.measure, n.result,
                       n.amount_cny
                from feedback b join feedback_line n on n.feedback_id = b.id
                where b.decision_id >= :first and b.decision_id < :end
                order by b.decision_id, n.listing_id, n.measure, b.id desc)
            select a.measure, a.list_kind, a.department, a.region, a.month, count(*),
                   count(*) filter (where f.result = 'IMPLEMENTED'),
                   count(*) filter (where f.result in ('NOT_IMPLEMENTED', 'NOT_APPLICABLE')),
                   coalesce(sum(f.amount_cny) filter (where f.result = 'IMPLEMENTED'), 0)
            from asked a left join done f
              on f.decision_id = a.id and f.listing_id = a.listing_id and f.measure = a.measure
            group by 1, 2, 3, 4, 5
            """;

    private static final String QUERIES = """
            select null, null, d.department, d.region, to_char(d.decided_at at time zone 'Asia/Shanghai', 'YYYY-MM'),
                   count(*), count(*) filter (where d.outcome <> 'CLEAR')
            from decision d where d.id >= :first and d.id < :end group by 3, 4, 5
            """;

    private static final String FEEDBACK = """
            select null, null, department, region, month, count(*), count(given_on),
                   count(*) filter (where given_on <= due_on),
                   count(*) filter (where given_on is null and due_on < :today)
            from (
                select d.department, d.region, to_char(d.decided_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
                       cast(cast(d.answer as jsonb) ->> 'feedbackDueOn' as date) as due_on,
                       (select min(cast(b.at at time zone 'Asia/Shanghai' as date)) from feedback b
                        where b.decision_id = d.id) as given_on
                from decision d where d.id >= :first and d.id < :end) x
            where due_on is not null
            group by 3, 4, 5
            """;

    private static final String LISTS = """
            select null, list_kind, department, region, month, sum(entered), sum(ended), sum(batches) from (
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

    private static final String OBJECTIONS = """
            select null, null, department, region, null, sum(filed), sum(upheld), sum(dismissed), sum(overdue), sum(records)
            from (
                select o.department, l.region, 1 as filed,
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
                select l.department, l.region, 0, 0, 0, 0, 1
                from listing l where l.recorded_at < :endInstant) y
            group by 3, 4
            """;

    private static final String CASES = """
            select c.measure, c.list_kind, c.department, c.region, c.month, count(*),
                   count(*) filter (where exists (select 1 from case_review r where r.case_id = c.id
                       and r.state = 'REVIEWED')),
                   coalesce(sum(c.amount_cny), 0)
            from case_report c where c.month >= :firstMonth and c.month <= :lastMonth
            group by 1, 2, 3, 4, 5
            """;

    private final EntityManager entities;

    TalliesInPostgres(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<Tally> count(Topic topic, LocalDate from, LocalDate to, LocalDate today) {
        String sql = switch (topic) {
            case MEASURES -> MEASURES;
            case QUERIES -> QUERIES;
            case FEEDBACK -> FEEDBACK;
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
        Query query = entities.createNativeQuery(sql);
        query.getParameters()
                .forEach(parameter -> query.setParameter(parameter.getName(), period.get(parameter.getName())));
        List<Tally> tallies = new ArrayList<>();
        for (Object each : query.getResultList()) {
            tallies.add(tally(topic, (Object[]) each));
        }
        return tallies;
    }

    private static Tally tally(Topic topic, Object[] row) {
        Map<Dimension, String> key = new EnumMap<>(Dimension.class);
        int place = 0;
        for (Dimension dimension : Dimension.values()) {
            Object value = row[place++];
            if (value != null) {
                key.put(dimension, (String) value);
            }
        }
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        for (int column = DIMENSIONS; column < row.length; column++) {
            numbers.put(topic.numbers().get(column - DIMENSIONS), new BigDecimal(String.valueOf(row[column])));
        }
        return new Tally(key, numbers);
    }
}
