package org.xinheng.release.gate.check;

import org.xinheng.catalogue.MeasureTerm;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.release.gate.FindingCode;

/** A fixed term says from which day it is counted. */
final class CountedFromCheck implements RowCheck {
    @Override
    public void check(CheckedRow row) {
        MeasureTerm term = row.rule().term();
        if (term.kind() == MeasureTerm.Kind.FIXED && term.countedFrom() == null) {
            row.add(RuleColumn.COUNTED_FROM, FindingCode.COUNTED_FROM_MISSING, null, null);
        }
    }
}
