package org.xinheng.exchange.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xinheng.catalogue.register.ColumnTemplate;
import org.xinheng.exchange.xlsx.CellAddress;
import org.xinheng.exchange.xlsx.SheetGrid;
import org.xinheng.exchange.xlsx.SpreadsheetFile;
import org.xinheng.release.Workbook;
import org.xinheng.release.difference.TableCell;
import org.xinheng.release.difference.TableName;
import org.xinheng.release.difference.TableRow;
import org.xinheng.release.gate.UnreadableWorkbook;

/**
 * The rows of the workbooks cell by cell, as they can be read without knowing whether they are right: columns are found by
 * their headings, and a column that the template does not know says nothing.
 */
public final class TableRows {
    private TableRows() {}

    /**
     * Every row of data, workbook by workbook, sheet by sheet.
     *
     * @throws UnreadableWorkbook where a file cannot be read as a workbook
     */
    public static List<TableRow> of(List<Workbook> workbooks) throws UnreadableWorkbook {
        var rows = new ArrayList<TableRow>();
        for (Workbook workbook : workbooks) {
            SpreadsheetFile file = SpreadsheetFile.of(workbook);
            for (SheetTemplate layout : WorkbookTemplate.of(workbook.name()).sheets()) {
                file.sheets().stream()
                        .filter(sheet -> sheet.name().equals(layout.name()))
                        .findFirst()
                        .ifPresent(sheet -> read(workbook.name(), sheet, layout, rows));
            }
        }
        return List.copyOf(rows);
    }

    private static void read(String workbook, SheetGrid sheet, SheetTemplate layout, List<TableRow> to) {
        Map<String, Integer> columns = new HashMap<>();
        sheet.row(layout.headingRow())
                .forEach((column, cell) -> columns.putIfAbsent(cell.text().strip(), column));
        TableName table = new TableName(kind(workbook, layout), layout.name());
        for (int row : sheet.cells().tailMap(layout.firstDataRow(), true).keySet()) {
            var cells = new ArrayList<TableCell>();
            for (ColumnTemplate column : layout.columns()) {
                Integer at = columns.get(column.heading());
                if (at != null) {
                    cells.add(new TableCell(
                            column.heading(),
                            new CellAddress(row, at).toString(),
                            sheet.text(row, at),
                            column.several()));
                }
            }
            to.add(new TableRow(table, code(layout, cells), workbook, row, cells));
        }
    }

    private static TableName.Kind kind(String workbook, SheetTemplate layout) {
        if (workbook.equals(Workbook.REGISTERS)) {
            return TableName.Kind.REGISTER;
        }
        return layout.name().equals(RuleSheets.RULES) ? TableName.Kind.RULES : TableName.Kind.TESTS;
    }

    /** What tells the row from the others. */
    private static String code(SheetTemplate layout, List<TableCell> cells) {
        return layout.key().stream().map(heading -> text(cells, heading)).collect(Collectors.joining(" "));
    }

    private static String text(List<TableCell> cells, String heading) {
        return cells.stream()
                .filter(cell -> cell.heading().equals(heading))
                .map(TableCell::text)
                .findFirst()
                .orElse("");
    }
}
