package org.xinheng.publication.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.xinheng.publication.Publication;

/** A row of {@code publication}. */
@Entity
@Immutable
@Table(name = "publication")
@SuppressWarnings("NullAway.Init")
class PublicationRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "list_kind")
    String listKind;

    int number;

    @Column(name = "published_on")
    LocalDate publishedOn;

    String department;

    String region;

    String[] regions;

    @Column(name = "known_from")
    long knownFrom;

    @Column(name = "known_to")
    long knownTo;

    long entries;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    UUID recordedBy;

    Publication publication() {
        return new Publication(
                id, listKind, number, publishedOn, department, region, Set.of(regions), knownFrom, knownTo, entries);
    }
}
