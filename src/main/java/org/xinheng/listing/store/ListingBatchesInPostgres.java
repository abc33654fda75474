package org.xinheng.listing.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.xinheng.listing.ListingBatch;
import org.xinheng.listing.ListingBatches;

/** {@link ListingBatches} in PostgreSQL. */
@ApplicationScoped
class ListingBatchesInPostgres implements ListingBatches {
    private final ListingJson json;

    ListingBatchesInPostgres(ObjectMapper objectMapper) {
        this.json = new ListingJson(objectMapper);
    }

    @Override
    public void add(ListingBatch batch, UUID callerKey) {
        ListingBatchRow row = new ListingBatchRow();
        row.id = batch.id();
        row.listKinds = batch.listKinds().toArray(String[]::new);
        row.department = batch.department();
        row.sha256 = batch.sha256();
        row.outcome = batch.outcome();
        row.rows = batch.rows().size();
        row.accepted = batch.accepted();
        row.report = json.write(batch.rows());
        row.knownAt = batch.knownAt();
        row.recordedAt = batch.recordedAt();
        row.recordedBy = callerKey;
        row.persist();
    }

    @Override
    public Optional<ListingBatch> find(UUID id) {
        return ListingBatchRow.<ListingBatchRow>findByIdOptional(id).map(this::batch);
    }

    @Override
    public Optional<ListingBatch> accepted(String department, String sha256) {
        return ListingBatchRow.<ListingBatchRow>find(
                        "department = ?1 and sha256 = ?2 and outcome = ?3",
                        department,
                        sha256,
                        ListingBatch.Outcome.ACCEPTED)
                .firstResultOptional()
                .map(this::batch);
    }

    private ListingBatch batch(ListingBatchRow row) {
        return new ListingBatch(
                row.id,
                row.department,
                row.sha256,
                Set.of(row.listKinds),
                row.outcome,
                json.read(row.report, new TypeReference<List<ListingBatch.Row>>() {}),
                row.knownAt,
                row.recordedAt);
    }
}
