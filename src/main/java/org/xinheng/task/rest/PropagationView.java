package org.xinheng.task.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.TaskKind;
import org.xinheng.task.TaskCause;
import org.xinheng.task.TaskCounts;
import org.xinheng.task.TaskDeadline;
import org.xinheng.task.TaskLine;
import org.xinheng.task.TaskProgress;
import org.xinheng.task.TaskReport;
import org.xinheng.task.service.FollowRecall;

/** {@code Propagation} of the contract: how far an entry has got. */
record PropagationView(
        UUID listing,
        boolean made,
        CountsView counts,
        List<TaskBrief> tasks,
        @Nullable String next) {

    /** {@code PropagationCounts}: all tasks by how they stand. */
    record CountsView(
            long agencies, long tasks, long acknowledged, long done, long superseded, long reminded, long escalated) {}

    /** {@code TaskBrief}: a task without its subject, which the initiating department knows. */
    record TaskBrief(
            String number,
            UUID id,
            TaskKind kind,
            TaskCause cause,
            String agency,
            Instant madeAt,
            @Nullable LocalDate reportBy,
            TaskProgress.State state,
            TaskProgress.Overdue overdue,
            @Nullable Instant acknowledgedAt,
            List<TaskView.LineView> lines) {
        static TaskBrief of(TaskProgress progress, LocalDate onDay) {
            TaskDeadline deadline = progress.task().deadline();
            Map<TaskLine.Key, TaskReport.Line> stated = progress.current();
            return new TaskBrief(
                    Long.toString(progress.task().number()),
                    progress.task().id(),
                    progress.task().kind(),
                    progress.task().cause(),
                    progress.task().department(),
                    progress.task().madeAt(),
                    deadline == null ? null : deadline.reportBy(),
                    progress.state(),
                    progress.overdueOn(onDay),
                    progress.acknowledgedAt(),
                    progress.task().lines().stream()
                            .map(line -> TaskView.LineView.of(line, stated.get(line.key())))
                            .toList());
        }
    }

    /** @param size of the page */
    static PropagationView of(FollowRecall.Propagation propagation, int size) {
        TaskCounts counts = propagation.counts();
        List<TaskBrief> page = propagation.page().stream()
                .limit(size)
                .map(each -> TaskBrief.of(each, propagation.onDay()))
                .toList();
        return new PropagationView(
                propagation.listing(),
                propagation.made(),
                new CountsView(
                        counts.agencies(),
                        counts.tasks(),
                        counts.acknowledged(),
                        counts.done(),
                        counts.superseded(),
                        counts.reminded(),
                        counts.escalated()),
                page,
                propagation.page().size() > size ? page.get(size - 1).number() : null);
    }
}
