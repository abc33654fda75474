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

/** A row of {@code release_rule}: a file of {@code rules/} as it was when the release was made. */
@Entity
@Immutable
@Table(name = "release_rule")
@SuppressWarnings("NullAway.Init")
class ReleaseRuleRow extends PanacheEntityBase {
    /** The release and the file's name. */
    @Embeddable
    record Key(@Column(name = "release_id") UUID releaseId, String name) implements Serializable {}

    @EmbeddedId
    Key key;

    String text;
}
