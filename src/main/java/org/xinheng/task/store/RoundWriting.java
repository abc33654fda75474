package org.xinheng.task.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.TaskKind;
import org.xinheng.sql.store.Sql;
import org.xinheng.task.Task;
import org.xinheng.task.TaskDeadline;
import org.xinheng.task.TaskLine;
import org.xinheng.task.TaskOutbox;

/** Writes one round of tasks: what they say, the tasks, and the decisions that go with lift tasks. */
final class RoundWriting {
    private static final String INSERT_DECISION = """
        insert into task_decision (task_id, round_id, listing_id, decision_id, measure, row_code, role)
        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
        """;

    private static final String INSERT = """
        insert into task (number, id, round_id, kind, cause, department, initiator, listing_id, list_kind, subject_id,
            content, leaves, effective_on, term, acknowledge_by, report_by, escalate_after, known_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private final Connection connection;
    private final TaskLines taskLines;

    RoundWriting(Connection connection, TaskLines taskLines) {
        this.connection = connection;
        this.taskLines = taskLines;
    }

    void write(
            UUID round,
            LocalDate madeOn,
            UUID release,
            long knownAt,
            List<Task> tasks,
            List<TaskOutbox.RestingLine> recalled)
            throws SQLException {
        appendContent(tasks);
        Sql.update(
                connection,
                "insert into task_round (id, known_at, made_on, made_at, release_id, tasks) values (?, ?, ?, ?, ?, ?)",
                round,
                knownAt,
                madeOn,
                tasks.get(0).madeAt(),
                release,
                tasks.size());
        Sql.batch(connection, INSERT, tasks, task -> columns(round, task));
        appendDecisions(round, tasks, recalled);
    }

    private void appendDecisions(UUID round, List<Task> tasks, List<TaskOutbox.RestingLine> recalled)
            throws SQLException {
        Map<Sent, UUID> sent = new HashMap<>();
        tasks.stream()
                .filter(task -> task.kind() == TaskKind.LIFT)
                .forEach(task -> task.lines()
                        .forEach(line -> sent.put(new Sent(task.listing(), task.department(), line.key()), task.id())));
        List<TaskOutbox.RestingLine> lifted = recalled.stream()
                .filter(line -> sent.containsKey(Sent.of(line)))
                .toList();
        Sql.batch(
                connection,
                INSERT_DECISION,
                lifted,
                line -> Sql.parameters(
                        sent.get(Sent.of(line)),
                        round,
                        line.listing(),
                        line.decision(),
                        line.line().measure(),
                        line.line().rowCode(),
                        line.line().role().name()));
    }

    /** What a lift task sends to whom. */
    private record Sent(UUID listing, String department, TaskLine.Key line) {
        static Sent of(TaskOutbox.RestingLine line) {
            return new Sent(line.listing(), line.department(), line.line().key());
        }
    }

    private void appendContent(List<Task> tasks) throws SQLException {
        Map<String, TaskLines.Stored> contents = new HashMap<>();
        for (Task task : tasks) {
            for (List<TaskLine> lines : List.of(task.lines(), task.leaves())) {
                if (!lines.isEmpty()) {
                    TaskLines.Stored stored = taskLines.keep(lines);
                    contents.put(HexFormat.of().formatHex(stored.hash()), stored);
                }
            }
        }
        Sql.batch(
                connection,
                "insert into task_content (hash, lines) values (?, ?) on conflict do nothing",
                contents.values(),
                stored -> Sql.parameters(stored.hash(), stored.text()));
    }

    private @Nullable Object[] columns(UUID round, Task task) {
        TaskDeadline deadline = task.deadline();
        return Sql.parameters(
                task.number(),
                task.id(),
                round,
                task.kind().name(),
                task.cause().name(),
                task.department(),
                task.initiator(),
                task.listing(),
                task.listKind(),
                task.subject(),
                taskLines.keep(task.lines()).hash(),
                task.leaves().isEmpty() ? null : taskLines.keep(task.leaves()).hash(),
                task.effectiveOn(),
                deadline == null ? null : deadline.term(),
                deadline == null ? null : deadline.acknowledgeBy(),
                deadline == null ? null : deadline.reportBy(),
                deadline == null ? null : deadline.escalateAfter(),
                task.knownAt());
    }
}
