package org.xinheng.feed.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.caller.Caller;
import org.xinheng.feed.FeedConfirmation;
import org.xinheng.feed.FeedFiles;
import org.xinheng.feed.FeedJob;
import org.xinheng.feed.FeedJobs;
import org.xinheng.feed.FullFeedStop;
import org.xinheng.feed.ListingBatch;
import org.xinheng.feed.TextEncoding;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/** A person of the department lets a full feed that would end so much go on, or calls it off. */
@ApplicationScoped
public class SettleFullFeed {
    private final FeedJobs jobs;
    private final FeedFiles files;
    private final EnterFeed enterFeed;
    private final AuditTrail auditTrail;
    private final Clock clock;

    SettleFullFeed(FeedJobs jobs, FeedFiles files, EnterFeed enterFeed, AuditTrail auditTrail, Clock clock) {
        this.jobs = jobs;
        this.files = files;
        this.enterFeed = enterFeed;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Lets it go on, for the number of entries that the person was told.
     *
     * @param correction whether the entries should never have been made
     * @throws Refusal BATCH_NOT_FOUND or BATCH_NOT_WAITING; FULL_FEED_TOO_EARLY where some may not leave yet and it is no
     *     correction
     */
    @Transactional
    public FeedJob confirm(Caller caller, UUID id, String reason, boolean correction) {
        FeedJob job = own(caller, id);
        FullFeedStop stop = job.stop();
        FeedConfirmation confirmation = new FeedConfirmation(stop == null ? 0 : stop.absent(), reason, correction);
        if (stop != null && !stop.answeredBy(confirmation)) {
            throw Refusal.at("/correction", ErrorCode.FULL_FEED_TOO_EARLY, Long.toString(stop.tooEarly()));
        }
        if (!jobs.confirm(job, confirmation)) {
            throw Refusal.of(ErrorCode.BATCH_NOT_WAITING);
        }
        record(caller, AuditKind.FEED_CONFIRMED, id);
        return own(caller, id);
    }

    /**
     * Calls it off: the batch is refused.
     *
     * @throws Refusal BATCH_NOT_FOUND or BATCH_NOT_WAITING
     */
    @Transactional
    public ListingBatch abandon(Caller caller, UUID id, String reason) {
        FeedJob job = own(caller, id);
        if (!jobs.abandon(job)) {
            throw Refusal.of(ErrorCode.BATCH_NOT_WAITING);
        }
        record(caller, AuditKind.FEED_ABANDONED, id);
        TextEncoding encoding = files.find(id).map(file -> file.encoding()).orElse(TextEncoding.UTF_8);
        return enterFeed
                .refuse(
                        caller,
                        job.order(),
                        new EnterFeed.Origin(id, job.sha256(), encoding),
                        Refusal.of(ErrorCode.FULL_FEED_ABANDONED, reason))
                .batch();
    }

    private FeedJob own(Caller caller, UUID id) {
        return jobs.find(id)
                .filter(job -> job.department().equals(caller.department()))
                .orElseThrow(() -> Refusal.of(ErrorCode.BATCH_NOT_FOUND));
    }

    private void record(Caller caller, AuditKind kind, UUID id) {
        auditTrail.record(AuditEntry.of(clock.instant(), kind, caller, id));
    }
}
