package org.xinheng.task.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.sql.store.Conditions;
import org.xinheng.sql.store.Sql;
import org.xinheng.sql.store.StoredJson;
import org.xinheng.task.TaskLine;
import org.xinheng.task.TaskProgress;
import org.xinheng.task.TaskReport;
import org.xinheng.task.Tasks;

/** {@link Tasks} in PostgreSQL: SQL, since how a task stands is counted over its lines and the reports on them. */
@ApplicationScoped
class TasksInPostgres implements Tasks {
    private static final String SETTLED = """
        coalesce((select r.settled from task_report r where r.task_id = t.id order by r.turn desc limit 1), false)\
        """;

    /** A line that neither has its word nor is named again by a later task, as {@link TaskProgress#settles} has it. */
    private static final String OPEN_LINE = "exists (select 1 from task_open_line o where o.task_id = t.id)";

    private static final String SUPERSEDED = "(not " + SETTLED + " and not " + OPEN_LINE + ")";

    /** Seen by nobody though it should have been: a reminder before the report is due. */
    private static final String UNSEEN = """
        (t.acknowledge_by < :late and a.task_id is null
            and not exists (select 1 from task_report r where r.task_id = t.id))\
        """;

    private static final String COLUMNS = """
        select t.number, t.id, t.kind, t.cause, t.department, t.initiator, t.listing_id, t.list_kind, t.subject_id,
               c.lines, k.lines as leaves, t.effective_on, t.term, t.acknowledge_by, t.report_by, t.escalate_after,
               r.release_id, t.known_at, r.made_at, a.recorded_at, %s as superseded
        from task t join task_round r on r.id = t.round_id join task_content c on c.hash = t.content
        left join task_content k on k.hash = t.leaves left join task_acknowledgement a on a.task_id = t.id
        where true\
        """.formatted(SUPERSEDED);

    private static final String REPORTS = """
        select r.id, r.task_id, r.settled, r.recorded_at, l.measure, l.row_code, l.role, l.result, l.reason,
               l.implemented_on, l.document_number, l.amount_cny
        from task_report r join task_report_line l on l.report_id = r.id
        where r.task_id in (:ids) order by r.task_id, r.turn, l.position
        """;

    private final Session session;
    private final TaskLines taskLines;

    TasksInPostgres(Session session, StoredJson json) {
        this.session = session;
        this.taskLines = new TaskLines(json);
    }

    @Override
    public List<TaskProgress> search(Tasks.Query search) {
        Conditions sql = new Conditions(COLUMNS)
                .and("t.number > :after", "after", search.after())
                .and("t.department = :department", "department", search.department())
                .and("t.listing_id = :listing", "listing", search.listing())
                .and(
                        "t.kind = :kind",
                        "kind",
                        search.kind() == null ? null : search.kind().name())
                .and("(t.report_by < :late or " + UNSEEN + ")", "late", search.lateOn())
                .and("t.escalate_after < :escalated", "escalated", search.escalatedOn());
        if (search.open()) {
            sql.and("not " + SETTLED).and(OPEN_LINE);
        }
        return found(sql.then(" order by t.number limit :size").with("size", search.size()));
    }

    @Override
    public Optional<TaskProgress> find(UUID id) {
        return found(new Conditions(COLUMNS).and("t.id = :id", "id", id)).stream()
                .findFirst();
    }

    private List<TaskProgress> found(Conditions sql) {
        var query = session.createNativeQuery(sql.toString(), TaskRow.class);
        sql.parameters().forEach(query::setParameter);
        List<TaskRow> rows = query.getResultList();
        Map<UUID, List<TaskReport>> reports =
                reportsOn(rows.stream().map(TaskRow::id).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new TaskProgress(
                        row.task(taskLines),
                        row.acknowledgedAt(),
                        row.superseded(),
                        reports.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<TaskReport>> reportsOn(Set<UUID> tasks) {
        Map<UUID, List<TaskReport>> reports = new HashMap<>();
        if (tasks.isEmpty()) {
            return reports;
        }
        Map<UUID, TaskReport> byId = new LinkedHashMap<>();
        session.createNativeQuery(REPORTS, ReportLineRow.class)
                .setParameter("ids", tasks)
                .getResultList()
                .forEach(row -> byId.computeIfAbsent(
                                row.report(),
                                id -> new TaskReport(
                                        id, row.task(), row.settled(), row.recordedAt(), new ArrayList<>()))
                        .lines()
                        .add(row.line()));
        byId.values()
                .forEach(report -> reports.computeIfAbsent(report.task(), task -> new ArrayList<>())
                        .add(report));
        return reports;
    }

    private record ReportLineRow(
            UUID report,
            UUID task,
            boolean settled,
            Instant recordedAt,
            String measure,
            String rowCode,
            String role,
            String result,
            @Nullable String reason,
            @Nullable LocalDate implementedOn,
            @Nullable String documentNumber,
            @Nullable BigDecimal amountCny) {
        TaskReport.Line line() {
            return new TaskReport.Line(
                    new TaskLine.Key(measure, rowCode, TargetRole.valueOf(role)),
                    TaskReport.Result.valueOf(result),
                    reason,
                    implementedOn,
                    documentNumber,
                    amountCny);
        }
    }

    @Override
    public void hold(UUID id) {
        session.createNativeQuery("select 1 from task where id = :id for update", Object.class)
                .setParameter("id", id)
                .getResultList();
    }

    @Override
    public boolean acknowledge(UUID id, Instant at, UUID callerKey) {
        return session.createNativeMutationQuery("""
                        insert into task_acknowledgement (task_id, recorded_at, recorded_by) values (:id, :at, :by)
                        on conflict do nothing""")
                        .setParameter("id", id)
                        .setParameter("at", at)
                        .setParameter("by", callerKey)
                        .executeUpdate()
                == 1;
    }

    @Override
    public void report(TaskReport report, UUID callerKey) {
        session.createNativeMutationQuery("""
                        insert into task_report (id, task_id, turn, settled, recorded_at, recorded_by)
                        values (:id, :task, (select count(*) + 1 from task_report where task_id = :task), :settled,
                            :at, :by)""")
                .setParameter("id", report.id())
                .setParameter("task", report.task())
                .setParameter("settled", report.settled())
                .setParameter("at", report.recordedAt())
                .setParameter("by", callerKey)
                .executeUpdate();
        session.doWork(connection -> {
            int[] position = {0};
            Sql.batch(
                    connection,
                    "insert into task_report_line (report_id, position, measure, row_code, role, result, reason,"
                            + " implemented_on, document_number, amount_cny) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    report.lines(),
                    line -> Sql.parameters(
                            report.id(),
                            position[0]++,
                            line.line().measure(),
                            line.line().rowCode(),
                            line.line().role().name(),
                            line.result().name(),
                            line.reason(),
                            line.implementedOn(),
                            line.documentNumber(),
                            line.amountCny()));
        });
    }
}
