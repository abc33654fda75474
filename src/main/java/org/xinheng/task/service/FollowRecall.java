package org.xinheng.task.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.Caller;
import org.xinheng.catalogue.TaskKind;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.Listing;
import org.xinheng.listing.Listings;
import org.xinheng.task.Recalls;
import org.xinheng.task.TaskCounts;
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
    /** Tasks of a listing that are read at once; all of them are read, piece by piece. */
    private static final int TASKS_AT_ONCE = 1_000;

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
     * @param settled whether nothing is left to be undone
     * @param lifts the lift tasks, those of before the withdrawal too that lead to it, oldest first
     */
    public record Recall(
            UUID listing,
            boolean withdrawn,
            boolean made,
            boolean settled,
            LocalDate onDay,
            List<Recalls.Count> counts,
            List<TaskProgress> lifts,
            List<Recalls.Recalled> page) {}

    /**
     * The tasks of a listing, as they stand on a day.
     *
     * @param counts over every task, on whatever page it is
     * @param page one page of them, oldest first, and one more where there is a further page
     */
    public record Propagation(
            UUID listing, boolean made, LocalDate onDay, TaskCounts counts, List<TaskProgress> page) {}

    /**
     * The recall of an entry.
     *
     * @throws Refusal LISTING_NOT_FOUND also for another department's
     */
    @Transactional
    public Recall recall(Caller caller, UUID listingId, Recalls.@Nullable Mark after, int size) {
        Listing listing = find(caller, listingId);
        LocalDate today = today();
        boolean withdrawn = TaskMaking.withdrawn(listing, today);
        boolean made = outbox.madeUpTo() >= listing.version();
        List<TaskProgress> lifts = new ArrayList<>();
        TaskCounts counts = new TaskCounts(today);
        eachTask(listingId, task -> {
            if (isRecalled(task, withdrawn)) {
                lifts.add(task);
                counts.add(task);
            }
        });
        return new Recall(
                listingId,
                withdrawn,
                made,
                withdrawn && made && counts.allSettled(),
                today,
                recalls.counts(listingId),
                lifts,
                recalls.page(listingId, null, after, size + 1));
    }

    /**
     * What a withdrawal lifts, and what had been to be lifted for another cause and was not told to be applied again: of
     * that no further task is made when the entry is withdrawn.
     */
    private static boolean isRecalled(TaskProgress task, boolean withdrawn) {
        return task.task().cause().withdraws()
                || (withdrawn && task.task().kind() == TaskKind.LIFT && task.state() != TaskProgress.State.SUPERSEDED);
    }

    /**
     * How far an entry has got.
     *
     * @param after number of the task after which the page begins
     */
    @Transactional
    public Propagation propagation(Caller caller, UUID listingId, long after, int size) {
        Listing listing = find(caller, listingId);
        LocalDate today = today();
        boolean made = outbox.madeUpTo() >= listing.version();
        TaskCounts counts = new TaskCounts(today);
        List<TaskProgress> page = new ArrayList<>();
        eachTask(listingId, task -> {
            counts.add(task);
            if (task.task().number() > after && page.size() <= size) {
                page.add(task);
            }
        });
        return new Propagation(listingId, made, today, counts, page);
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

    private void eachTask(UUID listingId, Consumer<TaskProgress> taker) {
        List<TaskProgress> piece;
        long after = 0;
        do {
            piece = tasks.search(Tasks.Query.of(listingId, after, TASKS_AT_ONCE));
            for (TaskProgress task : piece) {
                taker.accept(task);
                after = task.task().number();
            }
        } while (piece.size() == TASKS_AT_ONCE);
    }

    private LocalDate today() {
        return BeijingTime.dayOf(clock.instant());
    }
}
