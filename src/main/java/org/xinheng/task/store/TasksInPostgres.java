package org.xinheng.task.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.catalogue.TaskKind;
import org.xinheng.task.Task;
import org.xinheng.task.TaskCause;
import org.xinheng.task.TaskDeadline;
import org.xinheng.task.TaskLine;
import org.xinheng.task.TaskProgress;
import org.xinheng.task.TaskReport;
import org.xinheng.task.Tasks;

/** {@link Tasks} in PostgreSQL. */
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

    private final EntityManager entities;
    private final TaskLines taskLines;

    TasksInPostgres(EntityManager entities, ObjectMapper objectMapper) {
        this.entities = entities;
        this.taskLines = new TaskLines(objectMapper);
    }

    @Override
    public List<TaskProgress> search(Tasks.Query search) {
        StringBuilder sql = new StringBuilder(COLUMNS).append(" and t.number > :after");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("after", search.after());
        add(sql, parameters, " and t.department = :department", "department", search.department());
        add(sql, parameters, " and t.listing_id = :listing", "listing", search.listing());
        add(
                sql,
                parameters,
                " and t.kind = :kind",
                "kind",
                search.kind() == null ? null : search.kind().name());
        add(sql, parameters, " and (t.report_by < :late or " + UNSEEN + ")", "late", search.lateOn());
        add(sql, parameters, " and t.escalate_after < :escalated", "escalated", search.escalatedOn());
        if (search.open()) {
            sql.append(" and not ").append(SETTLED).append(" and ").append(OPEN_LINE);
        }
        parameters.put("size", search.size());
        return found(sql.append(" order by t.number limit :size").toString(), parameters);
    }

    private static void add(
            StringBuilder sql, Map<String, Object> parameters, String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.put(name, value);
        }
    }

    @Override
    public Optional<TaskProgress> find(UUID id) {
        return found(COLUMNS + " and t.id = :id", Map.of("id", id)).stream().findFirst();
    }

    private List<TaskProgress> found(String sql, Map<String, Object> parameters) {
        jakarta.persistence.Query query = entities.createNativeQuery(sql);
        parameters.forEach(query::setParameter);
        List<Object[]> rows = new ArrayList<>();
        for (Object row : query.getResultList()) {
            rows.add((Object[]) row);
        }
        Map<UUID, List<TaskReport>> reports =
                reportsOn(rows.stream().map(row -> (UUID) row[1]).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new TaskProgress(
                        task(row),
                        row[19] == null ? null : instant(row[19]),
                        (Boolean) row[20],
                        reports.getOrDefault((UUID) row[1], List.of())))
                .toList();
    }

    private Task task(Object[] row) {
        return new Task(
                ((Number) row[0]).longValue(),
                (UUID) row[1],
                TaskKind.valueOf((String) row[2]),
                TaskCause.valueOf((String) row[3]),
                (String) row[4],
                (String) row[5],
                (UUID) row[6],
                (String) row[7],
                (UUID) row[8],
                taskLines.read((String) row[9]),
                row[10] == null ? List.of() : taskLines.read((String) row[10]),
                Objects.requireNonNull(day(row[11])),
                row[12] == null
                        ? null
                        : new TaskDeadline(
                                (String) row[12],
                                Objects.requireNonNull(day(row[13])),
                                Objects.requireNonNull(day(row[14])),
                                Objects.requireNonNull(day(row[15]))),
                (UUID) row[16],
                ((Number) row[17]).longValue(),
                instant(row[18]));
    }

    private Map<UUID, List<TaskReport>> reportsOn(Set<UUID> tasks) {
        Map<UUID, List<TaskReport>> reports = new HashMap<>();
        if (tasks.isEmpty()) {
            return reports;
        }
        Map<UUID, TaskReport> byId = new LinkedHashMap<>();
        for (Object each :
                entities.createNativeQuery(REPORTS).setParameter("ids", tasks).getResultList()) {
            Object[] row = (Object[]) each;
            byId.computeIfAbsent(
                            (UUID) row[0],
                            id -> new TaskReport(
                                    id, (UUID) row[1], (Boolean) row[2], instant(row[3]), new ArrayList<>()))
                    .lines()
                    .add(line(row));
        }
        byId.values()
                .forEach(report -> reports.computeIfAbsent(report.task(), task -> new ArrayList<>())
                        .add(report));
        return reports;
    }

    private static TaskReport.Line line(Object[] row) {
        return new TaskReport.Line(
                new TaskLine.Key((String) row[4], (String) row[5], TargetRole.valueOf((String) row[6])),
                TaskReport.Result.valueOf((String) row[7]),
                (String) row[8],
                day(row[9]),
                (String) row[10],
                (BigDecimal) row[11]);
    }

    @Override
    public void hold(UUID id) {
        entities.createNativeQuery("select 1 from task where id = :id for update")
                .setParameter("id", id)
                .getResultList();
    }

    @Override
    public boolean acknowledge(UUID id, Instant at, UUID callerKey) {
        return entities.createNativeQuery("""
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
        entities.createNativeQuery("""
                        insert into task_report (id, task_id, turn, settled, recorded_at, recorded_by)
                        values (:id, :task, (select count(*) + 1 from task_report where task_id = :task), :settled,
                            :at, :by)""")
                .setParameter("id", report.id())
                .setParameter("task", report.task())
                .setParameter("settled", report.settled())
                .setParameter("at", report.recordedAt())
                .setParameter("by", callerKey)
                .executeUpdate();
        int position = 0;
        for (TaskReport.Line line : report.lines()) {
            entities.createNativeQuery("""
                            insert into task_report_line (report_id, position, measure, row_code, role, result, reason,
                                implemented_on, document_number, amount_cny)
                            values (:report, :position, :measure, :row, :role, :result, cast(:reason as text),
                                cast(:on as date), cast(:document as text), cast(:amount as numeric))""")
                    .setParameter("report", report.id())
                    .setParameter("position", position++)
                    .setParameter("measure", line.line().measure())
                    .setParameter("row", line.line().rowCode())
                    .setParameter("role", line.line().role().name())
                    .setParameter("result", line.result().name())
                    .setParameter("reason", line.reason())
                    .setParameter(
                            "on",
                            line.implementedOn() == null
                                    ? null
                                    : line.implementedOn().toString())
                    .setParameter("document", line.documentNumber())
                    .setParameter(
                            "amount",
                            line.amountCny() == null ? null : line.amountCny().toPlainString())
                    .executeUpdate();
        }
    }

    private static Instant instant(Object at) {
        return at instanceof Timestamp timestamp ? timestamp.toInstant() : (Instant) at;
    }

    private static @Nullable LocalDate day(@Nullable Object day) {
        return day instanceof Date date ? date.toLocalDate() : (LocalDate) day;
    }
}
