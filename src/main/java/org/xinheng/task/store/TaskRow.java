package org.xinheng.task.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.TaskKind;
import org.xinheng.task.Task;
import org.xinheng.task.TaskCause;
import org.xinheng.task.TaskDeadline;

/** A task as {@link TasksInPostgres} reads it, column by column. */
record TaskRow(
        long number,
        UUID id,
        String kind,
        String cause,
        String department,
        String initiator,
        UUID listing,
        String listKind,
        UUID subject,
        String lines,
        @Nullable String leaves,
        LocalDate effectiveOn,
        @Nullable String term,
        @Nullable LocalDate acknowledgeBy,
        @Nullable LocalDate reportBy,
        @Nullable LocalDate escalateAfter,
        UUID release,
        long knownAt,
        Instant madeAt,
        @Nullable Instant acknowledgedAt,
        boolean superseded) {
    Task task(TaskLines taskLines) {
        return new Task(
                number,
                id,
                TaskKind.valueOf(kind),
                TaskCause.valueOf(cause),
                department,
                initiator,
                listing,
                listKind,
                subject,
                taskLines.read(lines),
                leaves == null ? List.of() : taskLines.read(leaves),
                effectiveOn,
                deadline(),
                release,
                knownAt,
                madeAt);
    }

    private @Nullable TaskDeadline deadline() {
        return term == null || acknowledgeBy == null || reportBy == null || escalateAfter == null
                ? null
                : new TaskDeadline(term, acknowledgeBy, reportBy, escalateAfter);
    }
}
