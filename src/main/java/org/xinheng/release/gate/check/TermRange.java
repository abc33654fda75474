package org.xinheng.release.gate.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.MeasureTerm;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.law.LegalBasis;
import org.xinheng.law.TermLength;
import org.xinheng.release.gate.FindingCode;

/**
 * The range that the able articles in force set for a term, as a decision goes by these alone.
 *
 * @param longest null where an article that states none sets no bound
 * @param least null where no article states one
 */
record TermRange(@Nullable TermLength longest, @Nullable TermLength least) implements RowCheck {
    static TermRange of(List<LegalBasis> able) {
        TermLength longest = null;
        TermLength least = null;
        boolean bounded = true;
        for (LegalBasis basis : able) {
            TermLength most = basis.longest();
            TermLength fewest = basis.least();
            bounded &= most != null;
            if (most != null && (longest == null || most.longerThan(longest))) {
                longest = most;
            }
            if (fewest != null && (least == null || least.longerThan(fewest))) {
                least = fewest;
            }
        }
        return new TermRange(bounded ? longest : null, least);
    }

    /** A term for life, or of fixed length, may not leave the range. */
    @Override
    public void check(CheckedRow row) {
        MeasureTerm term = row.rule().term();
        TermLength length = term.kind() == MeasureTerm.Kind.LIFE ? TermLength.LIFE : term.length();
        if (length == null) {
            return;
        }
        if (longest != null && length.longerThan(longest)) {
            row.add(RuleColumn.TERM, FindingCode.TERM_ABOVE_LONGEST, length.toString(), longest.toString());
        } else if (least != null && least.longerThan(length)) {
            row.add(RuleColumn.TERM, FindingCode.TERM_BELOW_LEAST, length.toString(), least.toString());
        }
    }
}
