package org.xinheng.impact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts the changes of answers. What is counted in parts and added up is the same as what is counted in one go. */
public final class ImpactTally {
    private long answers;
    private long answered;
    private long evaluations;
    private long changed;
    private Counts changes = Counts.NONE;
    private final Map<String, Counts> byMeasure = new TreeMap<>();
    private final Map<String, Counts> byListKind = new TreeMap<>();
    private final Map<String, Counts> byAgency = new TreeMap<>();
    private final Map<String, Counts> byRegion = new TreeMap<>();
    private final Map<UUID, AffectedSubject> subjects = new HashMap<>();

    /** An answer that two knowledge bases were asked for. */
    public void evaluated() {
        evaluations += 2;
    }

    /** A question that neither knowledge base has a word for. */
    public void nothingStated() {
        answers++;
    }

    /** An answer that says something under at least one of them, with its changes, none where it stays the same. */
    public void answer(@Nullable UUID subject, String agency, String region, List<Change> changesOfAnswer) {
        answers++;
        answered++;
        if (changesOfAnswer.isEmpty()) {
            return;
        }
        changed++;
        Counts all = Counts.NONE;
        for (Change change : changesOfAnswer) {
            Counts one = Counts.NONE.plus(change.kind());
            byMeasure.merge(change.measure(), one, Counts::plus);
            byListKind.merge(change.listKind(), one, Counts::plus);
            all = all.plus(one);
        }
        byAgency.merge(agency, all, Counts::plus);
        byRegion.merge(region, all, Counts::plus);
        changes = changes.plus(all);
        if (subject != null) {
            subjects.merge(subject, new AffectedSubject(subject, 1, all), AffectedSubject::plus);
        }
    }

    /** Adds what was counted elsewhere. */
    public void add(ImpactTally other) {
        answers += other.answers;
        answered += other.answered;
        evaluations += other.evaluations;
        changed += other.changed;
        changes = changes.plus(other.changes);
        other.byMeasure.forEach((key, counts) -> byMeasure.merge(key, counts, Counts::plus));
        other.byListKind.forEach((key, counts) -> byListKind.merge(key, counts, Counts::plus));
        other.byAgency.forEach((key, counts) -> byAgency.merge(key, counts, Counts::plus));
        other.byRegion.forEach((key, counts) -> byRegion.merge(key, counts, Counts::plus));
        addSubjects(other);
    }

    /** Adds the subjects alone of what was counted elsewhere. */
    public void addSubjects(ImpactTally other) {
        other.subjects.forEach((id, affected) -> subjects.merge(id, affected, AffectedSubject::plus));
    }

    /** What it comes to. */
    public ImpactPart part() {
        return new ImpactPart(
                answers, answered, evaluations, changed, changes, byMeasure, byListKind, byAgency, byRegion);
    }

    /** The subjects with a changed answer, the most affected first. */
    public List<AffectedSubject> mostAffected() {
        return subjects.values().stream().sorted(AffectedSubject.MOST_FIRST).toList();
    }
}
