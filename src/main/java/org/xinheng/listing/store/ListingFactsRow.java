package org.xinheng.listing.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code listing_facts}. */
@Entity
@Table(name = "listing_facts")
@SuppressWarnings("NullAway.Init")
class ListingFactsRow extends PanacheEntityBase {
    @Id
    @Column(name = "listing_id")
    UUID listingId;

    byte[] cipher;
}
