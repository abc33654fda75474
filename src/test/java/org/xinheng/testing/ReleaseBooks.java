package org.xinheng.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellType;
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

    /** The workbook with a row under another code, in the rules and in the tests. */
    public static byte[] renamedRow(String name, String code, String other) {
        return edited(name, book -> {
            for (String sheet : List.of("措施", "测试")) {
                book.getSheet(sheet)
                        .forEach(row -> row.forEach(cell -> {
                            if (cell.getCellType() == CellType.STRING
                                    && cell.getStringCellValue().contains(code)
                                    && !cell.getStringCellValue().contains("T-" + code)) {
                                cell.setCellValue(cell.getStringCellValue().replace(code, other));
                            }
                        }));
            }
        });
    }

    /** Lists a made-up organisation as a seriously dishonest customs debtor, from twenty days ago on. */
    public static void listDebtor(String customs, String identifier, LocalDate today) {
        given().auth()
                .oauth2(customs)
                .contentType(ContentType.JSON)
                .body(debtor(identifier, today))
                .post("/v1/listings")
                .then()
                .statusCode(201);
    }

    /** What lists a made-up organisation so. */
    public static String debtor(String identifier, LocalDate today) {
        return """
                {"listKind":"HG","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                 "gravity":"SERIOUS","designation":{"documentType":"LIST_DESIGNATION_DECISION",
                 "documentNumber":"示范1号","documentDate":"%s","issuedBy":"武汉海关","ground":"HG-2","facts":"示范",
                 "legalBases":["HGJCTL-9"],"priorNoticeOn":"%s","measuresReminded":true,
                 "removalConditions":"期限届满","remedies":"行政复议"},"listedOn":"%s","expiresOn":"%s","region":"420100"}""".formatted(
                        identifier, today.minusDays(20), today.minusDays(50), today.minusDays(20), today.plusYears(2));
    }

    /** Writes a cell of a register, found by the code of its row and the heading above it. */
    public static void set(Sheet sheet, String code, String heading, String text) {
        Row headings = sheet.getRow(0);
        for (int column = 0; column < headings.getLastCellNum(); column++) {
            if (headings.getCell(column) != null
                    && headings.getCell(column).getStringCellValue().equals(heading)) {
                for (Row row : sheet) {
                    if (row.getCell(0) != null && row.getCell(0).toString().equals(code)) {
                        row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                                .setCellValue(text);
                        return;
                    }
                }
            }
        }
        throw new IllegalStateException("no cell " + code + " under " + heading);
    }

    /** The row under the heading that begins with 用例 or 行代码. */
    static Row firstRowOfData(Sheet sheet) {
        for (Row row : sheet) {
            if (row.getCell(0) != null
                    && row.getCell(0).getCellType() == CellType.STRING
                    && row.getCell(0).getStringCellValue().equals("用例")) {
                return sheet.getRow(row.getRowNum() + 1);
            }
        }
        throw new IllegalStateException("no heading in " + sheet.getSheetName());
    }
}
