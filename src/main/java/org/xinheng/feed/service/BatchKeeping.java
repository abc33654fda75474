package org.xinheng.feed.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.RecordKind;
import org.xinheng.caller.Caller;
import org.xinheng.feed.BatchReport;
import org.xinheng.feed.FeedOrder;
import org.xinheng.feed.ListingBatch;
import org.xinheng.feed.ListingBatches;

/** Keeps on record what became of a file, taken or refused, with its entry of the log; inside the running transaction. */
@ApplicationScoped
class BatchKeeping {
    private final ListingBatches batches;
    private final AuditTrail auditTrail;

    BatchKeeping(ListingBatches batches, AuditTrail auditTrail) {
        this.batches = batches;
        this.auditTrail = auditTrail;
    }

    /** A file and whose it is. */
    record Submission(Caller caller, FeedOrder order, EnterFeed.Origin origin, Instant at) {}

    /** @param knownAt number of the commit, null where no list changed */
    EnterFeed.Judged.Done taken(
            Submission submission,
            FeedJudging judging,
            BatchReport report,
            ListingBatch.Counts counts,
            @Nullable Long knownAt) {
        return stored(submission, judging, report, ListingBatch.Outcome.ACCEPTED, counts, knownAt);
    }

    /** @param judging null where the file is not looked at */
    EnterFeed.Judged.Done refused(Submission submission, @Nullable FeedJudging judging, BatchReport report) {
        ListingBatch.Counts counts =
                new ListingBatch.Counts(report.rows(), 0, 0, 0, report.refused(), report.refusedBy());
        return stored(submission, judging, report, ListingBatch.Outcome.REFUSED, counts, null);
    }

    private EnterFeed.Judged.Done stored(
            Submission submission,
            @Nullable FeedJudging judging,
            BatchReport report,
            ListingBatch.Outcome outcome,
            ListingBatch.Counts counts,
            @Nullable Long knownAt) {
        Caller caller = submission.caller();
        ListingBatch batch = new ListingBatch(
                submission.origin().id(),
                caller.department(),
                submission.origin().sha256(),
                submission.order(),
                submission.origin().encoding(),
                kinds(submission.order(), judging),
                judging == null || judging.actKind() == null
                        ? null
                        : judging.actKind().name(),
                outcome,
                counts,
                outcome == ListingBatch.Outcome.ACCEPTED ? report.taken() : report.refusedWhole(),
                knownAt,
                submission.at());
        batches.add(batch, caller.keyId());
        auditTrail.record(
                AuditEntry.of(batch.recordedAt(), AuditKind.LISTING_BATCH, caller, batch.id()),
                knownAt == null
                        ? CoveredRecord.of(RecordKind.REFUSED_BATCH, batch.id())
                        : CoveredRecord.listingCommit(knownAt));
        return new EnterFeed.Judged.Done(batch, report.faults(), null);
    }

    private static Set<String> kinds(FeedOrder order, @Nullable FeedJudging judging) {
        if (judging != null) {
            return Set.copyOf(judging.kinds());
        }
        return order.listKind() == null ? Set.of() : Set.of(order.listKind());
    }
}
