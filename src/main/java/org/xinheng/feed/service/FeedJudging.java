package org.xinheng.feed.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinheng.act.ActKind;
import org.xinheng.act.ActRules;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Registers;
import org.xinheng.feed.BatchReport;
import org.xinheng.feed.FeedMode;
import org.xinheng.feed.FeedOrder;
import org.xinheng.feed.FeedProgress;
import org.xinheng.feed.ListingBatch;
import org.xinheng.feed.ReadRow;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.listing.BulkEntries;
import org.xinheng.listing.EarlyExit;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingDraft;
import org.xinheng.listing.ListingRules;
import org.xinheng.listing.Listings;
import org.xinheng.listing.NoticeBlocks;
import org.xinheng.listing.RemovalDraft;
import org.xinheng.listing.UnderlyingActs;

/** The rows of one file while they are judged: each by itself as it comes, then all of them beside each other. */
final class FeedJudging {
    private static final int STAGED_AT_ONCE = 2000;
    private static final int READ_AT_ONCE = 1000;

    /** How an entry that rests on no agreement is told. */
    private static final String OWN = "-";

    /** Reading and staging is reckoned to be so much of the work, of a hundred. */
    private static final int PERCENT_TO_STAGE = 60;

    private final FeedOrder order;
    private final Registers registers;
    private final Department department;
    private final Function<ListingDraft, Optional<Fault>> noticeCheck;
    private final Instant now;
    private final LocalDate today;
    private final BulkEntries bulk;
    private final BatchReport report;
    private final FeedProgress progress;

    private final UnderlyingActs underlyingActs;
    private final FeedActs acts;
    private final List<BulkEntries.Staged> entries = new ArrayList<>();
    private final List<BulkEntries.StagedRemoval> removals = new ArrayList<>();
    private final Map<Integer, RemovalDraft> removalAt = new HashMap<>();
    private final Set<String> kinds = new TreeSet<>();

    FeedJudging(
            FeedOrder order,
            Registers registers,
            Department department,
            Function<ListingDraft, Optional<Fault>> noticeCheck,
            Instant now,
            BulkEntries bulk,
            UnderlyingActs underlyingActs,
            BatchReport report,
            FeedProgress progress) {
        this.order = order;
        this.registers = registers;
        this.department = department;
        this.noticeCheck = noticeCheck;
        this.now = now;
        this.today = BeijingTime.dayOf(now);
        this.bulk = bulk;
        this.underlyingActs = underlyingActs;
        this.report = report;
        this.acts = new FeedActs(report);
        this.progress = progress;
        if (order.listKind() != null) {
            kinds.add(order.listKind());
        }
    }

    /** Takes a row. */
    void take(ReadRow row) {
        List<Fault> faults = faultsOf(row);
        if (!faults.isEmpty()) {
            report.bad(row, faults);
        } else if (row.entry() != null) {
            UUID id = TimeOrderedId.at(now);
            report.good(row.line(), id, ListingBatch.Result.ENTERED);
            entries.add(new BulkEntries.Staged(row.line(), id, row.entry()));
            kinds.add(row.entry().listKind());
        } else if (row.removal() != null) {
            report.good(row.line(), null, ListingBatch.Result.REMOVED);
            removals.add(new BulkEntries.StagedRemoval(row.line(), row.removal()));
            removalAt.put(row.line(), row.removal());
            kinds.add(row.removal().listKind());
        } else if (row.act() != null) {
            acts.take(row, row.act());
        }
        if (entries.size() + removals.size() >= STAGED_AT_ONCE) {
            stage();
        }
    }

    private List<Fault> faultsOf(ReadRow row) {
        if (row.entry() != null) {
            List<Fault> faults = new ArrayList<>(ListingRules.faultsOf(row.entry(), registers, department, today));
            judgeKind(row.entry().listKind(), faults);
            judgeSource(row.entry().recognisedUnder(), faults);
            underlyingActs.judge(row.entry(), faults);
            noticeCheck.apply(row.entry()).ifPresent(faults::add);
            return faults;
        }
        if (row.removal() != null) {
            List<Fault> faults = new ArrayList<>();
            judgeKind(row.removal().listKind(), faults);
            judgeSource(row.removal().recognisedUnder(), faults);
            if (order.mode() == FeedMode.FULL) {
                faults.add(Fault.at("/operation", ErrorCode.REMOVAL_IN_FULL_FEED));
            }
            return faults;
        }
        if (row.act() != null) {
            acts.are(row.act().kind());
            List<Fault> faults = ActRules.faultsOf(row.act(), registers, department, today);
            return faults.isEmpty() ? acts.doubled(row.act()) : faults;
        }
        return row.faults();
    }

    private void judgeKind(String listKind, List<Fault> faults) {
        if (order.listKind() != null && !order.listKind().equals(listKind)) {
            faults.add(Fault.at("/listKind", ErrorCode.LIST_KIND_OF_ANOTHER_FEED, listKind, order.listKind()));
        }
    }

    /** A whole list is of one source: what the department determined itself, or what it recognises under one agreement. */
    private void judgeSource(@Nullable String recognisedUnder, List<Fault> faults) {
        boolean ofOneSource = order.mode() == FeedMode.FULL || order.recognisedUnder() != null;
        if (ofOneSource && !Objects.equals(recognisedUnder, order.recognisedUnder())) {
            faults.add(Fault.at(
                    "/recognisedUnder",
                    ErrorCode.SOURCE_OF_ANOTHER_FEED,
                    Objects.requireNonNullElse(recognisedUnder, OWN),
                    Objects.requireNonNullElse(order.recognisedUnder(), OWN)));
        }
    }

    /** What was taken goes to the stage. */
    void stage() {
        if (!entries.isEmpty() || !removals.isEmpty()) {
            bulk.stage(entries, removals);
            entries.clear();
            removals.clear();
            progress.at(Math.min(PERCENT_TO_STAGE, 1 + report.rows() / 20_000), "READING");
        }
    }

    /** Looks at the rows beside each other; what does not go together is off the stage afterwards. */
    void judgeTogether() {
        progress.at(PERCENT_TO_STAGE, "COMPARING_ROWS");
        List<Integer> out = new ArrayList<>();
        for (BulkEntries.LinePair pair : bulk.doubled()) {
            report.turnsBad(pair.line(), Fault.at("", ErrorCode.ROW_DOUBLED, Integer.toString(pair.first())), "");
            out.add(pair.line());
        }
        for (BulkEntries.LinePair pair : bulk.namedOtherwise()) {
            report.turnsBad(
                    pair.line(),
                    Fault.at("/subject/name", ErrorCode.SUBJECT_NAMES_DIFFER, Integer.toString(pair.first())),
                    "subject.name");
            out.add(pair.line());
        }
        if (!out.isEmpty()) {
            bulk.leaveOut(out);
        }
    }

    /**
     * What may have come in between since the rows were judged, now that nothing comes in between any more: an act was
     * revoked, a prior notice objected to. Such rows are off the stage afterwards.
     */
    void judgeBehindTheLock(NoticeBlocks blocks) {
        List<Integer> out = new ArrayList<>();
        for (BulkEntries.LineAct resting : bulk.restingOnRevoked()) {
            report.turnsBad(
                    resting.line(),
                    Fault.at(
                            "/designation/act",
                            ErrorCode.ACT_REVOKED,
                            resting.act().toString()),
                    "designation.act");
            out.add(resting.line());
        }
        blocks.blocks().forEach((about, block) -> {
            for (BulkEntries.LineNotice entry : bulk.linesAbout(about)) {
                block.against(about.listKind(), entry.priorNoticeOn()).ifPresent(fault -> {
                    report.turnsBad(entry.line(), fault, "designation.priorNoticeOn");
                    out.add(entry.line());
                });
            }
        });
        if (!out.isEmpty()) {
            bulk.leaveOut(out);
        }
    }

    /** What the removals are of, as it stands behind the lock; each with its line. */
    Map<Integer, BulkEntries.End> judgeRemovals(Listings listings, long known) {
        Map<Integer, BulkEntries.End> ends = new HashMap<>();
        if (removalAt.isEmpty()) {
            return ends;
        }
        Map<Integer, List<UUID>> targets = new HashMap<>();
        bulk.removable()
                .forEach(each -> targets.computeIfAbsent(each.line(), line -> new ArrayList<>())
                        .add(each.listing()));
        List<Integer> single = new ArrayList<>();
        removalAt.keySet().stream().sorted().forEach(line -> {
            int found = targets.getOrDefault(line, List.of()).size();
            if (found == 1) {
                single.add(line);
            } else {
                ErrorCode code = found == 0 ? ErrorCode.REMOVAL_TARGET_MISSING : ErrorCode.REMOVAL_TARGET_AMBIGUOUS;
                report.turnsBad(line, Fault.at("", code, Integer.toString(found)), "");
            }
        });
        Set<UUID> taken = new java.util.HashSet<>();
        for (int from = 0; from < single.size(); from += READ_AT_ONCE) {
            List<Integer> lines = single.subList(from, Math.min(single.size(), from + READ_AT_ONCE));
            Set<UUID> ids = new java.util.HashSet<>();
            lines.forEach(line -> ids.addAll(targets.getOrDefault(line, List.of())));
            Map<UUID, Listing> found = listings.findAll(ids, known);
            for (int line : lines) {
                Listing listing =
                        found.get(targets.getOrDefault(line, List.of()).get(0));
                if (listing != null) {
                    judgeRemoval(line, listing, taken, ends);
                }
            }
        }
        return ends;
    }

    private void judgeRemoval(int line, Listing listing, Set<UUID> taken, Map<Integer, BulkEntries.End> ends) {
        RemovalDraft removal = removalAt.get(line);
        if (removal == null) {
            return;
        }
        ListKind kind = registers.listKinds().get(listing.listKind());
        if (!taken.add(listing.id())) {
            report.turnsBad(line, Fault.at("", ErrorCode.REMOVAL_TARGET_MISSING, "0"), "");
        } else if (removal.removedOn().isBefore(listing.listedOn())) {
            report.turnsBad(
                    line,
                    Fault.at(
                            "/removal/removedOn",
                            ErrorCode.LISTING_DATES,
                            "removedOn",
                            listing.listedOn().toString()),
                    "removal.removedOn");
        } else if (kind != null && !removal.correction() && EarlyExit.tooEarly(listing, kind, removal.removedOn())) {
            report.turnsBad(
                    line,
                    Fault.at(
                            "/removal/removedOn",
                            ErrorCode.REMOVAL_TOO_EARLY,
                            String.valueOf(kind.earliestExit()),
                            EarlyExit.possibleFrom(listing, kind).toString()),
                    "removal.removedOn");
        } else {
            ends.put(
                    line,
                    new BulkEntries.End(
                            listing.id(), removal.removedOn(), removal.reason(), removal.removalDocument()));
            report.became(line, listing.id(), ListingBatch.Result.REMOVED);
        }
    }

    /** How many of the absent entries may not leave yet. */
    long absentTooEarly(Listings listings, long known) {
        ListKind kind = order.listKind() == null ? null : registers.listKinds().get(order.listKind());
        if (kind == null || kind.earliestExit() == null) {
            return 0;
        }
        long count = 0;
        List<UUID> page = bulk.absent(new UUID(0, 0), READ_AT_ONCE);
        while (!page.isEmpty()) {
            count += listings.findAll(Set.copyOf(page), known).values().stream()
                    .filter(listing -> EarlyExit.tooEarly(listing, kind, today))
                    .count();
            page = bulk.absent(page.get(page.size() - 1), READ_AT_ONCE);
        }
        return count;
    }

    FeedActs acts() {
        return acts;
    }

    /** Kind of the acts, null where the rows are of listings. */
    @Nullable
    ActKind actKind() {
        return acts.kind();
    }

    Department department() {
        return department;
    }

    Set<String> kinds() {
        return kinds;
    }

    LocalDate today() {
        return today;
    }
}
