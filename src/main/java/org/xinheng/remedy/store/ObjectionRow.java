package org.xinheng.remedy.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code objection}. */
@Entity
@Immutable
@Table(name = "objection")
@SuppressWarnings("NullAway.Init")
class ObjectionRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "listing_id")
    UUID listingId;

    String department;

    @Column(name = "filed_on")
    LocalDate filedOn;

    @Column(name = "filed_by")
    String filedBy;

    @Nullable
    String term;

    @Column(name = "mark_by")
    @Nullable
    LocalDate markBy;

    @Column(name = "answer_by")
    @Nullable
    LocalDate answerBy;

    @Column(name = "extendable_to")
    @Nullable
    LocalDate extendableTo;

    @Column(name = "calendar_known")
    boolean calendarKnown;

    @Column(name = "known_at")
    long knownAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    UUID recordedBy;
}
