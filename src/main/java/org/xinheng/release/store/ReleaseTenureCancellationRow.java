package org.xinheng.release.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A row of {@code release_tenure_cancellation}. */
@Entity
@Immutable
@Table(name = "release_tenure_cancellation")
@SuppressWarnings("NullAway.Init")
class ReleaseTenureCancellationRow extends PanacheEntityBase {
    @Id
    @Column(name = "tenure_number")
    Long tenureNumber;

    Instant at;
}
