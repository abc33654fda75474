package org.xinheng.subject.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code subject_merge}. */
@Entity
@Immutable
@Table(name = "subject_merge")
@SuppressWarnings("NullAway.Init")
class SubjectMergeRow extends PanacheEntityBase {
    @Id
    UUID id;

    UUID one;

    UUID other;

    boolean joined;

    String reason;

    @Column(name = "known_at")
    long knownAt;
}
