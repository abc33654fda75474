package org.xinheng.decision;

import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.MeasureRule;

/**
 * A row that matched a listing, with what the guards made of it.
 *
 * @param end when the measure ends; {@link MeasureEnd.Unknown} only where it is withheld
 * @param withheld the guard that held it back, null where it applies
 * @param wanted the field that is missing, for {@link WithheldReason#CONTEXT_MISSING}
 */
public record Conclusion(
        ListingInQuestion about,
        MeasureRule rule,
        MeasureEnd end,
        @Nullable WithheldReason withheld,
        @Nullable String wanted) {
    /** Whether the measure applies. */
    public boolean applied() {
        return withheld == null;
    }
}
