package org.xinheng.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.xinheng.catalogue.MeasureRule;

/**
 * Finds, among many rows, the few that could be wider than a given one: in every condition a wider row is blank or names
 * at least the same. It looks in the condition that leaves the fewest, so that twenty thousand rows are compared in
 * seconds and not each with each.
 */
final class WiderRows {
    private static final List<Function<MeasureRule, Collection<?>>> CONDITIONS = List.of(
            MeasureRule::listKinds,
            MeasureRule::roles,
            MeasureRule::legalBases,
            MeasureRule::grounds,
            MeasureRule::gravities,
            MeasureRule::subjectTypes,
            MeasureRule::listingRegions,
            MeasureRule::matterRegions,
            MeasureRule::matters,
            MeasureRule::sectors,
            MeasureRule::items,
            MeasureRule::agencyKinds);

    private final List<Index> indices = new ArrayList<>();

    /** Positions of rows by what they name in one condition. */
    private record Index(
            Function<MeasureRule, Collection<?>> condition, List<Integer> blank, Map<Object, List<Integer>> naming) {
        void add(MeasureRule rule, int at) {
            Collection<?> named = condition.apply(rule);
            if (named.isEmpty()) {
                blank.add(at);
            }
            named.forEach(
                    code -> naming.computeIfAbsent(code, c -> new ArrayList<>()).add(at));
        }

        /** Of those that name something, the ones that name all that the row does are among these. */
        List<Integer> namingAsMuch(MeasureRule row) {
            List<Integer> fewest = List.of();
            boolean first = true;
            for (Object code : condition.apply(row)) {
                List<Integer> at = naming.getOrDefault(code, List.of());
                if (first || at.size() < fewest.size()) {
                    fewest = at;
                    first = false;
                }
            }
            return fewest;
        }
    }

    /** @param rows all of one measure */
    WiderRows(List<MeasureRule> rows) {
        for (Function<MeasureRule, Collection<?>> condition : CONDITIONS) {
            Index index = new Index(condition, new ArrayList<>(), new HashMap<>());
            for (int at = 0; at < rows.size(); at++) {
                index.add(rows.get(at), at);
            }
            indices.add(index);
        }
    }

    /** Positions of all rows that could be wider than this one, in their order; itself among them. */
    List<Integer> than(MeasureRule row) {
        List<Integer> blank = List.of();
        List<Integer> naming = List.of();
        int fewest = Integer.MAX_VALUE;
        for (Index index : indices) {
            List<Integer> asMuch = index.namingAsMuch(row);
            int count = index.blank().size() + asMuch.size();
            if (count < fewest) {
                fewest = count;
                blank = index.blank();
                naming = asMuch;
            }
        }
        if (blank.isEmpty() || naming.isEmpty()) {
            return blank.isEmpty() ? naming : blank;
        }
        List<Integer> wider = new ArrayList<>(blank);
        wider.addAll(naming);
        wider.sort(null);
        return wider;
    }
}
