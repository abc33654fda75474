package org.xinheng.release.gate.check;

import java.util.List;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.law.LegalBasis;
import org.xinheng.release.gate.FindingCode;

/** The row counts while its list exists: a list lives as long as the articles that found it. */
final class ListDatesCheck implements RowCheck {
    @Override
    public void check(CheckedRow row) {
        for (String code : row.rule().listKinds()) {
            ListKind kind = row.registers().listKinds().get(code);
            if (kind == null || kind.legalBases().isEmpty()) {
                continue;
            }
            List<LegalBasis> founding =
                    CheckedRow.known(kind.legalBases(), row.registers().legalBases()::get);
            boolean apart = founding.size() == kind.legalBases().size()
                    && founding.stream()
                            .noneMatch(
                                    basis -> basis.inForce().overlaps(row.rule().validity()));
            if (apart) {
                row.add(
                        RuleColumn.LIST_KIND,
                        FindingCode.ROW_OUTSIDE_LIST_DATES,
                        code,
                        null,
                        CheckedRow.codes(founding));
            }
        }
    }
}
