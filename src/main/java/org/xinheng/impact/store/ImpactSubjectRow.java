package org.xinheng.impact.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code impact_subject}. */
@Entity
@Immutable
@Table(name = "impact_subject")
@SuppressWarnings("NullAway.Init")
class ImpactSubjectRow extends PanacheEntityBase {
    /** The report and the place in it. */
    @Embeddable
    record Key(@Column(name = "report_id") UUID reportId, int place) implements Serializable {}

    @EmbeddedId
    Key key;

    @Column(name = "subject_id")
    UUID subjectId;

    @Column(name = "changed_answers")
    long changedAnswers;

    String changes;
}
