package org.xinheng.task;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Tasks counted by how they stand on a day, one after the other, however many there are. */
public final class TaskCounts {
    private final LocalDate day;
    private final Set<String> agencies = new HashSet<>();
    private long tasks;
    private long acknowledged;
    private long done;
    private long superseded;
    private long reminded;
    private long escalated;

    /** @param day on which what is late is counted */
    public TaskCounts(LocalDate day) {
        this.day = day;
    }

    /** Counts one more. */
    public void add(TaskProgress task) {
        agencies.add(task.task().department());
        tasks++;
        acknowledged += task.acknowledgedAt() == null ? 0 : 1;
        TaskProgress.State state = task.state();
        done += state == TaskProgress.State.DONE ? 1 : 0;
        superseded += state == TaskProgress.State.SUPERSEDED ? 1 : 0;
        TaskProgress.Overdue overdue = task.overdueOn(day);
        reminded += overdue == TaskProgress.Overdue.REMINDER ? 1 : 0;
        escalated += overdue == TaskProgress.Overdue.CREDIT_OFFICE ? 1 : 0;
    }

    /** Whether each is done, or another one took its place. */
    public boolean allSettled() {
        return done + superseded == tasks;
    }

    /** How many agencies were tasked. */
    public long agencies() {
        return agencies.size();
    }

    /** All of them. */
    public long tasks() {
        return tasks;
    }

    /** Those that somebody has acknowledged. */
    public long acknowledged() {
        return acknowledged;
    }

    /** Those that are done. */
    public long done() {
        return done;
    }

    /** Those in whose place came another before they were done. */
    public long superseded() {
        return superseded;
    }

    /** Those of which the agency is reminded. */
    public long reminded() {
        return reminded;
    }

    /** Those of which the credit office is told. */
    public long escalated() {
        return escalated;
    }
}
