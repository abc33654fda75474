package org.xinheng.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The project's own workbooks, changed as policy staff would change them. */
public final class ReleaseBooks {
    private ReleaseBooks() {}

    /** The workbook as it stands in {@code decision-tables/}. */
    public static byte[] shipped(String name) {
        try {
            return Files.readAllBytes(Path.of("decision-tables").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same law in other bytes: the description of the first test case ends with a word of its own. */
    public static byte[] variantOf(String name, String word) {
        return edited(name, book -> {
            Sheet tests = book.getSheet("测试");
            Row first = firstRowOfData(tests);
            first.getCell(1).setCellValue(first.getCell(1).getStringCellValue() + word);
        });
    }

    /** The workbook after an edit. */
    public static byte[] edited(String name, Consumer<XSSFWorkbook> edit) {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(shipped(name)));
                var out = new ByteArrayOutputStream()) {
            edit.accept(book);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The row under the heading that begins with 用例 or 行代码. */
    static Row firstRowOfData(Sheet sheet) {
        for (Row row : sheet) {
            if (row.getCell(0) != null
                    && row.getCell(0).getCellType() == org.apache.poi.ss.usermodel.CellType.STRING
                    && row.getCell(0).getStringCellValue().equals("用例")) {
                return sheet.getRow(row.getRowNum() + 1);
            }
        }
        throw new IllegalStateException("no heading in " + sheet.getSheetName());
    }
}
