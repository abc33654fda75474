package org.xinheng.feedback.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code feedback}. */
@Entity
@Immutable
@Table(name = "feedback")
@SuppressWarnings("NullAway.Init")
class FeedbackRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "decision_id")
    UUID decisionId;

    String department;

    @Column(name = "caller_key")
    UUID callerKey;

    Instant at;
}
