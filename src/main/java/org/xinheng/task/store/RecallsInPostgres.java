package org.xinheng.task.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.task.Recalls;
import org.xinheng.task.TaskReport;

/** {@link Recalls} in PostgreSQL: what was reported is read where it was reported. */
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

    private final EntityManager entities;

    RecallsInPostgres(EntityManager entities) {
        this.entities = entities;
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
        Query query =
                entities.createNativeQuery(sql).setParameter("listing", listing).setParameter("size", size);
        if (task != null) {
            query.setParameter("task", task);
        }
        if (after != null) {
            query.setParameter("decision", after.decision())
                    .setParameter("measure", after.measure())
                    .setParameter("row", after.rowCode());
        }
        List<Recalled> page = new ArrayList<>();
        for (Object each : query.getResultList()) {
            Object[] row = (Object[]) each;
            page.add(new Recalled(
                    (UUID) row[0],
                    (String) row[1],
                    (UUID) row[2],
                    (String) row[3],
                    (String) row[4],
                    TargetRole.valueOf((String) row[5]),
                    (String) row[6],
                    row[7] == null ? null : TaskReport.Result.valueOf((String) row[7])));
        }
        return page;
    }

    @Override
    public List<Count> counts(UUID listing) {
        List<Count> counts = new ArrayList<>();
        for (Object each : entities.createNativeQuery(COUNTS)
                .setParameter("listing", listing)
                .getResultList()) {
            Object[] row = (Object[]) each;
            counts.add(new Count(
                    (String) row[0], number(row[1]), number(row[2]), number(row[3]), number(row[4]), number(row[5])));
        }
        return counts;
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }
}
