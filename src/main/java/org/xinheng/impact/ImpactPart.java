package org.xinheng.impact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was counted over one set of questions.
 *
 * @param answers questions asked of both releases
 * @param answered of these, the questions to which at least one of the releases had something to say, applied or withheld
 * @param evaluations how often a knowledge base was asked; a question that no row of either can reach is asked of none
 * @param changedAnswers answers with at least one change
 * @param byAgency by department code for stored decisions, by kind of department for listings in force
 */
public record ImpactPart(
        long answers,
        long answered,
        long evaluations,
        long changedAnswers,
        Counts changes,
        Map<String, Counts> byMeasure,
        Map<String, Counts> byListKind,
        Map<String, Counts> byAgency,
        Map<String, Counts> byRegion) {
    private static final int DIGITS = 6;

    public ImpactPart {
        byMeasure = Collections.unmodifiableMap(new TreeMap<>(byMeasure));
        byListKind = Collections.unmodifiableMap(new TreeMap<>(byListKind));
        byAgency = Collections.unmodifiableMap(new TreeMap<>(byAgency));
        byRegion = Collections.unmodifiableMap(new TreeMap<>(byRegion));
    }

    /**
     * Changed answers of those that say something under at least one of the releases, 0 to 1, rounded up so that a change
     * is never nothing. Questions that neither has a word for would make every change look small.
     */
    public BigDecimal share() {
        return answered == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(changedAnswers).divide(BigDecimal.valueOf(answered), DIGITS, RoundingMode.CEILING);
    }
}
