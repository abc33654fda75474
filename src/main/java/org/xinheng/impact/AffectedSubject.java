package org.xinheng.impact;

import java.util.Comparator;
import java.util.UUID;

/** A subject for whom at least one answer changes. */
public record AffectedSubject(UUID subject, long changedAnswers, Counts changes) {
    /** By changed answers, then by changes, then by id, so that the order is always the same. */
    static final Comparator<AffectedSubject> MOST_FIRST = Comparator.comparingLong(AffectedSubject::changedAnswers)
            .thenComparingLong(affected -> affected.changes().total())
            .reversed()
            .thenComparing(AffectedSubject::subject);

    AffectedSubject plus(AffectedSubject other) {
        return new AffectedSubject(subject, changedAnswers + other.changedAnswers, changes.plus(other.changes));
    }
}
