package org.xinheng.release.gate.check;

import java.time.LocalDate;
import java.util.List;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.ParsedWorkbooks;

/** All checks of one row, in the order in which their findings are reported. */
final class RowChecks {
    private static final List<RowCheck> INDEPENDENT = List.of(
            new ReachCheck(),
            new ListConflictCheck(),
            new MatterConflictCheck(),
            new MeasureItemCheck(),
            new ExclusionCheck(),
            new NatureCheck(),
            new ListDatesCheck());

    /** One finding a cause: after a finding, the checks that follow would report the same cause again. */
    private static final List<RowCheck> OF_ARTICLES =
            List.of(new ArticleDatesCheck(), new RegionStatuteCheck(), new CarryingArticleCheck());

    private RowChecks() {}

    /**
     * What is wrong with a row.
     *
     * @param day the first day on which the release would be in force
     * @param regionsSound whether the register of regions is sound; if not, nothing is said about where a local statute
     *     reaches
     */
    static List<Finding> check(ParsedWorkbooks reading, MeasureRule rule, LocalDate day, boolean regionsSound) {
        var row = new CheckedRow(reading, rule, day, regionsSound);
        INDEPENDENT.forEach(check -> check.check(row));
        if (row.basesKnown()) {
            int before = row.findings().size();
            for (RowCheck check : OF_ARTICLES) {
                check.check(row);
                if (row.findings().size() > before) {
                    break;
                }
            }
        }
        new CountedFromCheck().check(row);
        return row.findings();
    }
}
