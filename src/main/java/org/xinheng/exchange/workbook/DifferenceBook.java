package org.xinheng.exchange.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.xinheng.exchange.xlsx.Authorship;
import org.xinheng.exchange.xlsx.SheetStyles;
import org.xinheng.exchange.xlsx.StableZip;
import org.xinheng.release.Workbook;
import org.xinheng.release.difference.ChangedCell;
import org.xinheng.release.difference.ChangedRow;
import org.xinheng.release.difference.Difference;
import org.xinheng.release.difference.TableCell;
import org.xinheng.release.difference.TableDifference;
import org.xinheng.release.difference.TableName;
import org.xinheng.release.difference.TableRow;
import org.xinheng.release.gate.UnreadableWorkbook;

/** A difference as a workbook: new rows green, changed cells yellow with what stood there, rows that are gone red. */
public final class DifferenceBook {
    private static final String OVERVIEW = "变更一览";
    private static final String GONE = "已删除的行";
    private static final List<String> OVERVIEW_HEADINGS =
            List.of("变更", "表", "代码", "工作簿", "单元格（前）", "单元格（后）", "列", "修改前", "修改后");
    private static final int WIDTH = 22 * 256;

    private final XSSFWorkbook book;
    private final SheetStyles styles;

    private DifferenceBook(XSSFWorkbook book) {
        this.book = book;
        this.styles = new SheetStyles(book);
    }

    /** Every change on one sheet, then the rows concerned, table by table. The same difference gives the same bytes. */
    public static byte[] overview(Difference difference) {
        try (var workbook = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            Authorship.put(workbook, OVERVIEW);
            var made = new DifferenceBook(workbook);
            made.list(difference);
            difference.tables().forEach(made::table);
            workbook.write(bytes);
            return StableZip.pack(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail to be written", impossible);
        }
    }

    /**
     * The workbook itself with its changes marked, and the rows it lost on a sheet of their own.
     *
     * @throws UnreadableWorkbook where the file cannot be opened
     */
    public static byte[] marked(Workbook workbook, Difference difference) throws UnreadableWorkbook {
        var marks = new ArrayList<CellMark>();
        var gone = new ArrayList<TableRow>();
        for (TableDifference table : difference.tables()) {
            for (TableRow row : table.added()) {
                if (row.workbook().equals(workbook.name())) {
                    row.cells()
                            .forEach(cell -> marks.add(
                                    new CellMark(table.table().sheet(), cell.address(), CellMark.Colour.ADDED, null)));
                }
            }
            for (ChangedRow row : table.changed()) {
                if (row.after().workbook().equals(workbook.name())) {
                    row.cells()
                            .forEach(cell -> marks.add(new CellMark(
                                    table.table().sheet(), cell.addressAfter(), CellMark.Colour.CHANGED, was(cell))));
                }
            }
            table.removed().stream()
                    .filter(row -> row.workbook().equals(workbook.name()))
                    .forEach(gone::add);
        }
        return MarkedWorkbook.of(workbook, marks, book -> {
            if (!gone.isEmpty()) {
                new DifferenceBook(book).absent(gone);
            }
        });
    }

    private void list(Difference difference) {
        XSSFSheet sheet = sheet(OVERVIEW, OVERVIEW_HEADINGS);
        for (TableDifference table : difference.tables()) {
            for (TableRow row : table.added()) {
                line(sheet, CellMark.Colour.ADDED, "新增", table.table(), row, null, "A" + row.row(), "", "", "");
            }
            for (TableRow row : table.removed()) {
                line(sheet, CellMark.Colour.REMOVED, "删除", table.table(), row, "A" + row.row(), null, "", "", "");
            }
            for (ChangedRow row : table.changed()) {
                for (ChangedCell cell : row.cells()) {
                    line(
                            sheet,
                            CellMark.Colour.CHANGED,
                            "修改",
                            table.table(),
                            row.after(),
                            cell.addressBefore(),
                            cell.addressAfter(),
                            cell.heading(),
                            cell.before(),
                            cell.after());
                }
            }
        }
    }

    private void line(
            XSSFSheet sheet,
            CellMark.Colour colour,
            String what,
            TableName table,
            TableRow row,
            @Nullable String before,
            @Nullable String after,
            String heading,
            String was,
            String is) {
        List<String> texts = List.of(
                what,
                title(table),
                row.code(),
                row.workbook(),
                before == null ? "" : before,
                after == null ? "" : after,
                heading,
                was,
                is);
        XSSFRow line = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int column = 0; column < texts.size(); column++) {
            put(line, column, texts.get(column), column == 0 ? colour : null);
        }
    }

    private void table(TableDifference table) {
        List<String> headings = headings(table);
        XSSFSheet sheet = sheet(title(table.table()), withPlace(headings));
        for (ChangedRow row : table.changed()) {
            Map<String, ChangedCell> changed =
                    row.cells().stream().collect(Collectors.toMap(ChangedCell::heading, Function.identity()));
            XSSFRow line = row(sheet, row.after(), headings, null);
            for (int column = 0; column < headings.size(); column++) {
                ChangedCell cell = changed.get(headings.get(column));
                if (cell != null) {
                    XSSFCell marked = put(line, column + 1, cell.after(), CellMark.Colour.CHANGED);
                    comment(marked, was(cell));
                }
            }
        }
        table.added().forEach(row -> row(sheet, row, headings, CellMark.Colour.ADDED));
        table.removed().forEach(row -> row(sheet, row, headings, CellMark.Colour.REMOVED));
    }

    private void absent(List<TableRow> rows) {
        XSSFSheet sheet = sheet(GONE, List.of("位置"));
        for (TableRow row : rows) {
            row(sheet, row, row.cells().stream().map(TableCell::heading).toList(), CellMark.Colour.REMOVED);
        }
    }

    private static List<String> headings(TableDifference table) {
        var rows = new ArrayList<TableRow>(table.added());
        rows.addAll(table.removed());
        table.changed().forEach(row -> {
            rows.add(row.after());
            rows.add(row.before());
        });
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .map(TableCell::heading)
                .distinct()
                .toList();
    }

    private static List<String> withPlace(List<String> headings) {
        var all = new ArrayList<String>();
        all.add("位置");
        all.addAll(headings);
        return all;
    }

    private XSSFRow row(XSSFSheet sheet, TableRow row, List<String> headings, CellMark.@Nullable Colour colour) {
        XSSFRow line = sheet.createRow(sheet.getLastRowNum() + 1);
        put(line, 0, row.workbook() + " " + row.table().sheet() + "!" + row.row(), colour);
        Map<String, String> texts = row.cells().stream()
                .collect(Collectors.toMap(TableCell::heading, TableCell::text, (first, second) -> first));
        for (int column = 0; column < headings.size(); column++) {
            put(line, column + 1, texts.getOrDefault(headings.get(column), ""), colour);
        }
        return line;
    }

    private XSSFSheet sheet(String name, List<String> headings) {
        String free = WorkbookUtil.createSafeSheetName(name);
        for (int more = 2; book.getSheet(free) != null; more++) {
            free = WorkbookUtil.createSafeSheetName(name + more);
        }
        XSSFSheet sheet = book.createSheet(free);
        XSSFRow row = sheet.createRow(0);
        for (int column = 0; column < headings.size(); column++) {
            XSSFCell cell = row.createCell(column);
            cell.setCellValue(headings.get(column));
            cell.setCellStyle(styles.headingOfCondition);
            sheet.setColumnWidth(column, WIDTH);
        }
        sheet.createFreezePane(1, 1);
        return sheet;
    }

    private XSSFCell put(XSSFRow row, int column, String text, CellMark.@Nullable Colour colour) {
        XSSFCell cell = row.createCell(column);
        int most = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
        cell.setCellValue(text.length() <= most ? text : text.substring(0, most));
        cell.setCellStyle(colour == null ? styles.data : styles.filled(colour.rgb()));
        return cell;
    }

    private void comment(XSSFCell cell, String note) {
        var anchor = book.getCreationHelper().createClientAnchor();
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 4);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 5);
        XSSFComment comment = cell.getSheet().createDrawingPatriarch().createCellComment(anchor);
        comment.setString(note);
        cell.setCellComment(comment);
    }

    private static String was(ChangedCell cell) {
        return "修改前：" + (cell.before().isEmpty() ? "（空）" : cell.before());
    }

    private static String title(TableName table) {
        return table.kind() == TableName.Kind.REGISTER ? "登记册 " + table.sheet() : table.sheet();
    }
}
