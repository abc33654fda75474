package org.xinheng.task.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Nature;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.catalogue.TaskKind;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.SubjectType;
import org.xinheng.law.Effect;
import org.xinheng.subject.Subject;
import org.xinheng.subject.SubjectName;
import org.xinheng.task.Task;
import org.xinheng.task.TaskCause;
import org.xinheng.task.TaskDeadline;
import org.xinheng.task.TaskLine;
import org.xinheng.task.TaskProgress;
import org.xinheng.task.TaskReport;
import org.xinheng.task.service.ReadTasks;

/** {@code Task} of the contract. */
record TaskView(
        String number,
        UUID id,
        TaskKind kind,
        TaskCause cause,
        String agency,
        String initiatingDepartment,
        UUID listing,
        String listKind,
        PartyView subject,
        LocalDate effectiveOn,
        Instant madeAt,
        @Nullable LocalDate acknowledgeBy,
        @Nullable LocalDate reportBy,
        TaskProgress.State state,
        TaskProgress.Overdue overdue,
        @Nullable Instant acknowledgedAt,
        List<LineView> lines,
        @Nullable List<PersonView> persons) {

    /** {@code TaskParty}. */
    record PartyView(
            SubjectType type,
            IdentifierScheme scheme,
            String identifier,
            @Nullable String name) {
        /** @param whole false to mask a person */
        static PartyView of(Subject subject, boolean whole) {
            Identifier identifier = subject.identifiers().stream()
                    .min(Comparator.comparing(Identifier::scheme))
                    .orElseThrow(() -> new IllegalStateException("a subject has at least one identifier"));
            List<SubjectName> names = subject.names();
            SubjectName name = names.isEmpty() ? null : names.get(names.size() - 1);
            boolean masked = subject.type() == SubjectType.PERSON && !whole;
            return new PartyView(
                    subject.type(),
                    identifier.scheme(),
                    masked ? identifier.masked() : identifier.value(),
                    name == null ? null : masked ? name.masked() : name.value());
        }
    }

    /** {@code TaskPerson}. */
    record PersonView(TargetRole role, PartyView subject) {}

    /** {@code TaskLine}: what is to be done, and the newest word on it. */
    record LineView(
            String measure,
            String rowCode,
            TargetRole role,
            String title,
            Nature nature,
            Effect effect,
            List<String> matters,
            TaskReport.@Nullable Result result,
            @Nullable String reason,
            @Nullable LocalDate implementedOn,
            @Nullable String documentNumber) {
        static LineView of(TaskLine line, TaskReport.@Nullable Line stated) {
            return new LineView(
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
    }

    static TaskView of(ReadTasks.TaskDetails displayed) {
        return view(displayed, false, null);
    }

    static TaskView of(ReadTasks.Whole whole) {
        List<PersonView> persons = new ArrayList<>();
        whole.persons().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> each.getValue()
                        .forEach(person -> persons.add(new PersonView(each.getKey(), PartyView.of(person, true)))));
        return view(whole.displayed(), true, List.copyOf(persons));
    }

    private static TaskView view(ReadTasks.TaskDetails displayed, boolean whole, @Nullable List<PersonView> persons) {
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
                PartyView.of(displayed.subject(), whole),
                task.effectiveOn(),
                task.madeAt(),
                deadline == null ? null : deadline.acknowledgeBy(),
                deadline == null ? null : deadline.reportBy(),
                displayed.progress().state(),
                displayed.progress().overdueOn(displayed.onDay()),
                displayed.progress().acknowledgedAt(),
                task.lines().stream()
                        .map(line -> LineView.of(line, stated.get(line.key())))
                        .toList(),
                persons);
    }
}
