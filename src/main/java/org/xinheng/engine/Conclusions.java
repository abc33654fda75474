package org.xinheng.engine;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kie.api.definition.rule.Rule;
import org.xinheng.catalogue.table.RuleColumn;

/**
 * Takes what the actions of a sheet 措施 say when stock Drools runs the workbook as it is: for each row that fires on a
 * situation, its action cells. Workbooks import this type and know it as the global {@code conclusions}. One instance
 * serves one session.
 */
public final class Conclusions {
    /** A row that fired, by its code, on a situation. */
    public record Fired(Situation situation, String rowCode) {}

    private final Map<Fired, Row> rows = new LinkedHashMap<>();

    /** The row of this rule on this situation. */
    public Row of(Situation situation, Rule rule) {
        return rows.computeIfAbsent(new Fired(situation, rule.getName()), fired -> new Row());
    }

    /** Everything that fired, in the order of firing. */
    public Map<Fired, Row> rows() {
        return rows;
    }

    /** The filled action cells of one row. */
    public static final class Row {
        private final Map<RuleColumn, String> cells = new EnumMap<>(RuleColumn.class);

        /** 措施项. */
        public void measureItem(String text) {
            cells.put(RuleColumn.MEASURE_ITEM, text);
        }

        /** 措施. */
        public void measure(String text) {
            cells.put(RuleColumn.MEASURE, text);
        }

        /** 效力. */
        public void effect(String text) {
            cells.put(RuleColumn.EFFECT, text);
        }

        /** 期限. */
        public void term(String text) {
            cells.put(RuleColumn.TERM, text);
        }

        /** 期限起算. */
        public void countedFrom(String text) {
            cells.put(RuleColumn.COUNTED_FROM, text);
        }

        /** 备忘录. */
        public void memorandum(String text) {
            cells.put(RuleColumn.MEMORANDUM, text);
        }

        /** 排除名单. */
        public void excludedBy(String text) {
            cells.put(RuleColumn.EXCLUDED_BY, text);
        }

        /** Column to text. */
        public Map<RuleColumn, String> cells() {
            return cells;
        }
    }
}
