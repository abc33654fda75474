package org.xinheng.decision.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.decision.Trace;

/**
 * A row of the recorded release that did not fire, against the listing that came nearest to it (为何未适用).
 *
 * @param title of the measure
 * @param listing null where the subject stands on no list
 * @param cells its filled condition cells, in the order of the sheet
 * @param wouldFireIf what would have made it fire, one Chinese sentence each
 */
public record NotFired(
        MeasureRule rule,
        String title,
        Trace.@Nullable FactsOfListing listing,
        List<Compared> cells,
        List<Obstacle> obstacles,
        List<String> wouldFireIf) {
    /**
     * A condition cell against what was known.
     *
     * @param met null where nothing was known
     */
    public record Compared(
            RuleColumn column,
            String heading,
            String address,
            String wanted,
            @Nullable String met,
            CellMatch agreement) {}

    /** How far it was from firing: the number of cells that failed. */
    public int distance() {
        return failing(cells);
    }

    static int failing(List<Compared> cells) {
        return Math.toIntExact(cells.stream()
                .filter(cell -> cell.agreement() == CellMatch.FAILED)
                .count());
    }
}
