package org.xinheng.release.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code release_withdrawal}. */
@Entity
@Immutable
@Table(name = "release_withdrawal")
@SuppressWarnings("NullAway.Init")
class ReleaseWithdrawalRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long number;

    @Column(name = "release_id")
    UUID releaseId;

    @Column(name = "tenure_number")
    long tenureNumber;

    @Nullable
    UUID serving;

    String reason;

    Instant at;

    @Column(name = "caller_key")
    UUID callerKey;

    @Nullable
    String person;

    String department;
}
