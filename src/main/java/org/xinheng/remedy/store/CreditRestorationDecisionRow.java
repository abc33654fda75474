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

/** A row of {@code credit_restoration_decision}. */
@Entity
@Immutable
@Table(name = "credit_restoration_decision")
@SuppressWarnings("NullAway.Init")
class CreditRestorationDecisionRow extends PanacheEntityBase {
    @Id
    @Column(name = "restoration_id")
    UUID restorationId;

    boolean granted;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    @Column(name = "effective_on")
    @Nullable
    LocalDate effectiveOn;

    @Column(name = "document_number")
    String documentNumber;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    UUID recordedBy;
}
