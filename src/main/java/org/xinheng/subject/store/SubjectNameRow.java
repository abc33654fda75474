package org.xinheng.subject.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code subject_name}. */
@Entity
@Table(name = "subject_name")
@SuppressWarnings("NullAway.Init")
class SubjectNameRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "subject_id")
    UUID subjectId;

    @Nullable
    String plain;

    byte @Nullable [] cipher;

    @Column(name = "name_key")
    byte @Nullable [] nameKey;

    @Column(name = "known_at")
    long knownAt;
}
