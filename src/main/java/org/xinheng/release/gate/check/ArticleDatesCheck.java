package org.xinheng.release.gate.check;

import java.time.LocalDate;
import java.util.List;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.law.LegalBasis;
import org.xinheng.release.gate.FindingCode;

/** The days of the row lie within those of its articles; the finding names the article or the day that is outside. */
final class ArticleDatesCheck implements RowCheck {
    @Override
    public void check(CheckedRow row) {
        EffectivePeriod validity = row.rule().validity();
        List<LegalBasis> bases = row.bases();
        List<LegalBasis> apart = bases.stream()
                .filter(basis -> !basis.inForce().overlaps(validity))
                .toList();
        LocalDate from = validity.from();
        LocalDate to = validity.to();
        if (!apart.isEmpty()) {
            outside(row, RuleColumn.LEGAL_BASIS, apart);
        } else if (from != null && bases.stream().allMatch(basis -> from.isBefore(firstDay(basis)))) {
            outside(row, RuleColumn.VALID_FROM, bases);
        } else if (to != null && bases.stream().allMatch(basis -> to.isAfter(lastDay(basis)))) {
            outside(row, RuleColumn.VALID_TO, bases);
        }
    }

    private static void outside(CheckedRow row, RuleColumn column, List<LegalBasis> bases) {
        EffectivePeriod first = bases.get(0).inForce();
        String written = (first.from() == null ? "" : first.from()) + " – " + (first.to() == null ? "" : first.to());
        row.add(column, FindingCode.ROW_OUTSIDE_BASIS_DATES, CheckedRow.codes(bases), null, written);
    }

    private static LocalDate firstDay(LegalBasis basis) {
        LocalDate from = basis.inForce().from();
        return from == null ? LocalDate.MIN : from;
    }

    private static LocalDate lastDay(LegalBasis basis) {
        LocalDate to = basis.inForce().to();
        return to == null ? LocalDate.MAX : to;
    }
}
