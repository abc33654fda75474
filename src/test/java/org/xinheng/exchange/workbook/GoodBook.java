package org.xinheng.exchange.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.xinheng.release.Workbook;

/** A small good release as workbooks, and the means to break it in one place, as a spreadsheet program would. */
final class GoodBook {
    static final String RULES = "memoranda/procurement.xlsx";

    private static final byte[] GOOD_REGISTERS = written(Workbook.REGISTERS, mirror("registers.txt"));
    private static final byte[] GOOD_RULES = written(RULES, mirror("procurement.txt"));

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    GoodBook() {
        files.put(Workbook.REGISTERS, GOOD_REGISTERS);
        files.put(RULES, GOOD_RULES);
    }

    static Mirror mirror(String name) {
        try (var in = GoodBook.class.getResourceAsStream("/tables/" + name)) {
            return MirrorReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static byte[] written(String name, Mirror mirror) {
        return WorkbookWriter.write(mirror, WorkbookTemplate.of(name), Vocabularies.from(mirror("registers.txt")));
    }

    List<Workbook> workbooks() {
        var workbooks = new ArrayList<Workbook>();
        files.forEach((name, bytes) -> workbooks.add(new Workbook(name, bytes)));
        return workbooks;
    }

    /** The other bytes in place of a workbook. */
    GoodBook bytes(String name, UnaryOperator<byte[]> change) {
        files.put(name, change.apply(files.get(name)));
        return this;
    }

    GoodBook without(String name) {
        files.remove(name);
        return this;
    }

    GoodBook add(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    /**
     * A rule workbook of its own, of the one row ZFCG-804 and a case.
     *
     * @param end last day that the case expects; 2031-04-30 is the right one
     */
    static byte[] otherWorkbook(String end) {
        Mirror whole = mirror("procurement.txt");
        return written(
                "memoranda/other.xlsx",
                new Mirror(whole.sheets().stream()
                        .map(sheet -> new MirrorSheet(
                                sheet.name(),
                                sheet.headings(),
                                sheet.rows().stream()
                                        .filter(row -> row.get(0).endsWith("ZFCG-004"))
                                        .map(row -> row.stream()
                                                .map(text -> text.replace("ZFCG-004", "ZFCG-804")
                                                        .replaceAll("^LEGAL_REPRESENTATIVE.*", "ACTUAL_CONTROLLER")
                                                        .replace("2031-04-30", end))
                                                .toList())
                                        .toList()))
                        .toList()));
    }

    /** Edits a workbook as a spreadsheet program would. */
    GoodBook edit(String name, Consumer<XSSFWorkbook> edit) {
        return bytes(name, bytes -> {
            try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes));
                    var out = new ByteArrayOutputStream()) {
                edit.accept(workbook);
                workbook.write(out);
                return out.toByteArray();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    /** Edits one cell of the rule workbook, found by the code of its row and the heading. */
    GoodBook cell(String sheet, String code, String heading, Consumer<Cell> edit) {
        return cell(RULES, sheet, code, heading, edit);
    }

    /** Edits one cell of the registers. */
    GoodBook register(String sheet, String code, String heading, String text) {
        return cell(Workbook.REGISTERS, sheet, code, heading, cell -> cell.setCellValue(text));
    }

    /** Writes one cell of the rule sheet. */
    GoodBook rule(String code, String heading, String text) {
        return cell("措施", code, heading, cell -> cell.setCellValue(text));
    }

    private GoodBook cell(String workbook, String sheet, String code, String heading, Consumer<Cell> edit) {
        SheetTemplate layout = WorkbookTemplate.of(workbook).sheet(sheet).orElseThrow();
        return edit(
                workbook,
                book -> edit.accept(row(book.getSheet(sheet), code)
                        .getCell(layout.headings().indexOf(heading), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)));
    }

    static Row row(Sheet sheet, String code) {
        for (Row row : sheet) {
            if (row.getCell(0) != null && row.getCell(0).getStringCellValue().equals(code)) {
                return row;
            }
        }
        throw new IllegalStateException("the good book has no row " + code);
    }
}
