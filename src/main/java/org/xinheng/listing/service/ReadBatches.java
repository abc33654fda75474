package org.xinheng.listing.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.xinheng.caller.Caller;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.ListingBatch;
import org.xinheng.listing.ListingBatches;

/** A department reads the reports of its own batches, auditors and the credit office all. */
@ApplicationScoped
public class ReadBatches {
    private final ListingBatches batches;

    ReadBatches(ListingBatches batches) {
        this.batches = batches;
    }

    /**
     * Reads one report.
     *
     * @throws Refusal BATCH_NOT_FOUND also for another department's
     */
    @Transactional
    public ListingBatch read(Caller caller, UUID id) {
        return batches.find(id)
                .filter(batch ->
                        caller.readsEveryDepartment() || batch.department().equals(caller.department()))
                .orElseThrow(() -> Refusal.of(ErrorCode.BATCH_NOT_FOUND));
    }
}
