package org.xinheng.demonstration;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.CountedFrom;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.ListForm;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.MeasureTerm;
import org.xinheng.law.LegalBasis;
import org.xinheng.law.TermLength;

/** How long a listing and the term that its decision fixes last, inside what the law allows. */
final class SyntheticTerms {
    /** What is usual where the register's longest term is the prolonged one. */
    private static final Map<String, TermLength> USUAL = Map.of(
            "SXBZXR", new TermLength(2, TermLength.Unit.YEARS),
            "SHBX", new TermLength(3, TermLength.Unit.YEARS),
            "DXZP", new TermLength(2, TermLength.Unit.YEARS),
            "TJ", new TermLength(1, TermLength.Unit.YEARS));

    private static final int MONTHS_OF_YEAR = 12;
    private static final int USUAL_MONTHS_MAX = 36;
    private static final int LIFE_INSTEAD_MONTHS = 60;

    private SyntheticTerms() {}

    /**
     * The term that the decision fixes, null where the law fixes it or it has no end.
     *
     * @param row the row the listing is modelled on, null for none
     * @param rows all rows that it can set off
     */
    static @Nullable TermLength decided(
            ListKind kind, @Nullable MeasureRule row, List<MeasureRule> rows, List<LegalBasis> cited, Chance chance) {
        if (kind.form() == ListForm.LIST) {
            return rows.stream().anyMatch(SyntheticTerms::isAsDecided) ? between(cited, chance) : null;
        }
        if (row == null || isAsDecided(row)) {
            return between(cited, chance);
        }
        MeasureTerm term = row.term();
        return term.kind() == MeasureTerm.Kind.FIXED && term.countedFrom() == CountedFrom.DOCUMENT_DATE
                ? term.length()
                : null;
    }

    private static boolean isAsDecided(MeasureRule row) {
        return row.term().kind() == MeasureTerm.Kind.AS_DECIDED;
    }

    /** A term between the shortest and the longest of one cited article; one to three years where none states any. */
    private static TermLength between(List<LegalBasis> cited, Chance chance) {
        LegalBasis measured = cited.stream()
                .filter(basis -> basis.longest() != null)
                .findFirst()
                .orElse(null);
        TermLength least = measured == null ? null : measured.least();
        TermLength longest = measured == null ? null : measured.longest();
        int from = least == null || least.equals(TermLength.LIFE) ? MONTHS_OF_YEAR : months(least);
        int to;
        if (longest == null) {
            to = USUAL_MONTHS_MAX;
        } else if (longest.equals(TermLength.LIFE)) {
            to = from + LIFE_INSTEAD_MONTHS;
        } else {
            to = months(longest);
        }
        if (to < 2 * MONTHS_OF_YEAR) {
            return new TermLength(Math.min(from, to), TermLength.Unit.MONTHS);
        }
        int years = (from + MONTHS_OF_YEAR - 1) / MONTHS_OF_YEAR;
        return new TermLength(
                years + chance.below(Math.max(0, to / MONTHS_OF_YEAR - years) + 1), TermLength.Unit.YEARS);
    }

    /** How long the listing itself lasts, null where its end stays open. */
    static @Nullable TermLength listing(ListKind kind, Ground ground, @Nullable TermLength decided) {
        if (kind.form() == ListForm.ORDER) {
            return decided;
        }
        if (kind.countedFrom() == CountedFrom.DOCUMENT_DATE && decided != null) {
            return decided;
        }
        return kind.leavesTermOpen(ground.code()) ? null : USUAL.getOrDefault(kind.code(), longestOf(kind));
    }

    private static @Nullable TermLength longestOf(ListKind kind) {
        return Objects.equals(kind.longest(), TermLength.LIFE) ? null : kind.longest();
    }

    /** Months of a term that ends. */
    static int months(TermLength term) {
        return term.unit() == TermLength.Unit.YEARS ? term.count() * MONTHS_OF_YEAR : term.count();
    }
}
