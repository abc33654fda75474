package org.xinheng.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.RuleColumn;
import org.xinheng.kernel.EffectivePeriod;

/**
 * Compares rows of the same measure. Tables that collect may overlap, so an overlap is no fault; a row that says again
 * what another says is.
 */
final class RowPairs {
    private final List<MeasureRule> rules;
    private final Places places;

    RowPairs(List<MeasureRule> rules, Places places) {
        this.rules = rules;
        this.places = places;
    }

    List<Finding> check() {
        var byMeasure = new LinkedHashMap<String, List<MeasureRule>>();
        for (MeasureRule rule : rules) {
            byMeasure.computeIfAbsent(rule.measure(), m -> new ArrayList<>()).add(rule);
        }
        var findings = new ArrayList<Finding>();
        for (List<MeasureRule> same : byMeasure.values()) {
            for (int later = 0; later < same.size(); later++) {
                for (int earlier = 0; earlier < same.size(); earlier++) {
                    if (earlier != later && compare(same, earlier, later, findings)) {
                        break; // one finding a row
                    }
                }
            }
        }
        return findings;
    }

    private boolean compare(List<MeasureRule> same, int otherAt, int rowAt, List<Finding> findings) {
        MeasureRule other = same.get(otherAt);
        MeasureRule row = same.get(rowAt);
        if (!covers(other, row)) {
            return false;
        }
        boolean sameConditions = covers(row, other);
        boolean sameConclusion = row.effect() == other.effect()
                && row.term().equals(other.term())
                && Objects.equals(row.measureItem(), other.measureItem())
                && row.excludedBy().equals(other.excludedBy());
        if (sameConditions && otherAt > rowAt) {
            return false; // told at the later of the two
        }
        FindingCode code;
        if (sameConclusion) {
            code = sameConditions ? FindingCode.ROW_TWICE : FindingCode.ROW_COVERED;
        } else if (sameConditions && row.effect() != other.effect()) {
            code = FindingCode.ROWS_DIFFER_IN_EFFECT;
        } else {
            return false;
        }
        RuleColumn column = code == FindingCode.ROWS_DIFFER_IN_EFFECT ? RuleColumn.EFFECT : RuleColumn.CODE;
        findings.add(places.of(row.source(), column.heading())
                .finding(
                        code,
                        row.effect().name(),
                        other.effect().name(),
                        other.code() + " (" + other.source().workbook() + " A"
                                + other.source().row() + ")"));
        return true;
    }

    /** Whether the wide row matches wherever the narrow one does, on the same articles. */
    private static boolean covers(MeasureRule wide, MeasureRule narrow) {
        return wide.listKinds().containsAll(narrow.listKinds())
                && any(wide.grounds(), narrow.grounds())
                && any(wide.gravities(), narrow.gravities())
                && any(wide.subjectTypes(), narrow.subjectTypes())
                && wide.roles().containsAll(narrow.roles())
                && any(wide.listingRegions(), narrow.listingRegions())
                && any(wide.matterRegions(), narrow.matterRegions())
                && any(wide.matters(), narrow.matters())
                && any(wide.sectors(), narrow.sectors())
                && any(wide.items(), narrow.items())
                && fact(wide.legallyRequiredTender(), narrow.legallyRequiredTender())
                && fact(wide.governmentInvested(), narrow.governmentInvested())
                && any(wide.agencyKinds(), narrow.agencyKinds())
                && wide.legalBases().containsAll(narrow.legalBases())
                && covers(wide.validity(), narrow.validity());
    }

    private static boolean any(Collection<?> wide, Collection<?> narrow) {
        return wide.isEmpty() || (!narrow.isEmpty() && wide.containsAll(narrow));
    }

    private static boolean fact(
            @org.jspecify.annotations.Nullable Boolean wide, @org.jspecify.annotations.Nullable Boolean narrow) {
        return wide == null || wide.equals(narrow);
    }

    private static boolean covers(EffectivePeriod wide, EffectivePeriod narrow) {
        boolean from =
                wide.from() == null || (narrow.from() != null && !narrow.from().isBefore(wide.from()));
        boolean to = wide.to() == null || (narrow.to() != null && !narrow.to().isAfter(wide.to()));
        return from && to;
    }
}
