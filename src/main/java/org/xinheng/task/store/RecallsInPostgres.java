package org.xinheng.task.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.task.Recalls;
import org.xinheng.task.TaskReport;

/** {@link Recalls} in PostgreSQL: SQL, since what was reported is read where it was reported. */
@ApplicationScoped
class RecallsInPostgres implements Recalls {
    private static final String RECALLED = """
        select d.decision_id, t.department, d.task_id, d.measure, d.row_code, d.role,
               (select l.result from feedback f join feedback_line l on l.feedback_id = f.id
                where f.decision_id = d.decision_id and l.measure = d.measure and l.listing_id = d.listing_id
                order by f.at desc, f.id desc limit 1) as reported,
               (select l.result from task_report r join task_report_line l on l.report_id = r.id
                where r.task_id = d.task_id and l.measure = d.measure and l.row_code = d.row_code and l.role = d.role
                order by r.turn desc limit 1) as undone
        from task_decision d join task t on t.id = d.task_id where d.listing_id = :listing
        """;

    private static final String COUNTS = """
        select department, count(distinct decision_id), count(*), count(*) filter (where reported = 'IMPLEMENTED'),
               count(*) filter (where undone in ('IMPLEMENTED', 'NOT_APPLICABLE')),
               count(*) filter (where undone = 'NOT_IMPLEMENTED')
        from (%s) recalled group by department order by department
        """.formatted(RECALLED);

    private final Session session;

    RecallsInPostgres(Session session) {
        this.session = session;
    }

    @Override
    public List<Recalled> page(UUID listing, @Nullable UUID task, @Nullable Mark after, int size) {
        String sql = RECALLED
                + (task == null ? "" : " and d.task_id = :task")
                + (after == null
                        ? ""
                        : " and (d.decision_id, d.measure, d.row_code) > (:decision, cast(:measure as text),"
                                + " cast(:row as text))")
                + " order by d.decision_id, d.measure, d.row_code limit :size";
        var query = session.createNativeQuery(sql, RecalledRow.class)
                .setParameter("listing", listing)
                .setParameter("size", size);
        if (task != null) {
            query.setParameter("task", task);
        }
        if (after != null) {
            query.setParameter("decision", after.decision())
                    .setParameter("measure", after.measure())
                    .setParameter("row", after.rowCode());
        }
        return query.getResultList().stream().map(RecalledRow::recalled).toList();
    }

    private record RecalledRow(
            UUID decision,
            String agency,
            UUID task,
            String measure,
            String rowCode,
            String role,
            @Nullable String reported,
            @Nullable String undone) {
        Recalled recalled() {
            return new Recalled(
                    decision,
                    agency,
                    task,
                    measure,
                    rowCode,
                    TargetRole.valueOf(role),
                    reported,
                    undone == null ? null : TaskReport.Result.valueOf(undone));
        }
    }

    @Override
    public List<Count> counts(UUID listing) {
        return session.createNativeQuery(COUNTS, Count.class)
                .setParameter("listing", listing)
                .getResultList();
    }
}
