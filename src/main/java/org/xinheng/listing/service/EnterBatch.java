package org.xinheng.listing.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.caller.Caller;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.listing.ListingBatch;
import org.xinheng.listing.ListingBatches;
import org.xinheng.listing.ListingDraft;
import org.xinheng.listing.Listings;

/** A department hands in a file of entries: every row is judged before anything is stored, then all or nothing. */
@ApplicationScoped
public class EnterBatch {
    private final EnterListing enterListing;
    private final Listings listings;
    private final ListingBatches batches;
    private final AuditTrail auditTrail;
    private final Clock clock;

    EnterBatch(
            EnterListing enterListing, Listings listings, ListingBatches batches, AuditTrail auditTrail, Clock clock) {
        this.enterListing = enterListing;
        this.listings = listings;
        this.batches = batches;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * A row as it was read.
     *
     * @param draft the entry, null when the row could not be read
     * @param faults what could not be read
     */
    public record RowRead(int line, @Nullable ListingDraft draft, List<Fault> faults) {}

    /** How a fault of a row is told in the report. */
    @FunctionalInterface
    public interface Telling {
        /** The words for a fault of the row that begins on this line. */
        ListingBatch.RowFault tell(int line, Fault fault);
    }

    /**
     * Judges all rows and enters them when none has a fault.
     *
     * @param telling how a fault of a row is told
     */
    @Transactional
    public ListingBatch enter(Caller caller, String sha256, List<RowRead> rows, Telling telling) {
        Optional<ListingBatch> before = batches.accepted(caller.department(), sha256);
        if (before.isPresent()) {
            return before.get();
        }
        Instant now = clock.instant();
        boolean clean = true;
        Set<String> kinds = new TreeSet<>();
        List<List<Fault>> judged = new ArrayList<>();
        for (RowRead row : rows) {
            List<Fault> faults = row.draft() == null ? row.faults() : enterListing.faultsOf(caller, row.draft(), now);
            judged.add(faults);
            clean &= faults.isEmpty();
            if (row.draft() != null) {
                kinds.add(row.draft().listKind());
            }
        }
        UUID id = TimeOrderedId.at(now);
        Long knownAt = clean ? listings.openCommit("BATCH", kinds, caller.keyId(), now) : null;
        // behind the lock: the same file from two connections at once is one batch
        Optional<ListingBatch> meanwhile = clean ? batches.accepted(caller.department(), sha256) : Optional.empty();
        if (meanwhile.isPresent()) {
            throw new BatchTakenMeanwhile(meanwhile.get());
        }
        List<ListingBatch.Row> report = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            RowRead row = rows.get(i);
            UUID listing = knownAt == null || row.draft() == null
                    ? null
                    : enterListing.add(caller, row.draft(), knownAt, now, id).id();
            report.add(new ListingBatch.Row(
                    row.line(),
                    listing,
                    judged.get(i).stream()
                            .map(fault -> telling.tell(row.line(), fault))
                            .toList()));
        }
        ListingBatch batch = new ListingBatch(
                id,
                caller.department(),
                sha256,
                Set.copyOf(kinds),
                clean ? ListingBatch.Outcome.ACCEPTED : ListingBatch.Outcome.REFUSED,
                List.copyOf(report),
                knownAt,
                now);
        batches.add(batch, caller.keyId());
        auditTrail.record(
                AuditEntry.of(now, "LISTING_BATCH", caller.keyId(), caller.department(), id.toString()),
                knownAt == null ? CoveredRecord.of("REFUSED_BATCH", id) : CoveredRecord.listingCommit(knownAt));
        return batch;
    }

    /** The same file was taken through another connection while this one waited; its batch is the answer. */
    public static final class BatchTakenMeanwhile extends RuntimeException {
        private final transient ListingBatch batch;

        BatchTakenMeanwhile(ListingBatch batch) {
            super(batch.id().toString());
            this.batch = batch;
        }

        /** The batch that was taken. */
        public ListingBatch batch() {
            return batch;
        }
    }
}
