package org.xinheng.exchange.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.exchange.xlsx.Cell;
import org.xinheng.exchange.xlsx.CellAddress;
import org.xinheng.exchange.xlsx.SheetGrid;
import org.xinheng.exchange.xlsx.SpreadsheetFile;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.FindingCode;

/**
 * Compares a workbook with its template: nothing may be missing, moved, hidden or left over, for a spreadsheet program
 * or Drools would drop it without a word.
 */
final class StructureCheck {
    /** {@code 措施 (2)}, {@code 措施_2}, {@code 措施2}: how programs name a copy. */
    private static final Pattern COPY = Pattern.compile("[ _]*[(（_]?[ ]*[0-9]+[)）]?$|(的)?副本$");

    private final String workbook;
    private final WorkbookTemplate template;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> unreadable = new HashSet<>();

    StructureCheck(String workbook, WorkbookTemplate template) {
        this.workbook = workbook;
        this.template = template;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Sheets of the template whose data cannot be read. */
    Set<String> unreadable() {
        return unreadable;
    }

    void check(SpreadsheetFile file) {
        if (file.date1904()) {
            findings.add(new Finding(FindingCode.DATE_SYSTEM_1904, workbook, null, null, null, null, List.of()));
        }
        otherSheets(file);
        for (SheetTemplate layout : template.sheets()) {
            List<SheetGrid> named = file.sheets().stream()
                    .filter(sheet -> sheet.name().equals(layout.name()))
                    .toList();
            if (named.isEmpty()) {
                unreadable.add(layout.name());
                add(FindingCode.SHEET_MISSING, layout.name(), null, null, layout.name());
            } else {
                sheet(file, named.get(0), layout);
            }
        }
    }

    private void otherSheets(SpreadsheetFile file) {
        var seen = new HashSet<String>();
        for (SheetGrid sheet : file.sheets()) {
            String name = sheet.name();
            boolean expected = template.sheet(name).isPresent();
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                add(FindingCode.SHEET_DOUBLED, name, null, name, null);
            } else if (!expected && !name.equals(WorkbookTemplate.DICTIONARY)) {
                String original = COPY.matcher(name).replaceAll("");
                if (template.sheet(original).isPresent() && !original.equals(name)) {
                    add(FindingCode.SHEET_DOUBLED, name, null, name, original);
                } else if (looksLikeRules(sheet)) {
                    add(FindingCode.SECOND_RULE_SHEET, name, null, name, null);
                } else {
                    add(FindingCode.SHEET_IGNORED, name, null, name, null);
                }
            }
        }
    }

    private static boolean looksLikeRules(SheetGrid sheet) {
        return sheet.cells().headMap(100).values().stream()
                .flatMap(row -> row.values().stream())
                .anyMatch(cell ->
                        cell.text().startsWith("RuleTable") || cell.text().equals(RuleColumn.CODE.heading()));
    }

    private void sheet(SpreadsheetFile file, SheetGrid sheet, SheetTemplate layout) {
        if (sheet.hidden()) {
            add(FindingCode.SHEET_HIDDEN, sheet.name(), null, null, null);
        }
        boolean ruled = !layout.technicalRows().isEmpty();
        if (ruled && !file.sheets().get(0).name().equals(layout.name())) {
            add(
                    FindingCode.SHEET_MOVED,
                    sheet.name(),
                    null,
                    file.sheets().get(0).name(),
                    layout.name());
        }
        merged(sheet, layout);
        if (!headings(sheet, layout)) {
            unreadable.add(layout.name());
            return;
        }
        technicalRows(sheet, layout);
        outside(sheet, layout);
        hidden(sheet, layout);
        rows(sheet, layout);
    }

    private void technicalRows(SheetGrid sheet, SheetTemplate layout) {
        for (int at = 0; at < layout.technicalRows().size(); at++) {
            List<String> wanted = layout.technicalRows().get(at);
            int last = Math.max(
                    wanted.size(),
                    sheet.row(at + 1).isEmpty() ? 0 : sheet.row(at + 1).lastKey());
            for (int column = 1; column <= last; column++) {
                String expected = column <= wanted.size() ? wanted.get(column - 1) : "";
                String found = sheet.text(at + 1, column);
                if (!found.equals(expected)) {
                    add(
                            FindingCode.TECHNICAL_ROW_CHANGED,
                            sheet.name(),
                            new CellAddress(at + 1, column),
                            found,
                            expected);
                }
            }
        }
    }

    /** Whether the data below can be told by its headings. */
    private boolean headings(SheetGrid sheet, SheetTemplate layout) {
        List<String> wanted = layout.headings();
        int row = layout.headingRow();
        var found = new ArrayList<String>();
        int last = sheet.row(row).isEmpty() ? 0 : sheet.row(row).lastKey();
        for (int column = 1; column <= Math.max(last, wanted.size()); column++) {
            found.add(sheet.text(row, column).strip());
        }
        if (found.equals(wanted)) {
            return true;
        }
        var seen = new HashSet<String>();
        for (int column = 1; column <= found.size(); column++) {
            String heading = found.get(column - 1);
            if (!heading.isEmpty() && !seen.add(heading)) {
                String expected = column <= wanted.size() ? wanted.get(column - 1) : null;
                add(FindingCode.HEADING_DOUBLED, sheet.name(), new CellAddress(row, column), heading, expected);
                return false;
            }
        }
        boolean inPlace = true;
        var renamed = new ArrayList<Integer>();
        for (int column = 1; column <= found.size(); column++) {
            String heading = found.get(column - 1);
            String expected = column <= wanted.size() ? wanted.get(column - 1) : "";
            if (!heading.equals(expected)) {
                if (wanted.contains(heading) && inPlace) {
                    inPlace = false;
                    moved(sheet, row, column, found, wanted);
                }
                renamed.add(column);
            }
        }
        if (!inPlace) {
            return false;
        }
        for (int column : renamed) {
            if (column <= wanted.size()) { // a column beyond the table is told with what it holds
                String expected = wanted.get(column - 1);
                add(
                        FindingCode.HEADING_WRONG,
                        sheet.name(),
                        new CellAddress(row, column),
                        found.get(column - 1),
                        expected);
            }
        }
        return true;
    }

    /** Where columns were put in before the one that is found moved, the first of them is the cause. */
    private void moved(SheetGrid sheet, int row, int column, List<String> found, List<String> wanted) {
        int home = wanted.indexOf(found.get(column - 1)) + 1;
        boolean putIn =
                home < column && found.subList(home - 1, column - 1).stream().noneMatch(wanted::contains);
        int cause = putIn ? home : column;
        String expected = cause <= wanted.size() ? wanted.get(cause - 1) : "";
        add(FindingCode.HEADING_MOVED, sheet.name(), new CellAddress(row, cause), found.get(cause - 1), expected);
    }

    private void merged(SheetGrid sheet, SheetTemplate layout) {
        for (SheetGrid.Area area : sheet.merged()) {
            if (area.last().row() >= layout.headingRow()) {
                add(FindingCode.MERGED_CELLS, sheet.name(), area.first(), area.toString(), null);
            }
        }
    }

    /** One finding a column, at its first cell; a row with nothing inside the table is a remark and told there. */
    private void outside(SheetGrid sheet, SheetTemplate layout) {
        int width = layout.columns().size();
        var firsts = new TreeMap<Integer, Cell>();
        var counts = new HashMap<Integer, Integer>();
        for (var row : sheet.cells().tailMap(layout.headingRow(), true).values()) {
            NavigableMap<Integer, Cell> beyond = row.tailMap(width, false);
            boolean alsoInside = beyond.size() < row.size();
            if (alsoInside) {
                beyond.forEach((column, cell) -> {
                    firsts.putIfAbsent(column, cell);
                    counts.merge(column, 1, Integer::sum);
                });
            }
        }
        firsts.forEach((column, cell) -> findings.add(new Finding(
                FindingCode.CELL_OUTSIDE_TABLE,
                workbook,
                sheet.name(),
                cell.address().toString(),
                shortened(cell.text()),
                null,
                List.of(String.valueOf(counts.get(column))))));
    }

    private void hidden(SheetGrid sheet, SheetTemplate layout) {
        var rows = sheet.hiddenRows().tailSet(layout.headingRow(), true);
        var hidden = rows.stream().filter(row -> row <= sheet.lastRow()).toList();
        if (sheet.filtered() && !hidden.isEmpty()) {
            add(FindingCode.FILTERED_ROWS, sheet.name(), new CellAddress(hidden.get(0), 1), hidden.size() + "", null);
        } else {
            int before = -1;
            for (int row : hidden) {
                if (row != before + 1) {
                    add(FindingCode.HIDDEN_ROW, sheet.name(), new CellAddress(row, 1), String.valueOf(row), null);
                }
                before = row;
            }
        }
        for (int[] columns : sheet.hiddenColumns()) {
            if (columns[0] <= layout.columns().size()) {
                String heading =
                        layout.columns().get(Math.max(columns[0], 1) - 1).heading();
                add(
                        FindingCode.HIDDEN_COLUMN,
                        sheet.name(),
                        new CellAddress(layout.headingRow(), Math.max(columns[0], 1)),
                        heading,
                        null);
            }
        }
    }

    private void rows(SheetGrid sheet, SheetTemplate layout) {
        var data = sheet.cells().tailMap(layout.firstDataRow(), true);
        if (data.isEmpty()) {
            unreadable.add(layout.name());
            add(FindingCode.NO_DATA, sheet.name(), new CellAddress(layout.firstDataRow(), 1), null, null);
            return;
        }
        if (sheet.cutOff() || data.size() > SpreadsheetFile.ROWS_MAX) {
            unreadable.add(layout.name());
            add(
                    FindingCode.TOO_MANY_ROWS,
                    sheet.name(),
                    new CellAddress(layout.firstDataRow() + SpreadsheetFile.ROWS_MAX, 1),
                    null,
                    String.valueOf(SpreadsheetFile.ROWS_MAX));
            return;
        }
        int expected = layout.firstDataRow();
        for (int row : data.keySet()) {
            if (row == expected + 1) {
                String blank = String.valueOf(expected);
                add(FindingCode.BLANK_ROW, sheet.name(), new CellAddress(expected, 1), blank, null);
            } else if (row > expected) {
                String gap = expected + "–" + (row - 1);
                add(FindingCode.ROWS_AFTER_GAP, sheet.name(), new CellAddress(row, 1), gap, null);
            }
            expected = row + 1;
        }
    }

    private void add(
            FindingCode code,
            String sheet,
            @Nullable CellAddress cell,
            @Nullable String found,
            @Nullable String expected) {
        findings.add(new Finding(
                code, workbook, sheet, cell == null ? null : cell.toString(), shortened(found), expected, List.of()));
    }

    static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= 60 ? text : text.substring(0, 59) + "…";
    }
}
