package org.xinheng.release.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code release_workbook}: the bytes as they were handed in. */
@Entity
@Immutable
@Table(name = "release_workbook")
@SuppressWarnings("NullAway.Init")
class ReleaseWorkbookRow extends PanacheEntityBase {
    /** The release and the workbook's name. */
    @Embeddable
    record Key(@Column(name = "release_id") UUID releaseId, String name) implements Serializable {}

    @EmbeddedId
    Key key;

    byte[] bytes;
}
