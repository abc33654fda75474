package org.xinheng.feed.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.xinheng.feed.ListingBatch;

/** A row of {@code listing_batch}. */
@Entity
@Immutable
@Table(name = "listing_batch")
@SuppressWarnings("NullAway.Init")
class ListingBatchRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "list_kinds")
    String[] listKinds;

    String department;

    String sha256;

    @Enumerated(EnumType.STRING)
    ListingBatch.Outcome outcome;

    int rows;

    int accepted;

    String report;

    /** The order as JSON. */
    String parameters;

    String encoding;

    boolean guessed;

    int entered;

    int removed;

    int unchanged;

    int refused;

    @Column(name = "refused_by")
    String refusedBy;

    @Column(name = "act_kind")
    @Nullable
    String actKind;

    @Column(name = "known_at")
    @Nullable
    Long knownAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    UUID recordedBy;
}
