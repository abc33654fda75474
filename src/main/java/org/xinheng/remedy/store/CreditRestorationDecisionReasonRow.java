package org.xinheng.remedy.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code credit_restoration_decision_reason}: why an application was decided as it was, encrypted, erasable. */
@Entity
@Table(name = "credit_restoration_decision_reason")
@SuppressWarnings("NullAway.Init")
class CreditRestorationDecisionReasonRow extends PanacheEntityBase {
    @Id
    @Column(name = "restoration_id")
    UUID restorationId;

    byte[] cipher;
}
