package org.xinheng.casereport.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.casereport.CaseReport;
import org.xinheng.casereport.CaseReports;

/** {@link CaseReports} in PostgreSQL; a month is collected in one statement, however much was fed back. */
@ApplicationScoped
class CaseReportsInPostgres implements CaseReports {
    private static final long LOCK = 0x63617365L;

    private static final String COLLECT = """
            insert into case_report (id, collection_id, month, decision_id, feedback_id, position, listing_id, subject_id,
                list_kind, measure, department, region, implemented_on, amount_cny, document_number, collected_on)
            select gen_random_uuid(), :collection, :month, f.decision_id, f.feedback_id, f.position, f.listing_id,
                   i.subject_id, l.list_kind, f.measure, d.department, d.region, f.done_on, f.amount_cny,
                   f.document_number, :collectedOn
            from (
                select distinct on (b.decision_id, n.listing_id, n.measure) b.decision_id, n.feedback_id, n.position,
                       n.listing_id, n.measure, n.result, n.amount_cny, n.document_number,
                       coalesce(n.implemented_on, cast(b.at at time zone 'Asia/Shanghai' as date)) as done_on
                from feedback b join feedback_line n on n.feedback_id = b.id
                where b.department = any(:departments)
                order by b.decision_id, n.listing_id, n.measure, b.id desc
            ) f
            join decision d on d.id = f.decision_id
            join listing l on l.id = f.listing_id
            join subject_identifier i on i.lookup = d.subject_lookup
            where f.result = 'IMPLEMENTED' and f.done_on >= :from and f.done_on < :before
            on conflict (decision_id, listing_id, measure) do nothing
            """;

    private static final String CASES = """
            select c.id, c.month, c.decision_id, c.listing_id, c.subject_id, c.list_kind, c.measure, c.department, c.region,
                   c.implemented_on, c.amount_cny, n.reason, c.document_number, c.collected_on,
                   r.state, r.reviewed_on, r.department as reviewed_by, r.reason as review_reason
            from case_report c
            join feedback_line n on n.feedback_id = c.feedback_id and n.position = c.position
            left join lateral (select v.state, v.reviewed_on, v.department, v.reason from case_review v
                where v.case_id = c.id order by v.state desc, v.recorded_at desc, v.id desc limit 1) r on true
            """;

    private static final String OF_MONTH =
            " where c.month = :month and (:everybody or c.department = any(:departments))";

    private final EntityManager entities;

    CaseReportsInPostgres(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public int collect(Collection collection, UUID callerKey, Instant at) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)")
                .setParameter("lock", LOCK)
                .getSingleResult();
        entities.createNativeQuery("""
                        insert into case_collection (id, month, department, collected_on, recorded_at, recorded_by)
                        values (:id, :month, :department, :collectedOn, :at, :by)
                        """)
                .setParameter("id", collection.id())
                .setParameter("month", collection.month().month().toString())
                .setParameter("department", collection.department())
                .setParameter("collectedOn", collection.collectedOn())
                .setParameter("at", at)
                .setParameter("by", callerKey)
                .executeUpdate();
        return entities.createNativeQuery(COLLECT)
                .setParameter("collection", collection.id())
                .setParameter("month", collection.month().month().toString())
                .setParameter("collectedOn", collection.collectedOn())
                .setParameter("departments", collection.departments().toArray(String[]::new))
                .setParameter("from", collection.month().from())
                .setParameter("before", collection.month().before())
                .executeUpdate();
    }

    @Override
    public Optional<CaseReport> find(UUID id) {
        return cases(entities.createNativeQuery(CASES + " where c.id = :id").setParameter("id", id)).stream()
                .findFirst();
    }

    @Override
    public void lock(UUID id) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)")
                .setParameter("lock", LOCK ^ id.getLeastSignificantBits())
                .getSingleResult();
    }

    @Override
    public void review(UUID reviewId, UUID caseId, CaseReport.Review review, UUID callerKey, Instant at) {
        entities.createNativeQuery("""
                        insert into case_review (id, case_id, state, reviewed_on, department, reason, recorded_at,
                            recorded_by)
                        values (:id, :case, :state, :on, :department, cast(:reason as text), :at, :by)
                        """)
                .setParameter("id", reviewId)
                .setParameter("case", caseId)
                .setParameter("state", review.state().name())
                .setParameter("on", review.reviewedOn())
                .setParameter("department", review.department())
                .setParameter("reason", review.reason())
                .setParameter("at", at)
                .setParameter("by", callerKey)
                .executeUpdate();
    }

    @Override
    public List<CaseReport> search(CaseQuery query) {
        String sql = CASES + OF_MONTH
                + (query.state() == null ? "" : " and coalesce(r.state, 'DRAFT') = :state")
                + (query.after() == null ? "" : " and c.id > :after")
                + " order by c.id limit :size";
        Query found = ofMonth(entities.createNativeQuery(sql), query.month(), query.departments())
                .setParameter("size", query.size());
        if (query.state() != null) {
            found.setParameter("state", query.state().name());
        }
        if (query.after() != null) {
            found.setParameter("after", query.after());
        }
        return cases(found);
    }

    @Override
    public List<Count> counts(YearMonth month, Set<String> departments) {
        List<Count> counts = new ArrayList<>();
        Query query = ofMonth(
                entities.createNativeQuery("select state, count(*) from (select coalesce(r.state, 'DRAFT') as state"
                        + " from case_report c left join lateral (select v.state from case_review v"
                        + " where v.case_id = c.id order by v.state desc, v.recorded_at desc, v.id desc limit 1) r on true"
                        + OF_MONTH
                        + ") x group by state order by state"),
                month,
                departments);
        for (Object each : query.getResultList()) {
            Object[] row = (Object[]) each;
            counts.add(new Count(CaseReport.State.valueOf((String) row[0]), ((Number) row[1]).longValue()));
        }
        return counts;
    }

    private static Query ofMonth(Query query, YearMonth month, Set<String> departments) {
        return query.setParameter("month", month.toString())
                .setParameter("everybody", departments.isEmpty())
                .setParameter("departments", departments.toArray(String[]::new));
    }

    private static List<CaseReport> cases(Query query) {
        List<CaseReport> cases = new ArrayList<>();
        for (Object each : query.getResultList()) {
            Object[] row = (Object[]) each;
            cases.add(new CaseReport(
                    (UUID) row[0],
                    YearMonth.parse((String) row[1]),
                    (UUID) row[2],
                    (UUID) row[3],
                    (UUID) row[4],
                    (String) row[5],
                    (String) row[6],
                    (String) row[7],
                    (String) row[8],
                    day(row[9]),
                    (BigDecimal) row[10],
                    (String) row[11],
                    (String) row[12],
                    day(row[13]),
                    review(row)));
        }
        return cases;
    }

    private static CaseReport.@Nullable Review review(Object[] row) {
        return row[14] == null
                ? null
                : new CaseReport.Review(
                        CaseReport.State.valueOf((String) row[14]), day(row[15]), (String) row[16], (String) row[17]);
    }

    private static LocalDate day(Object date) {
        return date instanceof Date sql ? sql.toLocalDate() : (LocalDate) date;
    }
}
