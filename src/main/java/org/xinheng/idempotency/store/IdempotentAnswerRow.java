package org.xinheng.idempotency.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code idempotent_answer}. */
@Entity
@Immutable
@Table(name = "idempotent_answer")
@SuppressWarnings("NullAway.Init")
class IdempotentAnswerRow extends PanacheEntityBase {
    @EmbeddedId
    Key id;

    @Column(name = "body_hash")
    byte[] bodyHash;

    int status;

    @Nullable
    String location;

    @Column(name = "media_type")
    String mediaType;

    byte[] answer;

    Instant at;

    /** Scope and key. */
    @Embeddable
    record Key(@Column(name = "caller_key") UUID callerKey, String route, String key) implements Serializable {}
}
