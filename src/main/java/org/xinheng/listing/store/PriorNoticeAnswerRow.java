package org.xinheng.listing.store;

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
import org.xinheng.listing.PriorNotice;

/** A row of {@code prior_notice_answer}. */
@Entity
@Immutable
@Table(name = "prior_notice_answer")
@SuppressWarnings("NullAway.Init")
class PriorNoticeAnswerRow extends PanacheEntityBase {
    @Id
    @Column(name = "objection_id")
    UUID objectionId;

    @Enumerated(EnumType.STRING)
    PriorNotice.Outcome outcome;

    @Column(name = "answered_on")
    LocalDate answeredOn;

    String reasons;

    @Column(name = "document_number")
    String documentNumber;

    @Column(name = "known_at")
    long knownAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    UUID recordedBy;

    PriorNotice.Answer answer() {
        return new PriorNotice.Answer(outcome, answeredOn, reasons, documentNumber);
    }
}
