package org.xinheng.task.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.contract.api.TaskLineView;
import org.xinheng.contract.api.TaskPartyView;
import org.xinheng.contract.api.TaskPersonView;
import org.xinheng.contract.api.TaskView;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.SubjectType;
import org.xinheng.subject.Subject;
import org.xinheng.subject.SubjectName;
import org.xinheng.task.Task;
import org.xinheng.task.TaskDeadline;
import org.xinheng.task.TaskLine;
import org.xinheng.task.TaskReport;
import org.xinheng.task.service.ReadTasks;

/** Writes {@code Task} of the contract. */
final class TaskMapper {
    private TaskMapper() {}

    /** @param whole false to mask a person */
    static TaskPartyView party(Subject subject, boolean whole) {
        Identifier identifier = subject.mainIdentifier();
        SubjectName name = subject.newestName();
        boolean masked = subject.type() == SubjectType.PERSON && !whole;
        return new TaskPartyView(
                subject.type(),
                identifier.scheme(),
                masked ? identifier.masked() : identifier.value(),
                name == null ? null : masked ? name.masked() : name.value());
    }

    static TaskLineView line(TaskLine line, TaskReport.@Nullable Line stated) {
        return new TaskLineView(
                line.measure(),
                line.rowCode(),
                line.role(),
                line.title(),
                line.nature(),
                line.effect(),
                line.matters(),
                stated == null ? null : stated.result(),
                stated == null ? null : stated.reason(),
                stated == null ? null : stated.implementedOn(),
                stated == null ? null : stated.documentNumber());
    }

    static TaskView of(ReadTasks.TaskDetails displayed) {
        return view(displayed, false, null);
    }

    static TaskView of(ReadTasks.Whole whole) {
        List<TaskPersonView> persons = new ArrayList<>();
        whole.persons().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> each.getValue()
                        .forEach(person -> persons.add(new TaskPersonView(each.getKey(), party(person, true)))));
        return view(whole.displayed(), true, List.copyOf(persons));
    }

    private static TaskView view(
            ReadTasks.TaskDetails displayed, boolean whole, @Nullable List<TaskPersonView> persons) {
        Task task = displayed.progress().task();
        TaskDeadline deadline = task.deadline();
        Map<TaskLine.Key, TaskReport.Line> stated = displayed.progress().current();
        return new TaskView(
                Long.toString(task.number()),
                task.id(),
                task.kind(),
                task.cause(),
                task.department(),
                task.initiator(),
                task.listing(),
                task.listKind(),
                party(displayed.subject(), whole),
                task.effectiveOn(),
                task.madeAt(),
                deadline == null ? null : deadline.acknowledgeBy(),
                deadline == null ? null : deadline.reportBy(),
                displayed.progress().state(),
                displayed.progress().overdueOn(displayed.onDay()),
                displayed.progress().acknowledgedAt(),
                task.lines().stream()
                        .map(line -> line(line, stated.get(line.key())))
                        .toList(),
                persons);
    }
}
