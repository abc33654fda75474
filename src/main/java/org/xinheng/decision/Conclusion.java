package org.xinheng.decision;

import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.MeasureRule;

/**
 * A row that matched a listing, with what the guards made of it.
 *
 * @param end when the measure ends; {@link MeasureEnd.Unknown} only where it is withheld
 * @param withheld the guard that held it back, null where it applies
 * @param heldBy the rule of law behind that guard; null where it applies, and for {@link WithheldReason#NAME_MISMATCH}
 *     and {@link WithheldReason#CONTEXT_MISSING}, which are told of the question and not of the row
 * @param wanted the field that is missing, for {@link WithheldReason#CONTEXT_MISSING}
 */
public record Conclusion(
        ListingInQuestion about,
        MeasureRule rule,
        MeasureEnd end,
        @Nullable WithheldReason withheld,
        @Nullable RuleOfLaw heldBy,
        @Nullable String wanted) {
    /** Whether the measure applies. */
    public boolean applied() {
        return withheld == null;
    }
}
