package org.xinheng.remedy.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code credit_restoration_promise}: the public promise, encrypted, erasable. */
@Entity
@Table(name = "credit_restoration_promise")
@SuppressWarnings("NullAway.Init")
class CreditRestorationPromiseRow extends PanacheEntityBase {
    @Id
    @Column(name = "restoration_id")
    UUID restorationId;

    byte[] cipher;
}
