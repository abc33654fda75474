package org.xinheng.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.CommitKind;

/**
 * Port: what changes of listings still have to become tasks, and the tasks that were made of them. Everything here
 * happens in the running transaction of the one maker.
 */
public interface TaskOutbox {
    /**
     * A change of one listing that has not been looked at: by a commit, or by the day alone.
     *
     * @param look which further look at its recall this is, 0 where it is none
     */
    record Change(long knownAt, UUID listing, int look) {}

    /** The next further look at a recall: its number from 1 on, and the moment from which it may be taken. */
    record Look(int number, Instant due) {}

    /** A measure that a decision applied because of a listing. */
    record RestingLine(UUID listing, UUID decision, String department, TaskLine line) {}

    /** Makes this transaction the one maker of all nodes; false where another one is at it. */
    boolean claim();

    /**
     * The next changes in the order of commits, each listing once, after the last of them those that the day brings, and
     * after these the recalls that are to be looked at again.
     *
     * @param today listings that time alone changes on this day or before
     */
    List<Change> next(LocalDate today, Instant now, int size);

    /** By withdrawn listing, when its recall is looked at again; null for never. */
    void lookAgain(Map<UUID, @Nullable Look> looks);

    /** Type of each subject. */
    Map<UUID, SubjectType> subjectTypes(Set<UUID> subjects);

    /** Of each subject one that stands for all that are one with it: the same for the same. */
    Map<UUID, UUID> oneOfAll(Set<UUID> subjects);

    /** Ids of the listings of these subjects, and of all that are one with them, that were known at that number. */
    Set<UUID> listingsOf(Set<UUID> subjects, long knownAt);

    /** What each agency was last told to apply, by listing and agency. */
    Map<UUID, Map<String, List<TaskLine>>> reported(Set<UUID> listings);

    /** Every measure of a row that each agency was ever told to apply, by listing and agency. */
    Map<UUID, Map<String, Set<TaskLine.Key>>> everReported(Set<UUID> listings);

    /** Kind of the commit that removed each of these listings, where one did. */
    Map<UUID, CommitKind> removals(Set<UUID> listings, long knownAt);

    /**
     * The measures of decisions that rest on these entries and were not yet sent to be undone; projections are no
     * decisions to undo.
     */
    List<RestingLine> resting(Set<UUID> listings);

    /** Number of the newest task, 0 before the first. */
    long lastNumber();

    /**
     * Appends the tasks of one round.
     *
     * @param recalled the decisions that go with the lift tasks of a withdrawn entry
     */
    void append(UUID round, LocalDate madeOn, UUID release, long knownAt, List<Task> tasks, List<RestingLine> recalled);

    /**
     * Notes that changes have been dealt with.
     *
     * @param changesOn by listing, the next day on which time alone changes it; null for never
     */
    void passed(List<Change> changes, Map<UUID, @Nullable LocalDate> changesOn);

    /** Number of the last commit whose changes have all been dealt with. */
    long madeUpTo();
}
