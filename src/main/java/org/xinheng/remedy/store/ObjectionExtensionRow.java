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

/** A row of {@code objection_extension}. */
@Entity
@Immutable
@Table(name = "objection_extension")
@SuppressWarnings("NullAway.Init")
class ObjectionExtensionRow extends PanacheEntityBase {
    @Id
    @Column(name = "objection_id")
    UUID objectionId;

    @Column(name = "extended_on")
    LocalDate extendedOn;

    String reason;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    UUID recordedBy;
}
