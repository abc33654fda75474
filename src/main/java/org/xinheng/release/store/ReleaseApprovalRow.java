package org.xinheng.release.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code release_approval}. */
@Entity
@Immutable
@Table(name = "release_approval")
@SuppressWarnings("NullAway.Init")
class ReleaseApprovalRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long number;

    @Column(name = "release_id")
    UUID releaseId;

    @Column(name = "check_number")
    int checkNumber;

    @Column(name = "content_hash")
    String contentHash;

    @Column(name = "effective_from")
    LocalDate effectiveFrom;

    int needed;

    @Nullable
    @Column(name = "changed_share")
    BigDecimal changedShare;

    boolean completes;

    String reason;

    Instant at;

    @Column(name = "caller_key")
    UUID callerKey;

    @Nullable
    String person;

    String department;
}
