package org.xinheng.task.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.Caller;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.Listing;
import org.xinheng.listing.Listings;
import org.xinheng.task.Recalls;
import org.xinheng.task.TaskMaking;
import org.xinheng.task.TaskOutbox;
import org.xinheng.task.TaskProgress;
import org.xinheng.task.Tasks;

/**
 * The department that made an entry follows what became of it at every agency: whom the tasks reached (传导), and, when
 * the entry is withdrawn, what rests on it until all of it is undone (撤回). Auditors and the credit office follow all.
 */
@ApplicationScoped
public class FollowRecall {
    /** Tasks of one listing; agencies times changes, far below. */
    private static final int TASKS_MAX = 10_000;

    private final Listings listings;
    private final Tasks tasks;
    private final Recalls recalls;
    private final TaskOutbox outbox;
    private final Clock clock;

    FollowRecall(Listings listings, Tasks tasks, Recalls recalls, TaskOutbox outbox, Clock clock) {
        this.listings = listings;
        this.tasks = tasks;
        this.recalls = recalls;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What a withdrawal recalled.
     *
     * @param withdrawn whether the entry has been withdrawn
     * @param made whether the tasks for its last change have all been made
     * @param lifts the lift tasks, oldest first
     */
    public record Recall(
            UUID listing,
            boolean withdrawn,
            boolean made,
            LocalDate onDay,
            List<Recalls.Count> counts,
            List<TaskProgress> lifts,
            List<Recalls.Recalled> page) {}

    /** Every task of a listing, oldest first, as it stands on a day. */
    public record Propagation(UUID listing, boolean made, LocalDate onDay, List<TaskProgress> tasks) {}

    /**
     * The recall of an entry.
     *
     * @throws Refusal LISTING_NOT_FOUND also for another department's
     */
    @Transactional
    public Recall recall(Caller caller, UUID listingId, Recalls.@Nullable Mark after, int size) {
        Listing listing = find(caller, listingId);
        LocalDate today = today();
        return new Recall(
                listingId,
                TaskMaking.withdrawn(listing, today),
                outbox.madeUpTo() >= listing.version(),
                today,
                recalls.counts(listingId),
                tasksOf(listingId).stream()
                        .filter(each -> each.task().cause().withdraws())
                        .toList(),
                recalls.page(listingId, null, after, size + 1));
    }

    /** How far an entry has got. */
    @Transactional
    public Propagation propagation(Caller caller, UUID listingId) {
        Listing listing = find(caller, listingId);
        return new Propagation(listingId, outbox.madeUpTo() >= listing.version(), today(), tasksOf(listingId));
    }

    /** What a recall sent with one task of the caller's. */
    @Transactional
    public List<Recalls.Recalled> ofTask(Caller caller, UUID taskId, Recalls.@Nullable Mark after, int size) {
        TaskProgress progress = tasks.find(taskId)
                .filter(found -> caller.readsEveryDepartment()
                        || found.task().department().equals(caller.department()))
                .orElseThrow(() -> Refusal.of(ErrorCode.TASK_NOT_FOUND));
        return recalls.page(progress.task().listing(), taskId, after, size + 1);
    }

    private Listing find(Caller caller, UUID listingId) {
        return listings.find(listingId, listings.lastCommit())
                .filter(found -> caller.readsEveryDepartment()
                        || found.initiatingDepartment().equals(caller.department()))
                .orElseThrow(() -> Refusal.of(ErrorCode.LISTING_NOT_FOUND));
    }

    private List<TaskProgress> tasksOf(UUID listingId) {
        return tasks.search(new Tasks.Query(null, listingId, null, false, null, null, 0, TASKS_MAX));
    }

    private LocalDate today() {
        return BeijingTime.dayOf(clock.instant());
    }
}
