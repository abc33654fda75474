package org.xinheng.listing.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code listing}. */
@Entity
@Immutable
@Table(name = "listing")
@SuppressWarnings("NullAway.Init")
class ListingRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "list_kind")
    String listKind;

    @Column(name = "subject_id")
    UUID subjectId;

    @Column(name = "listed_on")
    LocalDate listedOn;

    @Column(name = "expires_on")
    @Nullable
    LocalDate expiresOn;

    String region;

    String department;

    String body;

    @Column(name = "batch_id")
    @Nullable
    UUID batchId;

    byte[] fingerprint;

    @Column(name = "act_id")
    @Nullable
    UUID actId;

    @Column(name = "known_at")
    long knownAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    UUID recordedBy;
}
