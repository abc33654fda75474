package org.xinheng.task.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.RecordKind;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Polarity;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.TaskKind;
import org.xinheng.decision.RuleBook;
import org.xinheng.decision.RuleBooks;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.SubjectType;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.listing.CommitKind;
import org.xinheng.listing.Listing;
import org.xinheng.listing.Listings;
import org.xinheng.task.NamedAgencies;
import org.xinheng.task.RecallChecks;
import org.xinheng.task.ReleaseChanges;
import org.xinheng.task.Task;
import org.xinheng.task.TaskLine;
import org.xinheng.task.TaskMaking;
import org.xinheng.task.TaskOutbox;

/**
 * Turns changes of listings into tasks, one round a transaction: the tasks, how far the maker has come and the entry of
 * the log commit together. A kill in between leaves the round to be made again, whole.
 */
@ApplicationScoped
public class MakeTasks {
    /** Few enough that a round is short, many enough that a batch is quick. */
    private static final int CHANGES_A_ROUND = 200;

    private final TaskOutbox outbox;
    private final ReleaseChanges releaseChanges;
    private final Listings listings;
    private final RuleBooks ruleBooks;
    private final AuditTrail auditTrail;
    private final Clock clock;
    private volatile @Nullable Prepared prepared;

    MakeTasks(
            TaskOutbox outbox,
            ReleaseChanges releaseChanges,
            Listings listings,
            RuleBooks ruleBooks,
            AuditTrail auditTrail,
            Clock clock) {
        this.outbox = outbox;
        this.releaseChanges = releaseChanges;
        this.listings = listings;
        this.ruleBooks = ruleBooks;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    private record Prepared(RuleBook ruleBook, NamedAgencies namedAgencies) {}

    /**
     * Makes the tasks of the next changes.
     *
     * @return how many changes were dealt with; 0 where there are none, or another node is at it
     */
    @Transactional
    public int makeNext() {
        if (!outbox.claim()) {
            return 0;
        }
        Instant now = clock.instant();
        LocalDate today = BeijingTime.dayOf(now);
        RuleBooks.InForce law = ruleBooks.on(today);
        releaseChanges.under(law.tenure().releaseId(), today);
        List<TaskOutbox.Change> changes = outbox.next(today, now, CHANGES_A_ROUND);
        if (changes.isEmpty()) {
            return 0;
        }
        long knownAt = changes.get(changes.size() - 1).knownAt();
        NamedAgencies namedAgencies = prepared(law.ruleBook());
        TaskMaking making = new TaskMaking(
                law.ruleBook().release().registers(), law.tenure().releaseId(), today, now, outbox.lastNumber());
        List<Task> tasks = new ArrayList<>();
        Map<UUID, @Nullable LocalDate> changesOn = new HashMap<>();
        Map<UUID, TaskOutbox.@Nullable Look> looks = new HashMap<>();
        Round round = read(changes, knownAt, today, law.ruleBook().release().registers());
        for (TaskOutbox.Change change : changes) {
            Listing changed = round.known().get(change.listing());
            if (changed == null) {
                continue;
            }
            Collection<Listing> together = round.together(changed.subjectId()).stream()
                    .filter(other -> other.knownAt() <= change.knownAt())
                    .map(other -> other.asKnownAt(change.knownAt()))
                    .toList();
            Map<UUID, NamedAgencies.Named> named = namedAgencies.of(round.typeOf(changed.subjectId()), together, today);
            for (Listing each : together) {
                NamedAgencies.Named asks = named.get(each.id());
                if (asks == null || !(each.id().equals(changed.id()) || round.isRed(each))) {
                    continue;
                }
                TaskMaking.Known known = new TaskMaking.Known(
                        each,
                        round.removals().get(each.id()),
                        round.reported().getOrDefault(each.id(), Map.of()),
                        round.everReported().getOrDefault(each.id(), Map.of()),
                        round.restingOn(each, today));
                List<Task> made = making.of(known, asks, change.knownAt());
                made.forEach(task -> round.report(each.id(), task));
                tasks.addAll(made);
                changesOn.put(each.id(), asks.changesOn());
            }
            if (change.look() > 0 || withdrawnBy(change, round, today)) {
                looks.put(change.listing(), RecallChecks.after(change.look(), now));
            }
        }
        if (!tasks.isEmpty()) {
            UUID id = TimeOrderedId.at(now);
            outbox.append(id, today, law.tenure().releaseId(), knownAt, tasks, round.resting());
            auditTrail.record(
                    AuditEntry.ofTheService(now, AuditKind.TASKS_MADE, id),
                    CoveredRecord.of(RecordKind.TASK_ROUND, id));
        }
        outbox.passed(changes, changesOn);
        outbox.lookAgain(looks);
        return changes.size();
    }

    private static boolean withdrawnBy(TaskOutbox.Change change, Round round, LocalDate today) {
        Listing listing = round.known().get(change.listing());
        return listing != null && TaskMaking.withdrawn(listing, today);
    }

    private NamedAgencies prepared(RuleBook ruleBook) {
        Prepared stored = prepared;
        if (stored == null || stored.ruleBook() != ruleBook) {
            stored = new Prepared(ruleBook, new NamedAgencies(ruleBook));
            prepared = stored;
        }
        return stored.namedAgencies();
    }

    private Round read(List<TaskOutbox.Change> changes, long knownAt, LocalDate today, Registers registers) {
        Set<UUID> changed = changes.stream().map(TaskOutbox.Change::listing).collect(Collectors.toSet());
        Set<UUID> subjects = listings.findAll(changed, knownAt).values().stream()
                .map(Listing::subjectId)
                .collect(Collectors.toSet());
        Map<UUID, Listing> known = listings.findAll(outbox.listingsOf(subjects, knownAt), knownAt);
        Set<UUID> ids = new HashSet<>(known.keySet());
        Set<UUID> withdrawn = changed.stream()
                .filter(id -> known.containsKey(id) && TaskMaking.withdrawn(known.get(id), today))
                .collect(Collectors.toSet());
        Map<UUID, UUID> oneOfAll =
                outbox.oneOfAll(known.values().stream().map(Listing::subjectId).collect(Collectors.toSet()));
        return new Round(
                known,
                oneOfAll,
                known.values().stream().collect(Collectors.groupingBy(each -> one(oneOfAll, each.subjectId()))),
                outbox.subjectTypes(subjects),
                new HashMap<>(outbox.reported(ids)),
                outbox.everReported(ids),
                outbox.removals(ids, knownAt),
                outbox.resting(withdrawn),
                registers);
    }

    private static UUID one(Map<UUID, UUID> oneOfAll, UUID subject) {
        return oneOfAll.getOrDefault(subject, subject);
    }

    /** Everything that a round looks at, read in a few statements. */
    private record Round(
            Map<UUID, Listing> known,
            Map<UUID, UUID> oneOfAll,
            Map<UUID, List<Listing>> bySubject,
            Map<UUID, SubjectType> types,
            Map<UUID, Map<String, List<TaskLine>>> reported,
            Map<UUID, Map<String, Set<TaskLine.Key>>> everReported,
            Map<UUID, CommitKind> removals,
            List<TaskOutbox.RestingLine> resting,
            Registers registers) {
        /** The listings of a subject and of all that are one with it. */
        List<Listing> together(UUID subject) {
            return bySubject.getOrDefault(one(oneOfAll, subject), List.of());
        }

        /** What decisions of each agency applied because of an entry that has been withdrawn. */
        Map<String, List<TaskLine>> restingOn(Listing listing, LocalDate today) {
            if (!TaskMaking.withdrawn(listing, today)) {
                return Map.of();
            }
            Map<String, Map<TaskLine.Key, TaskLine>> lines = new HashMap<>();
            resting.stream()
                    .filter(each -> each.listing().equals(listing.id()))
                    .forEach(each -> lines.computeIfAbsent(each.department(), unseen -> new HashMap<>())
                            .putIfAbsent(each.line().key(), each.line()));
            Map<String, List<TaskLine>> byDepartment = new HashMap<>();
            lines.forEach((department, each) -> byDepartment.put(department, List.copyOf(each.values())));
            return byDepartment;
        }

        SubjectType typeOf(UUID subject) {
            SubjectType type = types.get(subject);
            if (type == null) {
                throw new IllegalStateException("a listing names a subject that is not kept");
            }
            return type;
        }

        boolean isRed(Listing listing) {
            ListKind kind = registers.listKinds().get(listing.listKind());
            return kind != null && kind.polarity() == Polarity.RED;
        }

        /** A later change of the same round builds on this one. */
        void report(UUID listing, Task task) {
            Map<String, List<TaskLine>> byDepartment = new HashMap<>(reported.getOrDefault(listing, Map.of()));
            byDepartment.put(task.department(), task.leaves());
            reported.put(listing, byDepartment);
            if (task.kind() == TaskKind.APPLY) {
                Set<TaskLine.Key> keys = everReported
                        .computeIfAbsent(listing, unseen -> new HashMap<>())
                        .computeIfAbsent(task.department(), unseen -> new HashSet<>());
                task.lines().forEach(line -> keys.add(line.key()));
            }
        }
    }
}
