package org.xinheng.caller.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code caller_key_revocation}. */
@Entity
@Immutable
@Table(name = "caller_key_revocation")
@SuppressWarnings("NullAway.Init")
class CallerKeyRevocationRow extends PanacheEntityBase {
    @Id
    @Column(name = "key_id")
    UUID keyId;

    @Column(name = "revoked_at")
    Instant revokedAt;
}
