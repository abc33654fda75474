package org.xinheng.feed.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.caller.Caller;
import org.xinheng.feed.FeedFile;
import org.xinheng.feed.FeedFiles;
import org.xinheng.feed.FeedJob;
import org.xinheng.feed.FeedJobs;
import org.xinheng.feed.ListingBatch;
import org.xinheng.feed.ListingBatches;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.work.JobProgress;

/** A department reads the reports of its own batches, auditors and the credit office all. */
@ApplicationScoped
public class ReadBatches {
    private final ListingBatches batches;
    private final FeedJobs jobs;
    private final FeedFiles files;
    private final AuditTrail auditTrail;
    private final Clock clock;

    ReadBatches(ListingBatches batches, FeedJobs jobs, FeedFiles files, AuditTrail auditTrail, Clock clock) {
        this.batches = batches;
        this.jobs = jobs;
        this.files = files;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Reads one report, or how far the work on it is.
     *
     * @throws Refusal BATCH_NOT_FOUND also for another department's
     */
    @Transactional
    public ReceiveFeed.FeedAnswer read(Caller caller, UUID id) {
        Optional<ListingBatch> judged = batches.find(id).filter(batch -> mayRead(caller, batch.department()));
        if (judged.isPresent()) {
            return ReceiveFeed.FeedAnswer.Judged.before(judged.get());
        }
        FeedJob job = jobs.find(id)
                .filter(each -> mayRead(caller, each.department()))
                .orElseThrow(() -> Refusal.of(ErrorCode.BATCH_NOT_FOUND));
        // the same file came by another way and was taken first: the job ended with the batch of that one
        Optional<ListingBatch> same = job.state() == JobProgress.State.DONE
                ? batches.accepted(job.department(), job.sha256(), job.order())
                : Optional.empty();
        return same.<ReceiveFeed.FeedAnswer>map(ReceiveFeed.FeedAnswer.Judged::before)
                .orElseGet(() -> new ReceiveFeed.FeedAnswer.InProgress(job));
    }

    /**
     * Reads the report of a batch that is judged.
     *
     * @throws Refusal BATCH_NOT_FOUND, or BATCH_IN_PROGRESS where it is not judged yet
     */
    @Transactional
    public ListingBatch judged(Caller caller, UUID id) {
        if (read(caller, id) instanceof ReceiveFeed.FeedAnswer.Judged judged) {
            return judged.batch();
        }
        throw Refusal.of(ErrorCode.BATCH_IN_PROGRESS);
    }

    /** A batch and its file. */
    public record Filed(ListingBatch batch, FeedFile file) {}

    /**
     * Reads the file of a batch that is judged; what stands in it names persons, so that the reading is on record.
     *
     * @throws Refusal BATCH_NOT_FOUND, BATCH_IN_PROGRESS, or BATCH_FILE_GONE where its time is over
     */
    @Transactional
    public Filed filed(Caller caller, UUID id) {
        ListingBatch batch = judged(caller, id);
        FeedFile file = files.find(batch.id()).orElseThrow(() -> Refusal.of(ErrorCode.BATCH_FILE_GONE));
        auditTrail.record(AuditEntry.of(clock.instant(), AuditKind.FEED_FILE_READ, caller, id));
        return new Filed(batch, file);
    }

    private static boolean mayRead(Caller caller, String department) {
        return caller.readsEveryDepartment() || department.equals(caller.department());
    }
}
