package org.xinheng.decision;

import java.util.Collection;
import java.util.Comparator;
import org.xinheng.law.Effect;

/** What a decision comes to (决策结论): the first of these that holds; design §4. */
public enum Outcome {
    PROHIBIT,
    RESTRICT,
    /** A person must look at it: a punishment is withheld, an input missing, an identity in doubt, a list unread. */
    REVIEW,
    CAUTION,
    SUPERVISE,
    ADVISE,
    FACILITATE,
    /** Nothing applies. */
    CLEAR;

    /**
     * The outcome of what the rules concluded. A withheld reward alone is no review, nor is a stayed listing.
     *
     * @param inDoubt whether a list that had to be read is unread or stale, or who the subject is is in doubt
     */
    public static Outcome of(Collection<Conclusion> conclusions, boolean inDoubt) {
        Effect strongest = conclusions.stream()
                .filter(Conclusion::applied)
                .map(conclusion -> conclusion.rule().effect())
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (strongest == Effect.PROHIBIT || strongest == Effect.RESTRICT) {
            return Outcome.valueOf(strongest.name());
        }
        boolean punishmentWithheld = conclusions.stream()
                .anyMatch(conclusion -> !conclusion.applied()
                        && !conclusion.rule().reward()
                        && conclusion.withheld() != WithheldReason.SUSPENDED);
        if (punishmentWithheld || inDoubt) {
            return REVIEW;
        }
        return strongest == null ? CLEAR : Outcome.valueOf(strongest.name());
    }
}
