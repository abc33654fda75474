package org.xinheng.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.TaskKind;

/** Port: the tasks and what became of them, append-only. */
public interface Tasks {
    /**
     * What to look for.
     *
     * @param department only this agency's, null for all
     * @param listing only those of this listing
     * @param open only those that are neither done nor superseded
     * @param lateOn only those of which the agency was to be reminded before this day: nobody had acknowledged them, or
     *     their report was due
     * @param escalatedOn only those that are the credit office's on this day
     * @param after number after which the page begins
     */
    record Query(
            @Nullable String department,
            @Nullable UUID listing,
            @Nullable TaskKind kind,
            boolean open,
            @Nullable LocalDate lateOn,
            @Nullable LocalDate escalatedOn,
            long after,
            int size) {
        /** All tasks behind a number. */
        public static Query behind(long after, int size) {
            return new Query(null, null, null, false, null, null, after, size);
        }

        /** Those of one listing behind a number. */
        public static Query of(UUID listing, long after, int size) {
            return new Query(null, listing, null, false, null, null, after, size);
        }
    }

    /** One page in the order of making. */
    List<TaskProgress> search(Query query);

    /** One task. */
    Optional<TaskProgress> find(UUID id);

    /** Waits until nobody else reports on the task, inside the running transaction. */
    void hold(UUID id);

    /** Notes that the agency has seen it; false where it had been acknowledged before. */
    boolean acknowledge(UUID id, Instant at, UUID callerKey);

    /** Appends a report. */
    void report(TaskReport report, UUID callerKey);
}
