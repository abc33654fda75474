package org.xinheng.audit.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code audit_entry}. */
@Entity
@Immutable
@Table(name = "audit_entry")
@SuppressWarnings("NullAway.Init")
class AuditEntryRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long number;

    Instant at;

    String kind;

    @Column(name = "caller_key")
    UUID callerKey;

    String department;

    @Nullable
    String purpose;

    @Column(name = "case_number")
    @Nullable
    String caseNumber;

    @Column(name = "subject_lookup")
    byte @Nullable [] subjectLookup;

    @Nullable
    String reference;

    @Nullable
    String detail;
}
