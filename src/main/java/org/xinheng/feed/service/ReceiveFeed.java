package org.xinheng.feed.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.caller.Caller;
import org.xinheng.feed.FeedFile;
import org.xinheng.feed.FeedFiles;
import org.xinheng.feed.FeedJob;
import org.xinheng.feed.FeedJobs;
import org.xinheng.feed.FeedOrder;
import org.xinheng.feed.FeedProgress;
import org.xinheng.feed.ListingBatch;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.TimeOrderedId;

/**
 * A department hands in a file. A small one is judged at once; a large one is kept and judged in the background, as is a
 * small one whose department would rather not wait.
 */
@ApplicationScoped
public class ReceiveFeed {
    private final EnterFeed enterFeed;
    private final FeedFiles files;
    private final FeedJobs jobs;
    private final TakenBefore takenBefore;
    private final AuditTrail auditTrail;
    private final Clock clock;

    ReceiveFeed(
            EnterFeed enterFeed,
            FeedFiles files,
            FeedJobs jobs,
            TakenBefore takenBefore,
            AuditTrail auditTrail,
            Clock clock) {
        this.enterFeed = enterFeed;
        this.files = files;
        this.jobs = jobs;
        this.takenBefore = takenBefore;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** What the department is told. */
    public sealed interface FeedAnswer {
        /**
         * It is a batch.
         *
         * @param faults the first faults, each at its cell
         * @param unreadable why the file could not be read to its end, null where it could
         */
        record Judged(
                ListingBatch batch,
                List<Fault> faults,
                @Nullable Refusal unreadable) implements FeedAnswer {
            /** A batch that is on record. */
            static Judged before(ListingBatch batch) {
                return new Judged(batch, List.of(), null);
            }
        }

        /** It is on its way, or waits for a person. */
        record InProgress(FeedJob job) implements FeedAnswer {}
    }

    /**
     * Keeps a file while it comes in.
     *
     * @throws IOException where it breaks off
     */
    public FeedFile keep(UUID id, InputStream file) throws IOException {
        return files.keep(id, file, clock.instant());
    }

    /** An id for the batch that a file becomes. */
    public UUID nextId() {
        return TimeOrderedId.at(clock.instant());
    }

    /** Judges a file that is at hand; it is kept beside its report. */
    @Transactional
    public FeedAnswer atOnce(Caller caller, FeedOrder order, FeedFile file, UUID id) {
        EnterFeed.Judged judged = enterFeed.enter(caller, order, file, id, null, FeedProgress.NOBODY);
        if (judged instanceof EnterFeed.Judged.Done done) {
            if (done.batch().id().equals(id)) {
                store(id, file);
            }
            return new FeedAnswer.Judged(done.batch(), done.faults(), done.unreadable());
        }
        Instant now = clock.instant();
        UUID asked = jobs.ask(caller, id, file.sha256(), order, ((EnterFeed.Judged.Stopped) judged).stop(), now);
        if (asked.equals(id)) {
            store(id, file);
            auditTrail.record(AuditEntry.of(now, AuditKind.FEED_STOPPED, caller, id));
        }
        return new FeedAnswer.InProgress(standing(asked));
    }

    /** Queues a file that is kept. */
    @Transactional
    public FeedAnswer later(Caller caller, FeedOrder order, FeedFile file, UUID id) {
        Instant now = clock.instant();
        Optional<ListingBatch> before = takenBefore.batch(caller, file.sha256(), order, BeijingTime.dayOf(now));
        if (before.isPresent()) {
            return FeedAnswer.Judged.before(before.get());
        }
        UUID asked = jobs.ask(caller, id, file.sha256(), order, null, now);
        if (asked.equals(id)) {
            auditTrail.record(AuditEntry.of(now, AuditKind.FEED_QUEUED, caller, id));
        }
        return new FeedAnswer.InProgress(standing(asked));
    }

    private void store(UUID id, FeedFile file) {
        try (InputStream bytes = file.open()) {
            files.keep(id, bytes, clock.instant());
        } catch (IOException e) {
            throw new IllegalStateException("a file at hand can always be read", e);
        }
    }

    private FeedJob standing(UUID id) {
        return jobs.find(id).orElseThrow(() -> Refusal.of(ErrorCode.BATCH_NOT_FOUND));
    }
}
