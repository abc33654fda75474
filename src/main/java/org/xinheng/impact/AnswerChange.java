package org.xinheng.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.decision.Conclusion;
import org.xinheng.decision.MeasureEnd;
import org.xinheng.decision.WithheldReason;

/**
 * Compares two answers to one question, measure by measure and listing by listing, from what the law concludes and without
 * making the answers. Which row gave a measure does not matter, so that a row under a new code that says the same changes
 * nothing.
 */
public final class AnswerChange {
    /** The heavier conclusion first: by effect, then by how long it lasts. */
    private static final Comparator<Conclusion> HEAVIER_FIRST = Comparator.comparing(
                    (Conclusion conclusion) -> conclusion.rule().effect())
            .thenComparing(conclusion -> lastDay(conclusion.end()), Comparator.reverseOrder());

    private final boolean factsUnknown;

    private AnswerChange(boolean factsUnknown) {
        this.factsUnknown = factsUnknown;
    }

    private record Key(UUID listing, String measure) {}

    /** What a measure comes to: the strongest of the rows that give it. */
    private record Line(
            String listKind, @Nullable Conclusion applied, Set<String> bases, Set<WithheldReason> withheld) {}

    /**
     * Every change, in the order of the answer after, then of the one before.
     *
     * @param factsUnknown whether nobody said what the matter is about, so that a measure that only waits for such a fact
     *     counts as one that applies
     */
    public static List<Change> between(List<Conclusion> before, List<Conclusion> after, boolean factsUnknown) {
        if (before.isEmpty() && after.isEmpty()) {
            return List.of();
        }
        var comparison = new AnswerChange(factsUnknown);
        return comparison.changes(comparison.lines(before), comparison.lines(after));
    }

    private List<Change> changes(Map<Key, Line> before, Map<Key, Line> after) {
        var changes = new ArrayList<Change>();
        after.forEach((key, is) -> {
            ChangeKind kind = kind(before.get(key), is);
            if (kind != null) {
                changes.add(new Change(kind, key.measure(), is.listKind()));
            }
        });
        before.forEach((key, was) -> {
            if (!after.containsKey(key)) {
                ChangeKind kind = was.applied() == null ? ChangeKind.WITHHELD_CHANGED : ChangeKind.LOST;
                changes.add(new Change(kind, key.measure(), was.listKind()));
            }
        });
        return changes;
    }

    private static @Nullable ChangeKind kind(@Nullable Line was, Line is) {
        Conclusion before = was == null ? null : was.applied();
        Conclusion after = is.applied();
        if (before == null && after == null) {
            return was != null && was.withheld().equals(is.withheld()) ? null : ChangeKind.WITHHELD_CHANGED;
        }
        if (before == null) {
            return ChangeKind.GAINED;
        }
        if (after == null) {
            return ChangeKind.LOST;
        }
        int heavier = HEAVIER_FIRST.compare(after, before);
        if (heavier != 0) {
            return heavier < 0 ? ChangeKind.STRONGER : ChangeKind.WEAKER;
        }
        return was != null && was.bases().equals(is.bases()) ? null : ChangeKind.BASIS_CHANGED;
    }

    private Map<Key, Line> lines(List<Conclusion> conclusions) {
        var lines = new LinkedHashMap<Key, Line>();
        for (Conclusion conclusion : conclusions) {
            var key =
                    new Key(conclusion.about().listing().id(), conclusion.rule().measure());
            lines.merge(key, line(conclusion), AnswerChange::both);
        }
        return lines;
    }

    private Line line(Conclusion conclusion) {
        String listKind = conclusion.about().listing().listKind();
        WithheldReason reason = conclusion.withheld();
        boolean applies = reason == null || (factsUnknown && reason == WithheldReason.CONTEXT_MISSING);
        return applies
                ? new Line(listKind, conclusion, new TreeSet<>(conclusion.rule().legalBases()), Set.of())
                : new Line(listKind, null, Set.of(), withheld(reason));
    }

    private static Set<WithheldReason> withheld(@Nullable WithheldReason reason) {
        return reason == null ? Set.of() : Set.of(reason);
    }

    private static Line both(Line one, Line other) {
        Conclusion stronger = one.applied();
        if (stronger == null || (other.applied() != null && HEAVIER_FIRST.compare(other.applied(), stronger) < 0)) {
            stronger = other.applied();
        }
        var bases = new TreeSet<>(one.bases());
        bases.addAll(other.bases());
        var withheld = new TreeSet<>(one.withheld());
        withheld.addAll(other.withheld());
        return new Line(one.listKind(), stronger, bases, withheld);
    }

    /** For life lasts longest, until performed longer than any day. */
    private static LocalDate lastDay(MeasureEnd end) {
        if (end instanceof MeasureEnd.LastDay last) {
            return last.day();
        }
        return end instanceof MeasureEnd.Life ? LocalDate.MAX : LocalDate.MAX.minusDays(1);
    }
}
