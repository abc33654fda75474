package org.xinheng.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.TaskKind;

/**
 * A task with what became of it; how it stands on a day is derived from dates.
 *
 * @param acknowledgedAt null while nobody acknowledged it
 * @param superseded whether it is not done and each line that is still to be done is named by a later task of the same
 *     listing and agency, which takes its place; a later task that names other lines takes nobody's
 * @param reports oldest first
 */
public record TaskProgress(Task task, @Nullable Instant acknowledgedAt, boolean superseded, List<TaskReport> reports) {
    /** How a task stands. */
    public enum State {
        /** Nobody has acknowledged it. */
        OPEN,
        ACKNOWLEDGED,
        /** Some lines are still to be done. */
        REPORTED,
        /** Every line is done, or there is nothing to do about it. */
        DONE,
        /** Later tasks of the same listing name whatever was left to be done about it. */
        SUPERSEDED
    }

    /** Who is told that a task is late. */
    public enum Overdue {
        NONE,
        /** 催办. */
        REMINDER,
        /** 报信用办. */
        CREDIT_OFFICE
    }

    /** How it stands. */
    public State state() {
        if (settled()) {
            return State.DONE;
        }
        if (superseded) {
            return State.SUPERSEDED;
        }
        if (!reports.isEmpty()) {
            return State.REPORTED;
        }
        return acknowledgedAt == null ? State.OPEN : State.ACKNOWLEDGED;
    }

    /** How late it is on a day; what is done or superseded is never late. */
    public Overdue overdueOn(LocalDate day) {
        TaskDeadline deadline = task.deadline();
        State state = state();
        if (deadline == null || state == State.DONE || state == State.SUPERSEDED) {
            return Overdue.NONE;
        }
        if (day.isAfter(deadline.escalateAfter())) {
            return Overdue.CREDIT_OFFICE;
        }
        boolean unseen = state == State.OPEN && day.isAfter(deadline.acknowledgeBy());
        return unseen || day.isAfter(deadline.reportBy()) ? Overdue.REMINDER : Overdue.NONE;
    }

    /** The newest word on each line that was reported. */
    public Map<TaskLine.Key, TaskReport.Line> current() {
        return currentOf(reports);
    }

    private boolean settled() {
        return !reports.isEmpty() && reports.get(reports.size() - 1).settled();
    }

    /**
     * Whether a task is done with these reports: each line has its word, and what was to be lifted is lifted.
     *
     * @param reports oldest first
     */
    public static boolean settles(Task task, List<List<TaskReport.Line>> reports) {
        Map<TaskLine.Key, TaskReport.Line> current = new HashMap<>();
        reports.forEach(lines -> lines.forEach(line -> current.put(line.line(), line)));
        return task.lines().stream()
                .map(line -> current.get(line.key()))
                .allMatch(line -> line != null
                        && (task.kind() == TaskKind.APPLY || line.result() != TaskReport.Result.NOT_IMPLEMENTED));
    }

    private static Map<TaskLine.Key, TaskReport.Line> currentOf(List<TaskReport> reports) {
        Map<TaskLine.Key, TaskReport.Line> current = new HashMap<>();
        reports.forEach(report -> report.lines().forEach(line -> current.put(line.line(), line)));
        return current;
    }
}
