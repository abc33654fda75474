package org.xinheng.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.TaskKind;
import org.xinheng.catalogue.WorkingDays;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.law.Effect;
import org.xinheng.listing.CommitKind;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.ListingStatus;
import org.xinheng.listing.OnObjection;

/**
 * Makes the tasks that lead from what agencies were last told to what the rules name now. Where both are the same there
 * is nothing to do, so that looking twice at a change does no harm.
 */
public final class TaskMaking {
    private final Registers registers;
    private final WorkingDays calendar;
    private final UUID release;
    private final LocalDate today;
    private final Instant now;
    private long number;

    /** @param lastNumber of the newest task there is */
    public TaskMaking(Registers registers, UUID release, LocalDate today, Instant now, long lastNumber) {
        this.registers = registers;
        this.calendar = registers.procedures().workingDays();
        this.release = release;
        this.today = today;
        this.now = now;
        this.number = lastNumber;
    }

    /**
     * What is known of a listing at the moment.
     *
     * @param removal kind of the commit that removed it, null where it was not removed
     * @param reported what each agency was last told to apply for it; agencies that were never told are not there
     * @param everReported every measure of a row that each agency was ever told to apply for it
     * @param resting what decisions of each agency applied because of it, where it has been withdrawn
     */
    public record Known(
            Listing listing,
            @Nullable CommitKind removal,
            Map<String, List<TaskLine>> reported,
            Map<String, Set<TaskLine.Key>> everReported,
            Map<String, List<TaskLine>> resting) {}

    /** The tasks for one listing. */
    public List<Task> of(Known known, NamedAgencies.Named named, long knownAt) {
        Set<String> departments = new TreeSet<>(known.reported().keySet());
        departments.addAll(named.byDepartment().keySet());
        departments.addAll(known.resting().keySet());
        List<Task> tasks = new ArrayList<>();
        for (String department : departments) {
            List<TaskLine> before = known.reported().getOrDefault(department, List.of());
            List<TaskLine> after = named.byDepartment().getOrDefault(department, List.of());
            List<TaskLine> gone = new ArrayList<>(without(before, after));
            gone.addAll(without(without(known.resting().getOrDefault(department, List.of()), after), gone));
            List<TaskLine> come = without(after, before);
            if (!gone.isEmpty()) {
                gone.sort(TaskLine.ORDER);
                List<TaskLine> stored = without(before, gone);
                tasks.add(task(
                        known, department, TaskKind.LIFT, causeOfEnd(known, gone), List.copyOf(gone), stored, knownAt));
            }
            if (!come.isEmpty()) {
                tasks.add(task(
                        known,
                        department,
                        TaskKind.APPLY,
                        causeOfBeginning(known, department, come),
                        come,
                        after,
                        knownAt));
            }
        }
        return tasks;
    }

    /** What comes back had been told before; what an agency was never told, by an entry that others know, is new law. */
    private static TaskCause causeOfBeginning(Known known, String department, List<TaskLine> come) {
        if (known.reported().isEmpty()) {
            return TaskCause.ENTERED;
        }
        Set<TaskLine.Key> before = known.everReported().getOrDefault(department, Set.of());
        return come.stream().map(TaskLine::key).allMatch(before::contains) ? TaskCause.RESUMED : TaskCause.CHANGED;
    }

    /** Whether an entry has been withdrawn on a day, so that what rests on it is to be undone. */
    public static boolean withdrawn(Listing listing, LocalDate day) {
        ListingStatus standing = listing.statusOn(day, OnObjection.SUSPENDS);
        if (standing instanceof ListingStatus.Ended ended) {
            return ended.cause() != ListingStatus.Cause.EXPIRED;
        }
        LocalDate restored = listing.first(ListingEvent.Type.RESTORED);
        return standing instanceof ListingStatus.Restored && restored != null && !restored.isAfter(day);
    }

    private static List<TaskLine> without(List<TaskLine> lines, List<TaskLine> others) {
        Set<TaskLine.Key> keys = others.stream().map(TaskLine::key).collect(Collectors.toSet());
        return lines.stream().filter(line -> !keys.contains(line.key())).toList();
    }

    private Task task(
            Known known,
            String department,
            TaskKind kind,
            TaskCause cause,
            List<TaskLine> lines,
            List<TaskLine> leaves,
            long knownAt) {
        Listing listing = known.listing();
        number++;
        return new Task(
                number,
                TimeOrderedId.at(now),
                kind,
                cause,
                department,
                listing.initiatingDepartment(),
                listing.id(),
                listing.listKind(),
                listing.subjectId(),
                lines,
                leaves,
                effectiveOn(listing, cause),
                deadline(department, kind),
                release,
                knownAt,
                now);
    }

    private @Nullable TaskDeadline deadline(String code, TaskKind kind) {
        Department department = registers.departments().get(code);
        return department == null
                ? null
                : registers
                        .procedures()
                        .taskTerm(kind, registers.regionAndAbove(department.region()))
                        .map(term -> TaskDeadline.of(term, calendar, today))
                        .orElse(null);
    }

    /** The day that the listing itself names for it; what only the day or another listing brought about holds from today. */
    private LocalDate effectiveOn(Listing listing, TaskCause cause) {
        LocalDate day = switch (cause) {
            case ENTERED -> listing.listedOn();
            case EXPIRED ->
                listing.expiresOn() == null ? null : listing.expiresOn().plusDays(1);
            case REMOVED, CORRECTED, OBJECTION_UPHELD -> listing.first(ListingEvent.Type.REMOVED);
            case REVOKED -> listing.first(ListingEvent.Type.REVOKED);
            case RESTORED -> listing.first(ListingEvent.Type.RESTORED);
            case RESUMED, STAYED, REORGANISED, BLACK_LISTED -> newestEvent(listing);
            case CHANGED -> null; // by the law or a role, whatever happened to the entry before
        };
        return day == null || day.isAfter(today) ? today : day;
    }

    private @Nullable LocalDate newestEvent(Listing listing) {
        return listing.events().stream()
                .map(ListingEvent::effectiveOn)
                .filter(day -> !day.isAfter(today))
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private TaskCause causeOfEnd(Known known, List<TaskLine> gone) {
        Listing listing = known.listing();
        ListingStatus standing = listing.statusOn(today, OnObjection.SUSPENDS);
        if (standing instanceof ListingStatus.Ended ended) {
            return switch (ended.cause()) {
                case EXPIRED -> TaskCause.EXPIRED;
                case REVOKED -> TaskCause.REVOKED;
                case REMOVED -> causeOfRemoval(known.removal());
            };
        }
        if (standing instanceof ListingStatus.Stayed) {
            return TaskCause.STAYED;
        }
        if (standing instanceof ListingStatus.Restored) {
            LocalDate restored = listing.first(ListingEvent.Type.RESTORED);
            return restored == null || restored.isAfter(today) ? TaskCause.REORGANISED : TaskCause.RESTORED;
        }
        boolean rewards = gone.stream().allMatch(line -> line.effect() == Effect.FACILITATE);
        return rewards ? TaskCause.BLACK_LISTED : TaskCause.CHANGED;
    }

    private static TaskCause causeOfRemoval(@Nullable CommitKind removal) {
        if (removal == CommitKind.OBJECTION_ANSWER) {
            return TaskCause.OBJECTION_UPHELD;
        }
        return removal == CommitKind.CORRECTION ? TaskCause.CORRECTED : TaskCause.REMOVED;
    }
}
