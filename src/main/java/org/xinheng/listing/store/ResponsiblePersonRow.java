package org.xinheng.listing.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.TargetRole;

/** A row of {@code listing_responsible_person}. */
@Entity
@Immutable
@Table(name = "listing_responsible_person")
@SuppressWarnings("NullAway.Init")
class ResponsiblePersonRow extends PanacheEntityBase {
    /** The listing and the place within it. */
    @Embeddable
    record Key(@Column(name = "listing_id") UUID listingId, int position) implements Serializable {}

    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    TargetRole role;

    @Column(name = "subject_id")
    UUID subjectId;

    @Column(name = "valid_from")
    @Nullable
    LocalDate validFrom;

    @Column(name = "valid_to")
    @Nullable
    LocalDate validTo;
}
