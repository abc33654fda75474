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
    public List<String> departuresOf(CaseAnswer reported) {
        List<String> departures = new ArrayList<>();
        if (outcome != null && !outcome.equals(reported.outcome())) {
            departures.add("outcome " + reported.outcome() + " instead of " + outcome);
        }
        if (projection != null && projection != reported.projection()) {
            departures.add("projection " + reported.projection());
        }
        compare("measure", measures, reported.measures(), departures);
        compare("withheld measure", withheld, reported.withheld(), departures);
        for (Line forbidden : never) {
            reported.measures().stream()
                    .filter(forbidden::agreesWith)
                    .forEach(line -> departures.add("never " + forbidden + ", but " + line));
        }
        return departures;
    }

    /** Every wanted line has a told line of its own: a matching of the two, found by augmenting paths. */
    private void compare(String what, List<Line> wanted, List<Line> reported, List<String> departures) {
        int[] takenBy = new int[reported.size()];
        Arrays.fill(takenBy, -1);
        for (int i = 0; i < wanted.size(); i++) {
            if (!placed(i, wanted, reported, takenBy, new boolean[reported.size()])) {
                departures.add("no " + what + " " + wanted.get(i) + " among " + reported);
            }
        }
        for (int i = 0; exactly && i < takenBy.length; i++) {
            if (takenBy[i] < 0) {
                departures.add("one " + what + " too many: " + reported.get(i));
            }
        }
    }

    private static boolean placed(int line, List<Line> wanted, List<Line> reported, int[] takenBy, boolean[] tried) {
        for (int i = 0; i < tried.length; i++) {
            if (!tried[i] && wanted.get(line).agreesWith(reported.get(i))) {
                tried[i] = true;
                if (takenBy[i] < 0 || placed(takenBy[i], wanted, reported, takenBy, tried)) {
                    takenBy[i] = line;
                    return true;
                }
            }
        }
        return false;
    }
}
