package org.xinheng.task.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Reader;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.catalogue.TaskKind;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.Listing;
import org.xinheng.listing.Listings;
import org.xinheng.listing.ResponsiblePerson;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.subject.Subject;
import org.xinheng.subject.Subjects;
import org.xinheng.task.TaskLine;
import org.xinheng.task.TaskProgress;
import org.xinheng.task.Tasks;

/**
 * An agency reads its tasks, auditors and the credit office all. In a page persons are masked; whom a task is about in
 * full is told where one task is read for a case, and that is on record (L8).
 */
@ApplicationScoped
public class ReadTasks {
    private final Tasks tasks;
    private final Subjects subjects;
    private final Listings listings;
    private final AuditTrail auditTrail;
    private final LookupHash lookupHash;
    private final Clock clock;

    ReadTasks(
            Tasks tasks,
            Subjects subjects,
            Listings listings,
            AuditTrail auditTrail,
            LookupHash lookupHash,
            Clock clock) {
        this.tasks = tasks;
        this.subjects = subjects;
        this.listings = listings;
        this.auditTrail = auditTrail;
        this.lookupHash = lookupHash;
        this.clock = clock;
    }

    /**
     * What to look for.
     *
     * @param agency for those who read every department's, one agency's; null for all
     * @param overdue only those that are at least so late
     */
    public record Search(
            @Nullable String agency,
            @Nullable UUID listing,
            @Nullable TaskKind kind,
            boolean open,
            TaskProgress.Overdue overdue,
            long after,
            int size) {
        /** All that the caller may read, behind a number. */
        public static Search behind(long after, int size) {
            return new Search(null, null, null, false, TaskProgress.Overdue.NONE, after, size);
        }
    }

    /** A task with the subject of its listing, as it stands on a day. */
    public record TaskDetails(TaskProgress progress, Subject subject, LocalDate onDay) {}

    /** One page and whether there is a further one. */
    public record Page(List<TaskDetails> items, boolean more) {}

    /** One task with whom it concerns in which role. */
    public record Whole(TaskDetails displayed, Map<TargetRole, List<Subject>> persons) {}

    /** One page, in the order of making. */
    @Transactional
    public Page search(Caller caller, Search search) {
        LocalDate today = BeijingTime.dayOf(clock.instant());
        boolean late = search.overdue() != TaskProgress.Overdue.NONE;
        List<TaskProgress> found = tasks.search(new Tasks.Query(
                caller.readsEveryDepartment() ? search.agency() : caller.department(),
                search.listing(),
                search.kind(),
                search.open() || late,
                search.overdue() == TaskProgress.Overdue.REMINDER ? today : null,
                search.overdue() == TaskProgress.Overdue.CREDIT_OFFICE ? today : null,
                search.after(),
                search.size() + 1));
        boolean more = found.size() > search.size();
        return new Page(displayed(more ? found.subList(0, search.size()) : found, today), more);
    }

    /**
     * One task.
     *
     * @throws Refusal TASK_NOT_FOUND also for another agency's, PURPOSE_REQUIRED where a person is concerned
     */
    @Transactional
    public Whole read(Reader reader, UUID id) {
        TaskProgress progress = find(reader.caller(), id);
        TaskDetails displayed =
                displayed(List.of(progress), BeijingTime.dayOf(clock.instant())).get(0);
        Map<TargetRole, List<Subject>> persons = personsOf(progress);
        Set<Subject> concerned = new HashSet<>();
        persons.values().forEach(concerned::addAll);
        if (displayed.subject().type() == SubjectType.PERSON) {
            concerned.add(displayed.subject());
        }
        if (!concerned.isEmpty()) {
            reader.demandWhy();
            concerned.forEach(person -> record(reader, id, person));
        }
        return new Whole(displayed, persons);
    }

    /** A task of the caller's, as it stands now. */
    @Transactional
    public TaskDetails written(Caller caller, UUID id) {
        return displayed(List.of(find(caller, id)), BeijingTime.dayOf(clock.instant()))
                .get(0);
    }

    /** The task with a number, as it goes out. */
    @Transactional
    public TaskDetails numbered(long number) {
        List<TaskProgress> found = tasks.search(Tasks.Query.behind(number - 1, 1));
        return displayed(found, BeijingTime.dayOf(clock.instant())).get(0);
    }

    private TaskProgress find(Caller caller, UUID id) {
        return tasks.find(id)
                .filter(found -> caller.readsEveryDepartment()
                        || found.task().department().equals(caller.department()))
                .orElseThrow(() -> Refusal.of(ErrorCode.TASK_NOT_FOUND));
    }

    private List<TaskDetails> displayed(List<TaskProgress> found, LocalDate today) {
        Map<UUID, Subject> known = subjects.findAll(
                found.stream().map(each -> each.task().subject()).collect(Collectors.toSet()), listings.lastCommit());
        return found.stream()
                .map(each -> new TaskDetails(each, subject(known, each.task().subject()), today))
                .toList();
    }

    /** The persons whom the listing names in a role that a line of the task is about. */
    private Map<TargetRole, List<Subject>> personsOf(TaskProgress progress) {
        long knownAt = listings.lastCommit();
        Set<TargetRole> roles =
                progress.task().lines().stream().map(TaskLine::role).collect(Collectors.toSet());
        Listing listing = listings.find(progress.task().listing(), knownAt)
                .orElseThrow(() -> new IllegalStateException("a task is about a listing that is kept"));
        List<ResponsiblePerson> named = listing.responsiblePersons().stream()
                .filter(person -> roles.contains(person.role()))
                .toList();
        Map<UUID, Subject> known = subjects.findAll(
                named.stream().map(ResponsiblePerson::subjectId).collect(Collectors.toSet()), knownAt);
        Map<TargetRole, List<Subject>> persons = new HashMap<>();
        for (ResponsiblePerson person : named) {
            persons.computeIfAbsent(person.role(), role -> new ArrayList<>()).add(subject(known, person.subjectId()));
        }
        return persons;
    }

    private static Subject subject(Map<UUID, Subject> known, UUID id) {
        Subject subject = known.get(id);
        if (subject == null) {
            throw new IllegalStateException("a listing names a subject that is not kept");
        }
        return subject;
    }

    private void record(Reader reader, UUID task, Subject person) {
        Identifier identifier = person.identifiers().get(0);
        auditTrail.record(AuditEntry.of(clock.instant(), AuditKind.TASK_READ, reader, task)
                .withSubject(lookupHash.of(identifier)));
    }
}
