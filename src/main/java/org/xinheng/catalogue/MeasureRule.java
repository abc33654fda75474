package org.xinheng.catalogue;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.table.RuleCell;
import org.xinheng.catalogue.table.SourceRow;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.kernel.SubjectType;
import org.xinheng.law.Effect;

/**
 * A row of a decision table (措施行). An empty set in a condition means any; see design §4 for how cells read.
 *
 * @param code never reused, the same across releases
 * @param listKinds never empty
 * @param roles never empty
 * @param sectors sector codes, or {@link MatterItem#AS_DESIGNATED}
 * @param items licence, occupation and post codes, or {@link MatterItem#AS_DESIGNATED}
 * @param legalBases codes, never empty
 * @param measureItem code of the measure list, {@link MeasureItem#STATUTORY_OUTSIDE_LIST}, or null in rewards
 * @param excludedBy list kinds or {@link #ALL_BLACK}; rewards only, never empty there
 * @param lastChecked the text the row was read in
 * @param cells filled condition cells, in the order of the sheet
 */
public record MeasureRule(
        String code,
        Set<String> listKinds,
        Set<String> grounds,
        Set<Gravity> gravities,
        Set<SubjectType> subjectTypes,
        Set<TargetRole> roles,
        Set<String> listingRegions,
        Set<String> matterRegions,
        Set<String> matters,
        Set<String> sectors,
        Set<String> items,
        @Nullable Boolean legallyRequiredTender,
        @Nullable Boolean governmentInvested,
        Set<String> agencyKinds,
        List<String> legalBases,
        EffectivePeriod validity,
        @Nullable String measureItem,
        String measure,
        Effect effect,
        MeasureTerm term,
        @Nullable String memorandum,
        Set<String> excludedBy,
        String lastChecked,
        SourceRow source,
        List<RuleCell> cells) {
    /** In {@link #excludedBy}: every list kind of polarity BLACK. */
    public static final String ALL_BLACK = "ALL_BLACK";

    /** Rewards are the rows whose effect is to facilitate. */
    public boolean reward() {
        return effect == Effect.FACILITATE;
    }
}
