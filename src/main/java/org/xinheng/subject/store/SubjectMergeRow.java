package org.xinheng.subject.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.xinheng.subject.SubjectMerge;

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

    @Nullable
    String department;

    @Column(name = "document_number")
    @Nullable
    String documentNumber;

    @Column(name = "recorded_by")
    @Nullable
    UUID recordedBy;

    @Column(name = "recorded_at")
    @Nullable
    Instant recordedAt;

    @Column(name = "known_at")
    long knownAt;

    static SubjectMergeRow of(SubjectMerge merge) {
        SubjectMergeRow row = new SubjectMergeRow();
        row.id = merge.id();
        row.one = merge.one();
        row.other = merge.other();
        row.joined = merge.joined();
        row.reason = merge.reason();
        row.department = merge.department();
        row.documentNumber = merge.documentNumber();
        row.recordedBy = merge.recordedBy();
        row.recordedAt = merge.recordedAt();
        row.knownAt = merge.knownAt();
        return row;
    }

    SubjectMerge merge() {
        return new SubjectMerge(
                id, one, other, joined, reason, department, documentNumber, recordedBy, recordedAt, knownAt);
    }
}
