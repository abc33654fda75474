package org.xinheng.task.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.xinheng.catalogue.TaskKind;
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
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into task_round (id, known_at, made_on, made_at, release_id, tasks) values (?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, round);
            insert.setLong(2, knownAt);
            insert.setDate(3, Date.valueOf(madeOn));
            insert.setObject(4, tasks.get(0).madeAt().atOffset(ZoneOffset.UTC));
            insert.setObject(5, release);
            insert.setInt(6, tasks.size());
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Task task : tasks) {
                fill(insert, round, task);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        appendDecisions(round, tasks, recalled);
    }

    private void appendDecisions(UUID round, List<Task> tasks, List<TaskOutbox.RestingLine> recalled)
            throws SQLException {
        Map<Sent, UUID> sent = new HashMap<>();
        tasks.stream()
                .filter(task -> task.kind() == TaskKind.LIFT)
                .forEach(task -> task.lines()
                        .forEach(line -> sent.put(new Sent(task.listing(), task.department(), line.key()), task.id())));
        try (PreparedStatement insert = connection.prepareStatement(INSERT_DECISION)) {
            for (TaskOutbox.RestingLine line : recalled) {
                UUID task = sent.get(
                        new Sent(line.listing(), line.department(), line.line().key()));
                if (task != null) {
                    insert.setObject(1, task);
                    insert.setObject(2, round);
                    insert.setObject(3, line.listing());
                    insert.setObject(4, line.decision());
                    insert.setString(5, line.line().measure());
                    insert.setString(6, line.line().rowCode());
                    insert.setString(7, line.line().role().name());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** What a lift task sends to whom. */
    private record Sent(UUID listing, String department, TaskLine.Key line) {}

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
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into task_content (hash, lines) values (?, ?) on conflict do nothing")) {
            for (TaskLines.Stored stored : contents.values()) {
                insert.setBytes(1, stored.hash());
                insert.setString(2, stored.text());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void fill(PreparedStatement insert, UUID round, Task task) throws SQLException {
        TaskDeadline deadline = task.deadline();
        insert.setLong(1, task.number());
        insert.setObject(2, task.id());
        insert.setObject(3, round);
        insert.setString(4, task.kind().name());
        insert.setString(5, task.cause().name());
        insert.setString(6, task.department());
        insert.setString(7, task.initiator());
        insert.setObject(8, task.listing());
        insert.setString(9, task.listKind());
        insert.setObject(10, task.subject());
        insert.setBytes(11, taskLines.keep(task.lines()).hash());
        if (task.leaves().isEmpty()) {
            insert.setNull(12, Types.BINARY);
        } else {
            insert.setBytes(12, taskLines.keep(task.leaves()).hash());
        }
        insert.setObject(13, task.effectiveOn());
        insert.setString(14, deadline == null ? null : deadline.term());
        insert.setObject(15, deadline == null ? null : deadline.acknowledgeBy(), Types.DATE);
        insert.setObject(16, deadline == null ? null : deadline.reportBy(), Types.DATE);
        insert.setObject(17, deadline == null ? null : deadline.escalateAfter(), Types.DATE);
        insert.setLong(18, task.knownAt());
    }
}
