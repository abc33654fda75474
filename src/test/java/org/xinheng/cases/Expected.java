package org.xinheng.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a case says of the answer.
 *
 * @param outcome null where the case says nothing of it
 * @param projection null where the case says nothing of it
 * @param never lines with which no applied measure may agree
 * @param exactly whether nothing else may apply or be held back
 */
public record Expected(
        @Nullable String outcome,
        @Nullable Boolean projection,
        List<Line> measures,
        List<Line> withheld,
        List<Line> never,
        boolean exactly) {

    /** Everything in which the answer departs from the case, empty where it does not. */
    public List<String> departuresOf(Told told) {
        List<String> departures = new ArrayList<>();
        if (outcome != null && !outcome.equals(told.outcome())) {
            departures.add("outcome " + told.outcome() + " instead of " + outcome);
        }
        if (projection != null && projection != told.projection()) {
            departures.add("projection " + told.projection());
        }
        compare("measure", measures, told.measures(), departures);
        compare("withheld measure", withheld, told.withheld(), departures);
        for (Line forbidden : never) {
            told.measures().stream()
                    .filter(forbidden::agreesWith)
                    .forEach(line -> departures.add("never " + forbidden + ", but " + line));
        }
        return departures;
    }

    /** Every wanted line has a told line of its own: a matching of the two, found by augmenting paths. */
    private void compare(String what, List<Line> wanted, List<Line> told, List<String> departures) {
        int[] takenBy = new int[told.size()];
        Arrays.fill(takenBy, -1);
        for (int i = 0; i < wanted.size(); i++) {
            if (!placed(i, wanted, told, takenBy, new boolean[told.size()])) {
                departures.add("no " + what + " " + wanted.get(i) + " among " + told);
            }
        }
        for (int i = 0; exactly && i < takenBy.length; i++) {
            if (takenBy[i] < 0) {
                departures.add("one " + what + " too many: " + told.get(i));
            }
        }
    }

    private static boolean placed(int line, List<Line> wanted, List<Line> told, int[] takenBy, boolean[] tried) {
        for (int i = 0; i < tried.length; i++) {
            if (!tried[i] && wanted.get(line).agreesWith(told.get(i))) {
                tried[i] = true;
                if (takenBy[i] < 0 || placed(takenBy[i], wanted, told, takenBy, tried)) {
                    takenBy[i] = line;
                    return true;
                }
            }
        }
        return false;
    }
}
