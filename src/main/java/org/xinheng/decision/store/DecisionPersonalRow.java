package org.xinheng.decision.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code decision_personal}: identifier and name asked for, encrypted. */
@Entity
@Table(name = "decision_personal")
@SuppressWarnings("NullAway.Init")
class DecisionPersonalRow extends PanacheEntityBase {
    @Id
    @Column(name = "decision_id")
    UUID decisionId;

    byte[] cipher;
}
