package org.xinheng.subject.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.IdentifierScheme;

/**
 * A row of {@code subject_identifier}. The first number of a subject is found by the hash of its key, which the numbers
 * that follow from it share; a further one by its own. A person's value is there encrypted only.
 */
@Entity
@Table(name = "subject_identifier")
@SuppressWarnings("NullAway.Init")
class SubjectIdentifierRow extends PanacheEntityBase {
    @Id
    byte[] lookup;

    /** Hash of the number as it stands; null in rows from before numbers had a key. */
    byte @Nullable [] writing;

    /** {@code DERIVED} where nobody gave the number: it is the key of one that was given before numbers had keys. */
    @Nullable
    String source;

    @Column(name = "subject_id")
    UUID subjectId;

    @Enumerated(EnumType.STRING)
    IdentifierScheme scheme;

    @Nullable
    String plain;

    byte @Nullable [] cipher;

    @Column(name = "known_at")
    long knownAt;
}
