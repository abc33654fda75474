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
import org.jspecify.annotations.Nullable;
import org.xinheng.listing.ListingEvent;

/** A row of {@code listing_event}. */
@Entity
@Immutable
@Table(name = "listing_event")
@SuppressWarnings("NullAway.Init")
class ListingEventRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "listing_id")
    UUID listingId;

    @Enumerated(EnumType.STRING)
    ListingEvent.Type type;

    @Column(name = "effective_on")
    LocalDate effectiveOn;

    @Column(name = "document_number")
    @Nullable
    String documentNumber;

    @Nullable
    String reason;

    @Column(name = "known_at")
    long knownAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    UUID recordedBy;
}
