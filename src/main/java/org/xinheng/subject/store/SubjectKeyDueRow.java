package org.xinheng.subject.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code subject_key_due}: a number that needs a key. */
@Entity
@Table(name = "subject_key_due")
@SuppressWarnings("NullAway.Init")
class SubjectKeyDueRow extends PanacheEntityBase {
    @Id
    byte[] lookup;
}
