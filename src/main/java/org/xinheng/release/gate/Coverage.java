package org.xinheng.release.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.table.SourceRow;
import org.xinheng.release.ReleaseContent;
import org.xinheng.release.TableTest;

/**
 * Which rows of a release its test cases reach. A case reaches the rows that it expects, applied or withheld; that they
 * do come out is what its passing proves.
 *
 * @param rows every row of the decision tables, in their order
 */
public record Coverage(List<RowCoverage> rows) {
    /**
     * The cases that reach one row.
     *
     * @param appliedIn codes of the cases that expect it applied
     * @param withheldIn codes of the cases that expect it withheld
     */
    public record RowCoverage(String rowCode, SourceRow source, List<String> appliedIn, List<String> withheldIn) {
        public RowCoverage {
            appliedIn = List.copyOf(appliedIn);
            withheldIn = List.copyOf(withheldIn);
        }

        /** Whether any case reaches it. */
        public boolean reached() {
            return !appliedIn.isEmpty() || !withheldIn.isEmpty();
        }
    }

    public Coverage {
        rows = List.copyOf(rows);
    }

    /** The coverage of what was read; a case counts for the rows of its own workbook. */
    public static Coverage of(ReleaseContent content) {
        Map<String, List<String>> applied = new LinkedHashMap<>();
        Map<String, List<String>> withheld = new LinkedHashMap<>();
        for (TableTest test : content.tests()) {
            String workbook = test.source().workbook();
            test.applied().forEach(row -> add(applied, workbook, row, test));
            test.withheld().keySet().forEach(row -> add(withheld, workbook, row, test));
        }
        var rows = new ArrayList<RowCoverage>();
        for (MeasureRule rule : content.rules()) {
            String key = key(rule.source().workbook(), rule.code());
            rows.add(new RowCoverage(
                    rule.code(),
                    rule.source(),
                    applied.getOrDefault(key, List.of()),
                    withheld.getOrDefault(key, List.of())));
        }
        return new Coverage(rows);
    }

    /** How many rows some case reaches. */
    public long reached() {
        return rows.stream().filter(RowCoverage::reached).count();
    }

    /** Rows that no case reaches. */
    public List<RowCoverage> unreached() {
        return rows.stream().filter(row -> !row.reached()).toList();
    }

    private static void add(Map<String, List<String>> to, String workbook, String row, TableTest test) {
        to.computeIfAbsent(key(workbook, row), k -> new ArrayList<>()).add(test.code());
    }

    private static String key(String workbook, String row) {
        return workbook + "!" + row;
    }
}
