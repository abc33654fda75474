package org.xinheng.subject.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.xinheng.kernel.SubjectType;

/** A row of {@code subject}. */
@Entity
@Immutable
@Table(name = "subject")
@SuppressWarnings("NullAway.Init")
class SubjectRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    SubjectType type;

    @Column(name = "known_at")
    long knownAt;
}
