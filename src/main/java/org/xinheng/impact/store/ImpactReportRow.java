package org.xinheng.impact.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code impact_report}. */
@Entity
@Immutable
@Table(name = "impact_report")
@SuppressWarnings("NullAway.Init")
class ImpactReportRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "release_id")
    UUID releaseId;

    @Column(name = "changed_share")
    BigDecimal changedShare;

    String report;

    @Column(name = "finished_at")
    Instant finishedAt;
}
