package org.xinheng.release.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code release_check}; findings and coverage are JSON, content is JSON packed with gzip. */
@Entity
@Immutable
@Table(name = "release_check")
@SuppressWarnings("NullAway.Init")
class ReleaseCheckRow extends PanacheEntityBase {
    /** The release and the number of the check. */
    @Embeddable
    record Key(@Column(name = "release_id") UUID releaseId, int number) implements Serializable {}

    @EmbeddedId
    Key key;

    UUID id;

    LocalDate day;

    @Column(name = "engine_version")
    String engineVersion;

    int errors;

    int warnings;

    int hints;

    @Nullable
    Integer rows;

    String findings;

    String coverage;

    byte[] content;

    @Column(name = "checked_at")
    Instant checkedAt;
}
