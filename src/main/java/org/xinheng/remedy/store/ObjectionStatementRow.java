package org.xinheng.remedy.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code objection_statement}: what the subject said, encrypted, erasable. */
@Entity
@Table(name = "objection_statement")
@SuppressWarnings("NullAway.Init")
class ObjectionStatementRow extends PanacheEntityBase {
    @Id
    @Column(name = "objection_id")
    UUID objectionId;

    byte[] cipher;
}
