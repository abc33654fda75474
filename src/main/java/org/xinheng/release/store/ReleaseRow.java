package org.xinheng.release.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code release}. */
@Entity
@Immutable
@Table(name = "release")
@SuppressWarnings("NullAway.Init")
class ReleaseRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "content_hash")
    String contentHash;

    @Column(name = "created_at")
    Instant createdAt;
}
