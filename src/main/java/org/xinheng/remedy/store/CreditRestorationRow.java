package org.xinheng.remedy.store;

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

/** A row of {@code credit_restoration}. */
@Entity
@Immutable
@Table(name = "credit_restoration")
@SuppressWarnings("NullAway.Init")
class CreditRestorationRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "listing_id")
    UUID listingId;

    @Column(name = "applied_on")
    LocalDate appliedOn;

    @Column(name = "applied_by")
    String appliedBy;

    String rule;

    @Column(name = "performed_on")
    LocalDate performedOn;

    String[] documents;

    @Column(name = "decide_by")
    @Nullable
    LocalDate decideBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    UUID recordedBy;
}
