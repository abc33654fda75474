package org.xinheng.release.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code release_tenure}. */
@Entity
@Immutable
@Table(name = "release_tenure")
@SuppressWarnings("NullAway.Init")
class ReleaseTenureRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long number;

    @Column(name = "release_id")
    UUID releaseId;

    @Column(name = "effective_from")
    LocalDate effectiveFrom;

    @Column(name = "activated_at")
    Instant activatedAt;

    String step;

    @Nullable
    String reason;

    @Nullable
    @Column(name = "caller_key")
    UUID callerKey;

    @Nullable
    String person;

    @Nullable
    String department;
}
