package org.xinheng.release.store;

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

/** A row of {@code release_upload}. */
@Entity
@Immutable
@Table(name = "release_upload")
@SuppressWarnings("NullAway.Init")
class ReleaseUploadRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "release_id")
    UUID releaseId;

    Instant at;

    @Nullable
    @Column(name = "caller_key")
    UUID callerKey;

    @Nullable
    String person;

    @Nullable
    String department;

    @Nullable
    @Column(name = "based_on")
    UUID basedOn;

    @Column(name = "meant_for")
    LocalDate meantFor;

    String[] workbooks;
}
