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
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.PriorNotice;

/** A row of {@code prior_notice}. */
@Entity
@Immutable
@Table(name = "prior_notice")
@SuppressWarnings("NullAway.Init")
class PriorNoticeRow extends PanacheEntityBase {
    @Id
    UUID id;

    String department;

    @Column(name = "list_kind")
    String listKind;

    String region;

    @Nullable
    String ground;

    @Column(name = "legal_bases")
    String[] legalBases;

    @Enumerated(EnumType.STRING)
    @Column(name = "subject_type")
    SubjectType subjectType;

    @Column(name = "subject_lookup")
    byte[] subjectLookup;

    @Column(name = "noticed_on")
    LocalDate noticedOn;

    @Column(name = "known_at")
    long knownAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    UUID recordedBy;

    PriorNotice notice(List<PriorNotice.Objection> objections) {
        return new PriorNotice(
                id, department, listKind, region, ground, List.of(legalBases), subjectType, noticedOn, objections);
    }
}
