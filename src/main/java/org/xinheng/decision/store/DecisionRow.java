package org.xinheng.decision.store;

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
import org.xinheng.decision.Outcome;
import org.xinheng.kernel.SubjectType;

/** A row of {@code decision}. */
@Entity
@Immutable
@Table(name = "decision")
@SuppressWarnings("NullAway.Init")
class DecisionRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "decided_at")
    Instant decidedAt;

    @Column(name = "as_of")
    LocalDate asOf;

    String department;

    @Column(name = "caller_key")
    UUID callerKey;

    String matter;

    String region;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    @Column(name = "case_number")
    String caseNumber;

    @Enumerated(EnumType.STRING)
    @Column(name = "subject_type")
    SubjectType subjectType;

    @Column(name = "subject_lookup")
    byte[] subjectLookup;

    @Column(name = "release_id")
    UUID releaseId;

    long watermark;

    @Column(name = "engine_version")
    String engineVersion;

    String request;

    String answer;

    String trace;
}
