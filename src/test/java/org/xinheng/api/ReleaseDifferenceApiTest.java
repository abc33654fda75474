package org.xinheng.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.testing.ContractFilter;
import org.xinheng.testing.ReleaseBooks;
import org.xinheng.testing.TestKeys;

/** Issue 3, items 1, 2 and 4 over HTTP: templates, annotated workbooks, differences. */
@QuarkusTest
class ReleaseDifferenceApiTest {
    private static final String CUSTOMS = "memoranda/customs.xlsx";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    TestKeys keys;

    private String editor;

    @BeforeEach
    void anEditor() {
        editor = keys.key("WH-XYB", Role.EDITOR);
    }

    @Test
    void a_draft_is_compared_with_the_release_in_force_row_by_row_and_cell_by_cell() throws Exception {
        String id = upload(ReleaseBooks.edited(CUSTOMS, book -> {
            XSSFSheet rules = book.getSheet("措施");
            Row first = rules.getRow(8);
            first.getCell(column(rules, "最后核对")).setCellValue("另一文本");
        }));
        var difference = asked(editor)
                .get("/v1/releases/{id}/diff", id)
                .then()
                .statusCode(200)
                .body("added", equalTo(0))
                .body("removed", equalTo(0))
                .body("changed", equalTo(1))
                .body("tables[0].kind", equalTo("RULES"))
                .body("tables[0].changed[0].after.workbook", equalTo(CUSTOMS))
                .body("tables[0].changed[0].after.row", equalTo(9))
                .body("tables[0].changed[0].cells[0].heading", equalTo("最后核对"))
                .body("tables[0].changed[0].cells[0].addressBefore", equalTo("Y9"))
                .body("tables[0].changed[0].cells[0].addressAfter", equalTo("Y9"))
                .body("tables[0].changed[0].cells[0].after", equalTo("另一文本"))
                .extract()
                .jsonPath();
        asked(editor)
                .queryParam("against", id)
                .get("/v1/releases/{id}/diff", difference.getString("against"))
                .then()
                .statusCode(200)
                .body("tables[0].changed[0].cells[0].before", equalTo("另一文本"));
        asked(editor)
                .queryParam("against", id)
                .get("/v1/releases/{id}/diff", id)
                .then()
                .statusCode(200)
                .body("tables", empty());

        byte[] overview = asked(editor)
                .accept(XLSX)
                .get("/v1/releases/{id}/diff", id)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(overview))) {
            assertThat(book.getSheet("变更一览").getLastRowNum()).isEqualTo(1);
        }
        byte[] marked = asked(editor)
                .accept(XLSX)
                .queryParam("workbook", CUSTOMS)
                .get("/v1/releases/{id}/diff", id)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(marked))) {
            XSSFSheet rules = book.getSheet("措施");
            assertThat(rules.getRow(8)
                            .getCell(column(rules, "最后核对"))
                            .getCellComment()
                            .getString()
                            .getString())
                    .startsWith("修改前：");
        }
    }

    @Test
    void a_release_that_is_not_there_and_a_caller_who_sees_no_drafts_are_refused() {
        asked(editor)
                .get("/v1/releases/{id}/diff", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("RELEASE_NOT_FOUND"));
        asked(editor)
                .queryParam("against", "yesterday")
                .get("/v1/releases/{id}/diff", UUID.randomUUID())
                .then()
                .statusCode(400);
        asked(keys.key("WH-CZJ", Role.IMPLEMENTING_AGENCY))
                .get("/v1/releases/{id}/diff", UUID.randomUUID())
                .then()
                .statusCode(403);
    }

    @Test
    void findings_come_back_in_the_workbook_at_their_cells() throws Exception {
        String id = upload(ReleaseBooks.edited(CUSTOMS, book -> {
            XSSFSheet rules = book.getSheet("措施");
            rules.getRow(8).getCell(column(rules, "效力")).setCellValue("FORBID");
        }));
        await().atMost(Duration.ofSeconds(120))
                .until(() ->
                        asked(editor).get("/v1/releases/{id}", id).jsonPath().get("check") != null);
        byte[] annotated = asked(editor)
                .queryParam("annotated", true)
                .get("/v1/releases/{id}/workbooks/memoranda/customs.xlsx", id)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(annotated))) {
            XSSFSheet rules = book.getSheet("措施");
            assertThat(rules.getRow(8)
                            .getCell(column(rules, "效力"))
                            .getCellComment()
                            .getString()
                            .getString())
                    .contains("WORD_UNKNOWN");
        }
        asked(editor)
                .queryParam("annotated", "maybe")
                .get("/v1/releases/{id}/workbooks/memoranda/customs.xlsx", id)
                .then()
                .statusCode(400);
    }

    @Test
    void a_file_that_is_no_workbook_is_neither_annotated_nor_compared_and_never_a_5xx() {
        String id = upload(("no workbook " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
        await().atMost(Duration.ofSeconds(120))
                .until(() ->
                        asked(editor).get("/v1/releases/{id}", id).jsonPath().get("check") != null);
        asked(editor)
                .queryParam("annotated", true)
                .get("/v1/releases/{id}/workbooks/memoranda/customs.xlsx", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("WORKBOOK_UNREADABLE"));
        asked(editor)
                .get("/v1/releases/{id}/diff", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("WORKBOOK_UNREADABLE"));
    }

    @Test
    void empty_workbooks_come_in_one_file_or_one_by_one() throws Exception {
        byte[] zip = asked(editor)
                .get("/v1/template")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
        List<String> names = new ArrayList<>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).containsExactly("registers.xlsx", "memoranda/measures.xlsx");
        byte[] one = asked(editor)
                .queryParam("workbook", "memoranda/measures.xlsx")
                .get("/v1/template")
                .then()
                .statusCode(200)
                .contentType(XLSX)
                .extract()
                .asByteArray();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(one))) {
            assertThat(book.getSheet("措施").getDataValidations()).isNotEmpty();
        }
        asked(editor)
                .queryParam("workbook", "none.xlsx")
                .get("/v1/template")
                .then()
                .statusCode(404)
                .body("code", equalTo("WORKBOOK_NOT_FOUND"));
    }

    private static int column(XSSFSheet sheet, String heading) {
        for (var cell : sheet.getRow(7)) {
            if (cell.getStringCellValue().equals(heading)) {
                return cell.getColumnIndex();
            }
        }
        throw new IllegalStateException("no column " + heading);
    }

    private String upload(byte[] bytes) {
        return asked(editor)
                .multiPart(CUSTOMS, "customs.xlsx", bytes)
                .post("/v1/releases")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static RequestSpecification asked(String key) {
        return given().filter(new ContractFilter()).auth().oauth2(key);
    }
}
