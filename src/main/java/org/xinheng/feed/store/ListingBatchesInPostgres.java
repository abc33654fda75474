package org.xinheng.feed.store;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.xinheng.feed.FeedOrder;
import org.xinheng.feed.ListingBatch;
import org.xinheng.feed.ListingBatches;
import org.xinheng.feed.TextEncoding;
import org.xinheng.sql.store.StoredJson;

/** {@link ListingBatches} in PostgreSQL: Panache. */
@ApplicationScoped
class ListingBatchesInPostgres implements ListingBatches {
    private final Session session;
    private final StoredJson json;

    ListingBatchesInPostgres(Session session, StoredJson json) {
        this.session = session;
        this.json = json;
    }

    @Override
    public void oneAtATime(String department, String sha256, FeedOrder order) {
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:file, 0))", Object.class)
                .setParameter("file", "feed " + department + " " + sha256 + " " + order.parameters())
                .getSingleResult();
    }

    @Override
    public void add(ListingBatch batch, UUID callerKey) {
        ListingBatch.Counts counts = batch.counts();
        ListingBatchRow row = new ListingBatchRow();
        row.id = batch.id();
        row.listKinds = batch.listKinds().toArray(String[]::new);
        row.department = batch.department();
        row.sha256 = batch.sha256();
        row.outcome = batch.outcome();
        row.rows = counts.rows();
        row.accepted = batch.accepted();
        row.report = json.write(batch.rows());
        row.parameters = json.write(batch.order());
        row.encoding = batch.encoding().name();
        row.guessed = batch.encoding().guessed();
        row.entered = counts.entered();
        row.removed = counts.removed();
        row.unchanged = counts.unchanged();
        row.refused = counts.refused();
        row.refusedBy = json.write(counts.refusedBy());
        row.actKind = batch.actKind();
        row.knownAt = batch.knownAt();
        row.recordedAt = batch.recordedAt();
        row.recordedBy = callerKey;
        row.persist();
        session.flush();
    }

    @Override
    public Optional<ListingBatch> find(UUID id) {
        return ListingBatchRow.<ListingBatchRow>findByIdOptional(id).map(this::batch);
    }

    @Override
    public Optional<ListingBatch> accepted(String department, String sha256, FeedOrder order) {
        return ListingBatchRow.<ListingBatchRow>list(
                        "department = ?1 and sha256 = ?2 and outcome = ?3 order by recordedAt desc, id desc",
                        department,
                        sha256,
                        ListingBatch.Outcome.ACCEPTED)
                .stream()
                .map(this::batch)
                .filter(batch -> batch.order().parameters().equals(order.parameters()))
                .findFirst();
    }

    @Override
    public boolean changedSince(ListingBatch batch) {
        return session.createNativeQuery(
                        "select exists (select 1 from listing_commit where number > :known"
                                + " and list_kinds && cast(:kinds as text[]))",
                        Boolean.class)
                .setParameter("known", batch.knownAt() == null ? 0 : batch.knownAt())
                .setParameter("kinds", batch.listKinds().toArray(String[]::new))
                .getSingleResult();
    }

    private ListingBatch batch(ListingBatchRow row) {
        return new ListingBatch(
                row.id,
                row.department,
                row.sha256,
                json.read(row.parameters, new TypeReference<>() {}),
                new TextEncoding(row.encoding, row.guessed, false),
                Set.of(row.listKinds),
                row.actKind,
                row.outcome,
                new ListingBatch.Counts(
                        row.rows,
                        row.entered,
                        row.removed,
                        row.unchanged,
                        row.refused,
                        json.read(row.refusedBy, new TypeReference<>() {})),
                json.read(row.report, new TypeReference<>() {}),
                row.knownAt,
                row.recordedAt);
    }
}
