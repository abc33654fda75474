package org.xinheng.caller.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code caller_key}. */
@Entity
@Immutable
@Table(name = "caller_key")
@SuppressWarnings("NullAway.Init")
class CallerKeyRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "key_hash")
    String keyHash;

    String label;

    @Nullable
    String person;

    String department;

    String[] roles;

    boolean demonstration;

    @Column(name = "created_at")
    Instant createdAt;
}
