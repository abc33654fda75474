package org.xinheng.task.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.xinheng.contract.api.PropagationCountsView;
import org.xinheng.contract.api.PropagationView;
import org.xinheng.contract.api.TaskBriefView;
import org.xinheng.task.TaskCounts;
import org.xinheng.task.TaskDeadline;
import org.xinheng.task.TaskLine;
import org.xinheng.task.TaskProgress;
import org.xinheng.task.TaskReport;
import org.xinheng.task.service.FollowRecall;

/** Writes {@code Propagation} of the contract: how far an entry has got. */
final class PropagationMapper {
    private PropagationMapper() {}

    static TaskBriefView taskBrief(TaskProgress progress, LocalDate onDay) {
        TaskDeadline deadline = progress.task().deadline();
        Map<TaskLine.Key, TaskReport.Line> stated = progress.current();
        return new TaskBriefView(
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
                        .map(line -> TaskMapper.line(line, stated.get(line.key())))
                        .toList());
    }

    /** @param size of the page */
    static PropagationView of(FollowRecall.Propagation propagation, int size) {
        TaskCounts counts = propagation.counts();
        List<TaskBriefView> page = propagation.page().stream()
                .limit(size)
                .map(each -> taskBrief(each, propagation.onDay()))
                .toList();
        return new PropagationView(
                propagation.listing(),
                propagation.made(),
                new PropagationCountsView(
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
