package org.xinheng.act.store;

/** The statements by which acts are kept, found and counted. */
final class ActSql {
    static final String INSERT = """
            insert into act (id, kind, department, region, document_number, decided_on, organ, organ_code, category,
                gravity, simple_procedure, valid_from, valid_until, public_until, fine_cny, confiscated_cny, subject_type,
                subject_scheme, subject_lookup, due_on, calendar_known, recorded_on, reminder, delivery, recorded_at,
                recorded_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (department, kind, document_number, subject_lookup) do nothing""";

    /** Of an act that was known already nothing is kept. */
    static final String INSERT_PERSONAL = """
            insert into act_personal (act_id, cipher)
            select k.id, k.cipher from (values (cast(? as uuid), cast(? as bytea))) k(id, cipher) join act on act.id = k.id""";

    /** Rows are {@link ActRow}. */
    static final String SELECT = """
            select a.id, a.department, a.region, a.kind, a.subject_type, a.subject_scheme, a.document_number, a.decided_on,
                   a.organ, a.organ_code, a.category, a.gravity, a.simple_procedure, a.valid_from, a.valid_until,
                   a.public_until, a.fine_cny, a.confiscated_cny, a.delivery, a.due_on, a.calendar_known, a.recorded_on,
                   a.recorded_at, a.reminder, p.cipher, r.revoked_on, r.reason, r.document_number as revoked_by
            from act a join act_personal p on p.act_id = a.id left join act_revocation r on r.act_id = a.id""";

    static final String SEARCH = SELECT + "\n" + """
            where (cast(:department as text) is null or a.department = :department)
              and (cast(:kind as text) is null or a.kind = :kind)
              and (cast(:from as date) is null or a.decided_on >= :from)
              and (cast(:to as date) is null or a.decided_on <= :to)
              and (cast(:late as boolean) is null or (a.recorded_on > a.due_on) = :late)
              and (cast(:after as uuid) is null or a.id > :after)
            order by a.id limit :size""";

    static final String KNOWN = SELECT + "\n" + """
            where a.department = :department and a.document_number in (:numbers) and a.subject_lookup in (:lookups)""";

    static final String REVOKE = """
            insert into act_revocation (act_id, revoked_on, reason, document_number, known_at, recorded_at, recorded_by)
            values (:id, :on, :reason, :document, cast(:known as bigint), :at, :by)""";

    /**
     * By the month of the decision: reported and late; by the month of handing in: what was taken at once. Each part is
     * bounded by itself: a bound on the months of the whole would be asked of every act there is.
     */
    static final String FIGURES = """
            with decided as (
                select department, kind, cast(date_trunc('month', decided_on) as date) as month,
                       cast(count(*) as int) as reported, cast(count(*) filter (where recorded_on > due_on) as int) as late
                from act where decided_on >= :from and decided_on < :end
                  and (cast(:department as text) is null or department = :department) group by 1, 2, 3),
            singly as (
                select department, kind, cast(date_trunc('month', recorded_on) as date) as month,
                       cast(count(*) as int) as rows, 0 as refused
                from act where delivery = id and recorded_on >= :from and recorded_on < :end
                  and (cast(:department as text) is null or department = :department) group by 1, 2, 3),
            batches as (
                select department, act_kind as kind,
                       cast(date_trunc('month', recorded_at at time zone 'Asia/Shanghai') as date) as month,
                       cast(sum(rows) as int) as rows, cast(sum(refused) as int) as refused
                from listing_batch where act_kind is not null and recorded_at >= :first and recorded_at < :last
                  and (cast(:department as text) is null or department = :department) group by 1, 2, 3),
            handed as (
                select department, kind, month, cast(sum(rows) as int) as handed_in,
                       cast(sum(rows - refused) as int) as compliant
                from (select * from singly union all select * from batches) h group by 1, 2, 3),
            made as (
                select distinct on (department, kind, month) department, kind, month, made
                from act_count where month >= :from and month < :end
                  and (cast(:department as text) is null or department = :department)
                order by department, kind, month, id desc)
            select department, kind, month, made, coalesce(reported, 0) as reported, coalesce(late, 0) as late,
                   coalesce(handed_in, 0) as handed_in, coalesce(compliant, 0) as compliant
            from decided full join handed using (department, kind, month) full join made using (department, kind, month)
            order by month, department, kind""";

    private ActSql() {}
}
