package org.xinheng.casereport.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.xinheng.casereport.CaseReport;
import org.xinheng.casereport.CaseReports;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.TimeOrderedId;

/** {@link CaseReports} in PostgreSQL: SQL, since a month is collected in one statement, however much was fed back. */
@ApplicationScoped
class CaseReportsInPostgres implements CaseReports {
    private static final long LOCK = 0x63617365L;

    /**
     * What a case is now: its last version, unless that is a withdrawal; with the last review of it, which is no state any
     * more once a correction has answered it.
     */
    private static final String NOW = """
            from case_version n join case_report c on c.id = n.case_id
            left join lateral (select v.id, v.state, v.reviewed_on, v.department, v.reason from case_review v
                where v.case_id = c.id order by v.state desc, v.recorded_at desc, v.id desc limit 1) r on true
            cross join lateral (select case when r.id = n.answers then 'DRAFT' else coalesce(r.state, 'DRAFT') end as state) s
            join feedback_line f on f.feedback_id = n.feedback_id and f.position = n.position
            join feedback b on b.id = n.feedback_id left join caller_key k on k.id = b.caller_key
            where not exists (select 1 from case_revision later where later.case_id = n.case_id
                and later.revision > n.revision)
            """;

    private static final String DISPLAYED = NOW + " and not n.withdrawn";

    /**
     * Feedback for what was done in a month is given on its first day or later. {@code belongs}: by its newest feedback
     * the measure was implemented in the month. Both parts see the cases as they were before.
     */
    private static final String COLLECT = """
            with newest as materialized (
                select distinct on (b.decision_id, n.listing_id, n.measure) b.decision_id, n.feedback_id, n.position,
                       n.listing_id, n.measure, n.result, n.amount_cny, n.document_number,
                       coalesce(n.implemented_on, cast(b.at at time zone 'Asia/Shanghai' as date)) as done_on
                from feedback b join feedback_line n on n.feedback_id = b.id
                where b.department = any(:departments) and b.id >= :first
                order by b.decision_id, n.listing_id, n.measure, b.at desc, b.id desc),
            judged as (
                select x.*, x.result = 'IMPLEMENTED' and x.done_on >= :from and x.done_on < :before as belongs
                from newest x),
            standing as (
                select c.decision_id, c.listing_id, c.measure, n.*, r.id as review %s
                  and s.state <> 'REVIEWED' and c.department = any(:departments)),
            revised as (
                insert into case_revision (case_id, revision, collection_id, month, feedback_id, position, implemented_on,
                    amount_cny, document_number, withdrawn, answers, place)
                select t.case_id, t.revision + 1, :collection, :month, j.feedback_id, j.position, j.done_on, j.amount_cny,
                       j.document_number, not j.belongs, t.review,
                       case when t.month = :month and not t.withdrawn then t.place else nextval('case_place') end
                from judged j join standing t
                  on t.decision_id = j.decision_id and t.listing_id = j.listing_id and t.measure = j.measure
                where (j.belongs and (t.withdrawn or t.month <> :month or t.feedback_id <> j.feedback_id))
                   or (not j.belongs and t.month = :month and not t.withdrawn)
                returning 1),
            made as (
                insert into case_report (id, collection_id, month, decision_id, feedback_id, position, listing_id,
                    subject_id, list_kind, measure, department, region, implemented_on, amount_cny, document_number,
                    collected_on)
                select gen_random_uuid(), :collection, :month, j.decision_id, j.feedback_id, j.position, j.listing_id,
                       i.subject_id, l.list_kind, j.measure, d.department, d.region, j.done_on, j.amount_cny,
                       j.document_number, :collectedOn
                from judged j
                join decision d on d.id = j.decision_id
                join listing l on l.id = j.listing_id
                join subject_identifier i on i.lookup = d.subject_lookup
                where j.belongs
                on conflict (decision_id, listing_id, measure) do nothing
                returning 1)
            select cast((select count(*) from made) as int), cast((select count(*) from revised) as int)
            """.formatted(NOW);

    private static final String CASES = """
            select c.id, n.month, c.decision_id, c.listing_id, c.subject_id, c.list_kind, c.measure, c.department, c.region,
                   n.implemented_on, n.amount_cny, f.reason, n.document_number, k.person, c.collected_on, n.revision,
                   s.state, r.state as reviewed_as, r.reviewed_on, r.department as reviewed_by, r.reason as review_reason
            """ + DISPLAYED;

    private static final String OF_MONTH = " and n.month = :month and (:everybody or c.department = any(:departments))";

    /** A case keeps the place that it had in a month. */
    private static final String AFTER = " and (n.place, n.case_id) > (select p.place, p.case_id from case_version p"
            + " where p.case_id = :after and p.month = :month order by p.revision desc limit 1)";

    private final Session session;

    CaseReportsInPostgres(Session session) {
        this.session = session;
    }

    @Override
    public Collected collect(Collection collection, UUID callerKey, Instant at) {
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)", Object.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
        session.createNativeMutationQuery("""
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
        return session.createNativeQuery(COLLECT, Collected.class)
                .setParameter("collection", collection.id())
                .setParameter("month", collection.month().month().toString())
                .setParameter("collectedOn", collection.collectedOn())
                .setParameter("departments", collection.departments().toArray(String[]::new))
                .setParameter(
                        "first",
                        TimeOrderedId.first(collection
                                .month()
                                .from()
                                .atStartOfDay(BeijingTime.ZONE)
                                .toInstant()))
                .setParameter("from", collection.month().from())
                .setParameter("before", collection.month().before())
                .getSingleResult();
    }

    @Override
    public Optional<CaseReport> find(UUID id) {
        return session.createNativeQuery(CASES + " and c.id = :id", CaseRow.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(CaseRow::report);
    }

    @Override
    public void lock(UUID id) {
        session.createNativeQuery("select 1 from pg_advisory_xact_lock_shared(:collecting)", Object.class)
                .setParameter("collecting", LOCK)
                .getSingleResult();
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)", Object.class)
                .setParameter("lock", LOCK ^ id.getLeastSignificantBits())
                .getSingleResult();
    }

    @Override
    public void review(UUID reviewId, UUID caseId, CaseReport.Review review, UUID callerKey, Instant at) {
        session.createNativeMutationQuery("""
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
                + (query.state() == null ? "" : " and s.state = :state")
                + (query.after() == null ? "" : AFTER)
                + " order by n.place, n.case_id limit :size";
        var found = ofMonth(session.createNativeQuery(sql, CaseRow.class), query.month(), query.departments())
                .setParameter("size", query.size());
        if (query.state() != null) {
            found.setParameter("state", query.state().name());
        }
        if (query.after() != null) {
            found.setParameter("after", query.after());
        }
        return found.getResultList().stream().map(CaseRow::report).toList();
    }

    @Override
    public List<Count> counts(YearMonth month, Set<String> departments) {
        String sql = "select s.state, count(*) " + DISPLAYED + OF_MONTH + " group by s.state order by s.state";
        return ofMonth(session.createNativeQuery(sql, CountRow.class), month, departments).getResultList().stream()
                .map(row -> new Count(CaseReport.State.valueOf(row.state()), row.cases()))
                .toList();
    }

    private record CountRow(String state, long cases) {}

    @Override
    public boolean wasIn(YearMonth month, UUID id) {
        return session.createNativeQuery(
                        "select exists (select 1 from case_version where case_id = :id and month = :month)",
                        Boolean.class)
                .setParameter("id", id)
                .setParameter("month", month.toString())
                .getSingleResult();
    }

    private static <T> NativeQuery<T> ofMonth(NativeQuery<T> query, YearMonth month, Set<String> departments) {
        return query.setParameter("month", month.toString())
                .setParameter("everybody", departments.isEmpty())
                .setParameter("departments", departments.toArray(String[]::new));
    }

    /** A row of {@link #CASES}, column by column. */
    private record CaseRow(
            UUID id,
            String month,
            UUID decisionId,
            UUID listingId,
            UUID subjectId,
            String listKind,
            String measure,
            String department,
            String region,
            LocalDate implementedOn,
            @Nullable BigDecimal amountCny,
            @Nullable String explanation,
            @Nullable String documentNumber,
            @Nullable String publisher,
            LocalDate collectedOn,
            int revision,
            String state,
            @Nullable String reviewedAs,
            @Nullable LocalDate reviewedOn,
            @Nullable String reviewedBy,
            @Nullable String reviewReason) {
        CaseReport report() {
            return new CaseReport(
                    id,
                    YearMonth.parse(month),
                    decisionId,
                    listingId,
                    subjectId,
                    listKind,
                    measure,
                    department,
                    region,
                    implementedOn,
                    amountCny,
                    explanation,
                    documentNumber,
                    publisher,
                    collectedOn,
                    revision,
                    CaseReport.State.valueOf(state),
                    reviewedAs == null || reviewedOn == null || reviewedBy == null
                            ? null
                            : new CaseReport.Review(
                                    CaseReport.State.valueOf(reviewedAs), reviewedOn, reviewedBy, reviewReason));
        }
    }
}
