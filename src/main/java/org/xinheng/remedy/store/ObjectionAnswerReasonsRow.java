package org.xinheng.remedy.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code objection_answer_reasons}: why an objection was answered as it was, encrypted, erasable. */
@Entity
@Table(name = "objection_answer_reasons")
@SuppressWarnings("NullAway.Init")
class ObjectionAnswerReasonsRow extends PanacheEntityBase {
    @Id
    @Column(name = "objection_id")
    UUID objectionId;

    @Column(name = "known_at")
    long knownAt;

    byte[] cipher;
}
