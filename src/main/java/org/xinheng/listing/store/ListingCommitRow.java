package org.xinheng.listing.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.xinheng.listing.CommitKind;

/** A row of {@code listing_commit}: one step of known time. */
@Entity
@Immutable
@Table(name = "listing_commit")
@SuppressWarnings("NullAway.Init")
class ListingCommitRow extends PanacheEntityBase {
    @Id
    long number;

    Instant at;

    @Enumerated(EnumType.STRING)
    CommitKind kind;

    @Column(name = "list_kinds")
    String[] listKinds;

    @Column(name = "caller_key")
    UUID callerKey;
}
