package org.xinheng.release.difference;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What changed from one set of decision tables to another (差异), row by row: rows are the same by table and code (design
 * §6.14), so a row that moved within its sheet or to another workbook has not changed, and a row under a new code is a
 * new row.
 *
 * @param tables those in which anything changed, in the order of the workbooks
 */
public record Difference(List<TableDifference> tables) {
    public Difference {
        tables = List.copyOf(tables);
    }

    private record Key(TableName table, String code) {}

    /** What changed from the rows before to the rows after. */
    public static Difference between(List<TableRow> before, List<TableRow> after) {
        var names = new LinkedHashSet<TableName>();
        after.forEach(row -> names.add(row.table()));
        before.forEach(row -> names.add(row.table()));
        Map<Key, List<TableRow>> left = byCode(before);
        Map<TableName, List<TableRow>> added = new LinkedHashMap<>();
        Map<TableName, List<ChangedRow>> changed = new LinkedHashMap<>();
        pair(after, left, added, changed);
        Map<TableName, List<TableRow>> removed = new LinkedHashMap<>();
        for (TableRow row : before) {
            if (left.getOrDefault(key(row), List.of()).contains(row)) {
                in(removed, row.table()).add(row);
            }
        }
        var tables = new ArrayList<TableDifference>();
        for (TableName name : names) {
            var table = new TableDifference(name, in(added, name), in(removed, name), in(changed, name));
            if (!table.added().isEmpty()
                    || !table.removed().isEmpty()
                    || !table.changed().isEmpty()) {
                tables.add(table);
            }
        }
        return new Difference(tables);
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return tables.isEmpty();
    }

    /** How many rows are new. */
    public int added() {
        return tables.stream().mapToInt(table -> table.added().size()).sum();
    }

    /** How many rows are gone. */
    public int removed() {
        return tables.stream().mapToInt(table -> table.removed().size()).sum();
    }

    /** How many rows say something else. */
    public int changed() {
        return tables.stream().mapToInt(table -> table.changed().size()).sum();
    }

    /** Takes from {@code left} what has a partner; a code that stands twice is paired inside its workbook first. */
    private static void pair(
            List<TableRow> after,
            Map<Key, List<TableRow>> left,
            Map<TableName, List<TableRow>> added,
            Map<TableName, List<ChangedRow>> changed) {
        var partners = new LinkedHashMap<TableRow, TableRow>();
        for (boolean sameWorkbook : new boolean[] {true, false}) {
            for (TableRow row : after) {
                if (!partners.containsKey(row)) {
                    TableRow partner = take(left.getOrDefault(key(row), List.of()), row, sameWorkbook);
                    if (partner != null) {
                        partners.put(row, partner);
                    }
                }
            }
        }
        for (TableRow row : after) {
            TableRow partner = partners.get(row);
            if (partner == null) {
                in(added, row.table()).add(row);
                continue;
            }
            List<ChangedCell> cells = cells(partner, row);
            if (!cells.isEmpty()) {
                in(changed, row.table()).add(new ChangedRow(partner, row, cells));
            }
        }
    }

    private static @org.jspecify.annotations.Nullable TableRow take(
            List<TableRow> candidates, TableRow row, boolean sameWorkbook) {
        for (Iterator<TableRow> each = candidates.iterator(); each.hasNext(); ) {
            TableRow candidate = each.next();
            if (!sameWorkbook || candidate.workbook().equals(row.workbook())) {
                each.remove();
                return candidate;
            }
        }
        return null;
    }

    private static List<ChangedCell> cells(TableRow before, TableRow after) {
        var headings = new LinkedHashSet<String>();
        after.cells().forEach(cell -> headings.add(cell.heading()));
        before.cells().forEach(cell -> headings.add(cell.heading()));
        var cells = new ArrayList<ChangedCell>();
        for (String heading : headings) {
            TableCell was = before.under(heading).orElse(null);
            TableCell is = after.under(heading).orElse(null);
            String textBefore = was == null ? "" : was.text();
            String textAfter = is == null ? "" : is.text();
            boolean same = (was != null && is != null) ? was.saysAs(is) : textBefore.equals(textAfter);
            if (!same) {
                cells.add(new ChangedCell(
                        heading,
                        was == null ? null : was.address(),
                        is == null ? null : is.address(),
                        textBefore,
                        textAfter));
            }
        }
        return cells;
    }

    private static Map<Key, List<TableRow>> byCode(List<TableRow> rows) {
        var byCode = new LinkedHashMap<Key, List<TableRow>>();
        rows.forEach(
                row -> byCode.computeIfAbsent(key(row), k -> new ArrayList<>()).add(row));
        return byCode;
    }

    private static Key key(TableRow row) {
        return new Key(row.table(), row.code());
    }

    private static <T> List<T> in(Map<TableName, List<T>> byTable, TableName table) {
        return byTable.computeIfAbsent(table, t -> new ArrayList<>());
    }
}
