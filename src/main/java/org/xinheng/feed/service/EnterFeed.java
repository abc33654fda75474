package org.xinheng.feed.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.act.ActDraft;
import org.xinheng.act.ActKey;
import org.xinheng.act.service.EnterAct;
import org.xinheng.caller.Caller;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.feed.BatchReport;
import org.xinheng.feed.FeedConfirmation;
import org.xinheng.feed.FeedFile;
import org.xinheng.feed.FeedLimits;
import org.xinheng.feed.FeedMode;
import org.xinheng.feed.FeedOrder;
import org.xinheng.feed.FeedProgress;
import org.xinheng.feed.FeedRowReader;
import org.xinheng.feed.FullFeedStop;
import org.xinheng.feed.ListingBatch;
import org.xinheng.feed.ListingBatches;
import org.xinheng.feed.ReadRow;
import org.xinheng.feed.TextEncoding;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.BulkEntries;
import org.xinheng.listing.CommitKind;
import org.xinheng.listing.Listings;
import org.xinheng.listing.UnderlyingActs;
import org.xinheng.listing.service.NoticeCheck;

/**
 * A department's file is judged row by row before anything is kept, then kept in one transaction: all of it, or the good
 * rows where that was asked, or nothing. The lock of commits is taken when all rows are read and staged, so that others
 * who change listings wait only while the stage is compared and kept.
 */
@ApplicationScoped
public class EnterFeed {

    /** Most faults that an answer tells; the report has the others. */
    private static final int FAULTS_REPORTED_MAX = 99;

    /** Bytes of a file from which it is read while what was read before is judged and staged. */
    private static final long READ_AHEAD_FROM = 1L << 20;

    private static final int PERCENT_KEEPING = 70;
    private static final int PERCENT_SEALING = 90;

    private final FeedRowReader rowReading;
    private final BulkEntries bulk;
    private final UnderlyingActs underlyingActs;
    private final EnterAct enterAct;
    private final Listings listings;
    private final ListingBatches batches;
    private final TakenBefore takenBefore;
    private final RegistersInForce registersInForce;
    private final NoticeCheck noticeCheck;
    private final BatchKeeping batchKeeping;
    private final Clock clock;
    private final double shareMax;

    EnterFeed(
            FeedRowReader rowReading,
            BulkEntries bulk,
            UnderlyingActs underlyingActs,
            EnterAct enterAct,
            Listings listings,
            ListingBatches batches,
            TakenBefore takenBefore,
            RegistersInForce registersInForce,
            NoticeCheck noticeCheck,
            BatchKeeping batchKeeping,
            Clock clock,
            FeedLimits limits) {
        this.rowReading = rowReading;
        this.bulk = bulk;
        this.underlyingActs = underlyingActs;
        this.enterAct = enterAct;
        this.listings = listings;
        this.batches = batches;
        this.takenBefore = takenBefore;
        this.registersInForce = registersInForce;
        this.noticeCheck = noticeCheck;
        this.batchKeeping = batchKeeping;
        this.clock = clock;
        this.shareMax = limits.removalShareMax();
    }

    /** What became of a file. */
    public sealed interface Judged {
        /**
         * It is a batch, taken or refused.
         *
         * @param faults the first faults, each at its cell
         * @param unreadable why the file could not be read to its end, null where it could
         */
        record Done(
                ListingBatch batch,
                List<Fault> faults,
                @Nullable Refusal unreadable) implements Judged {}

        /** Nothing is kept: a person must say that it shall end so much. */
        record Stopped(FullFeedStop stop) implements Judged {}
    }

    /** The rows of a file, one after the other. */
    @FunctionalInterface
    public interface Rows {
        /** Gives all of them. */
        void to(java.util.function.Consumer<ReadRow> taker);
    }

    /** Judges a file and keeps what it says. */
    @Transactional
    public Judged enter(
            Caller caller,
            FeedOrder order,
            FeedFile file,
            UUID id,
            @Nullable FeedConfirmation confirmation,
            FeedProgress progress) {
        return enter(
                caller,
                order,
                new Origin(id, file.sha256(), file.encoding()),
                file.length() < READ_AHEAD_FROM
                        ? taker -> rowReading.read(order, file, taker)
                        : new ReadAhead(taker -> rowReading.read(order, file, taker)),
                confirmation,
                progress);
    }

    /**
     * Where rows come from.
     *
     * @param id of the batch they become
     */
    public record Origin(UUID id, String sha256, TextEncoding encoding) {}

    /** Judges rows and keeps what they say. */
    @Transactional
    public Judged enter(
            Caller caller,
            FeedOrder order,
            Origin origin,
            Rows rows,
            @Nullable FeedConfirmation confirmation,
            FeedProgress progress) {
        batches.oneAtATime(caller.department(), origin.sha256(), order);
        Instant now = clock.instant();
        Optional<ListingBatch> before = takenBefore.batch(caller, origin.sha256(), order, BeijingTime.dayOf(now));
        if (before.isPresent()) {
            return new Judged.Done(before.get(), List.of(), null);
        }
        Registers registers = registersInForce.now();
        Department department = registers.departments().get(caller.department());
        if (department == null) {
            throw Refusal.of(ErrorCode.FORBIDDEN_ROLE, caller.department());
        }
        BatchKeeping.Submission submission = new BatchKeeping.Submission(caller, order, origin, now);
        BatchReport report = new BatchReport(order.language(), FAULTS_REPORTED_MAX);
        FeedJudging judging = new FeedJudging(
                order,
                registers,
                department,
                noticeCheck.ofRows(department.code()),
                now,
                bulk,
                underlyingActs,
                report,
                progress);
        bulk.begin();
        try {
            rows.to(judging::take);
        } catch (Refusal unreadable) {
            return unread(submission, judging, report, unreadable);
        }
        judging.stage();
        judging.judgeTogether();
        if (!acceptable(order, report)) {
            return batchKeeping.refused(submission, judging, report);
        }
        return judging.actKind() != null
                ? acts(submission, judging, report)
                : compared(submission, judging, report, confirmation, progress);
    }

    /** A file of acts changes no list, and so takes no number of known time. */
    private Judged acts(BatchKeeping.Submission submission, FeedJudging judging, BatchReport report) {
        Map<ActKey, ActDraft> known =
                enterAct.known(submission.caller(), judging.acts().keys());
        List<ActDraft> fresh = judging.acts().fresh(known, judging.department().region());
        if (!acceptable(submission.order(), report)) {
            return batchKeeping.refused(submission, judging, report);
        }
        int entered =
                enterAct.keep(submission.caller(), fresh, submission.origin().id(), submission.at());
        ListingBatch.Counts counts = new ListingBatch.Counts(
                report.rows(),
                entered,
                0,
                report.rows() - report.refused() - entered,
                report.refused(),
                report.refusedBy());
        return batchKeeping.taken(submission, judging, report, counts, null);
    }

    private static boolean acceptable(FeedOrder order, BatchReport report) {
        boolean empty = report.rows() == 0 && order.mode() == FeedMode.FULL;
        return order.atomic() ? report.clean() : empty || !report.nothingGood();
    }

    private Judged compared(
            BatchKeeping.Submission submission,
            FeedJudging judging,
            BatchReport report,
            @Nullable FeedConfirmation confirmation,
            FeedProgress progress) {
        Caller caller = submission.caller();
        FeedOrder order = submission.order();
        if (progress.awaited()) {
            listings.queue();
        } else {
            listings.queuePatiently();
        }
        BulkEntries.Whose whose = new BulkEntries.Whose(caller.department(), judging.today(), order.recognisedUnder());
        bulk.compare(whose);
        Map<Integer, BulkEntries.End> ends = judging.judgeRemovals(listings, listings.lastCommit());
        if (!ends.isEmpty()) {
            bulk.removedBefore(ends.keySet());
        }
        judging.judgeBehindTheLock(noticeCheck.blocks(caller.department()));
        if (!acceptable(order, report)) {
            return batchKeeping.refused(submission, judging, report);
        }
        if (order.mode() == FeedMode.FULL && order.listKind() != null) {
            BulkEntries.Absence absence = bulk.absence(whose, order.listKind());
            FullFeedStop stop = new FullFeedStop(
                    absence.inForce(),
                    absence.absent(),
                    judging.absentTooEarly(listings, listings.lastCommit()),
                    shareMax);
            if ((stop.share() > shareMax || stop.tooEarly() > 0) && !stop.answeredBy(confirmation)) {
                return new Judged.Stopped(stop);
            }
        }
        progress.at(PERCENT_KEEPING, "KEEPING");
        Set<String> kinds = judging.kinds();
        long knownAt = listings.openCommit(CommitKind.BATCH, kinds, caller.keyId(), submission.at());
        UUID batch = submission.origin().id();
        BulkEntries.Keeping keeping =
                new BulkEntries.Keeping(knownAt, batch, caller.department(), caller.keyId(), submission.at());
        for (BulkEntries.LineEntry same : bulk.unchanged(BatchReport.ROWS_REPORTED_MAX)) {
            report.became(same.line(), same.listing(), ListingBatch.Result.UNCHANGED);
        }
        long unchanged = bulk.unchangedCount();
        long entered = bulk.keep(keeping);
        bulk.end(List.copyOf(ends.values()), keeping);
        long removed = ends.size();
        if (order.mode() == FeedMode.FULL) {
            String reason = confirmation == null ? "全量报送中不再列示" : confirmation.reason();
            removed += bulk.endAbsent(judging.today(), reason, "名单批次 " + batch, keeping);
        }
        progress.at(PERCENT_SEALING, "SEALING");
        ListingBatch.Counts counts = new ListingBatch.Counts(
                report.rows(), (int) entered, (int) removed, (int) unchanged, report.refused(), report.refusedBy());
        return batchKeeping.taken(submission, judging, report, counts, knownAt);
    }

    /** A file that cannot be read on is a batch that was refused: what was wrong before that place is told with it. */
    private Judged unread(
            BatchKeeping.Submission submission, FeedJudging judging, BatchReport report, Refusal unreadable) {
        broken(report, unreadable);
        Judged.Done done = batchKeeping.refused(submission, judging, report);
        return new Judged.Done(done.batch(), done.faults(), unreadable);
    }

    private static void broken(BatchReport report, Refusal refusal) {
        for (Fault fault : refusal.faults()) {
            report.bad(ReadRow.broken(lineOf(fault), fault), List.of(fault));
        }
    }

    /** Keeps on record that a file was refused as a whole: it failed again and again, or a person called it off. */
    @Transactional
    public Judged.Done refuse(Caller caller, FeedOrder order, Origin origin, Refusal refusal) {
        BatchReport report = new BatchReport(order.language(), FAULTS_REPORTED_MAX);
        broken(report, refusal);
        return batchKeeping.refused(new BatchKeeping.Submission(caller, order, origin, clock.instant()), null, report);
    }

    /** The line that a fault of the file names, the first where it names none. */
    private static int lineOf(Fault fault) {
        boolean named = (fault.code() == ErrorCode.MALFORMED_CSV || fault.code() == ErrorCode.CELL_HOLDS_ROWS)
                && !fault.arguments().isEmpty();
        return named ? Integer.parseInt(fault.arguments().get(0)) : 1;
    }
}
