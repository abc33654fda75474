package org.xinheng.release;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.catalogue.table.SourceRow;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.kernel.SubjectType;

/**
 * One row of a sheet 测试: one listing asked about in one matter, and the rows of that workbook that must come out.
 *
 * @param sectorsDesignated sector codes that the listing names
 * @param itemsDesignated item codes that the listing names
 * @param alsoListedIn further list kinds on which the subject stands at the same time
 * @param applied row codes of the workbook that apply, no others
 * @param withheld row code to reason, no others
 * @param ends row code to a day or {@code LIFE} or {@code UNTIL_PERFORMED}, where the case states it
 * @see MatterItem
 */
public record TableTest(
        String code,
        String description,
        SubjectType subjectType,
        String listKind,
        @Nullable String ground,
        @Nullable Gravity gravity,
        TargetRole role,
        String listingRegion,
        @Nullable LocalDate documentDate,
        LocalDate listedOn,
        @Nullable LocalDate expiresOn,
        @Nullable EffectivePeriod decidedTerm,
        @Nullable LocalDate sentenceEndsOn,
        Set<String> citedBases,
        Set<String> sectorsDesignated,
        Set<String> itemsDesignated,
        Set<String> alsoListedIn,
        String matter,
        @Nullable String sector,
        @Nullable String item,
        @Nullable Boolean legallyRequiredTender,
        @Nullable Boolean governmentInvested,
        String region,
        String agencyKind,
        LocalDate asOf,
        Set<String> applied,
        Map<String, String> withheld,
        Map<String, String> ends,
        SourceRow source) {

    /** The rows that this case reaches, applied or withheld. */
    public List<String> reached() {
        var rows = new java.util.ArrayList<String>(applied);
        rows.addAll(withheld.keySet());
        return List.copyOf(rows);
    }
}
