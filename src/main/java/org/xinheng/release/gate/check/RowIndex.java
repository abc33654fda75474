package org.xinheng.release.gate.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;

/**
 * Finds, for a row, the rows of the same measure whose conditions match wherever its own do; articles and days are left
 * aside. One set of bits a cell value, so that twenty thousand rows are compared in seconds.
 */
final class RowIndex {
    /** The rows that one column lets through for a value: those that name it, or one above it, and those left blank. */
    private final class Column {
        private final Function<MeasureRule, ? extends Collection<?>> cell;
        private final Function<Object, ? extends Collection<?>> above;
        private final BitSet blank = new BitSet(rules.size());
        private final Map<Object, BitSet> naming = new HashMap<>();
        private final Map<Object, BitSet> lettingThrough = new HashMap<>();

        Column(Function<MeasureRule, ? extends Collection<?>> cell, Function<Object, ? extends Collection<?>> above) {
            this.cell = cell;
            this.above = above;
            for (int row = 0; row < rules.size(); row++) {
                Collection<?> values = cell.apply(rules.get(row));
                if (values.isEmpty()) {
                    blank.set(row);
                }
                for (Object value : values) {
                    naming.computeIfAbsent(value, v -> new BitSet(rules.size())).set(row);
                }
            }
        }

        void narrow(BitSet candidates, MeasureRule row) {
            Collection<?> values = cell.apply(row);
            if (values.isEmpty()) {
                candidates.and(blank);
            }
            for (Object value : values) {
                candidates.and(lettingThrough.computeIfAbsent(value, this::through));
            }
        }

        private BitSet through(Object value) {
            var through = (BitSet) blank.clone();
            for (Object wider : above.apply(value)) {
                BitSet rows = naming.get(wider);
                if (rows != null) {
                    through.or(rows);
                }
            }
            return through;
        }
    }

    private final List<MeasureRule> rules;
    private final List<Column> columns = new ArrayList<>();

    RowIndex(List<MeasureRule> rules, Registers registers) {
        this.rules = rules;
        column(rule -> List.of(rule.measure()));
        column(MeasureRule::listKinds);
        column(MeasureRule::grounds);
        column(MeasureRule::gravities);
        column(MeasureRule::subjectTypes);
        column(MeasureRule::roles);
        column(MeasureRule::matters);
        column(MeasureRule::sectors);
        column(MeasureRule::items);
        column(rule -> fact(rule.legallyRequiredTender()));
        column(rule -> fact(rule.governmentInvested()));
        column(MeasureRule::agencyKinds);
        Function<Object, Collection<?>> above = region -> orItself(registers, String.valueOf(region));
        columns.add(new Column(MeasureRule::listingRegions, above));
        columns.add(new Column(MeasureRule::matterRegions, above));
    }

    private void column(Function<MeasureRule, ? extends Collection<?>> cell) {
        columns.add(new Column(cell, List::of));
    }

    private static Collection<?> orItself(Registers registers, String region) {
        List<String> above = registers.regionAndAbove(region);
        return above.isEmpty() ? List.of(region) : above;
    }

    private static List<Boolean> fact(@Nullable Boolean value) {
        return value == null ? List.of() : List.of(value);
    }

    /** The other rows that match wherever this one does, by their place. */
    BitSet wider(int row) {
        var candidates = new BitSet(rules.size());
        candidates.set(0, rules.size());
        candidates.clear(row);
        for (Column column : columns) {
            column.narrow(candidates, rules.get(row));
            if (candidates.isEmpty()) {
                break;
            }
        }
        return candidates;
    }
}
