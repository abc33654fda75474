package org.xinheng.remedy.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.xinheng.remedy.Objection;

/** A row of {@code objection_answer}. */
@Entity
@Immutable
@Table(name = "objection_answer")
@SuppressWarnings("NullAway.Init")
class ObjectionAnswerRow extends PanacheEntityBase {
    @Id
    @Column(name = "objection_id")
    UUID objectionId;

    @Enumerated(EnumType.STRING)
    Objection.Outcome outcome;

    @Column(name = "answered_on")
    LocalDate answeredOn;

    @Column(name = "document_number")
    String documentNumber;

    @Column(name = "known_at")
    long knownAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    UUID recordedBy;
}
