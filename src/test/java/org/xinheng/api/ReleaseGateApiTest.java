package org.xinheng.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.JarURLConnection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.testing.ContractFilter;
import org.xinheng.testing.ReleaseBooks;
import org.xinheng.testing.TestKeys;

/** Issue 3, items 2 and 3, over HTTP: what the gate finds stands at its cell, and which case reaches which row. */
@QuarkusTest
class ReleaseGateApiTest {
    private static final String CUSTOMS = "memoranda/customs.xlsx";
    private static final String ERRORS = "items.findAll { it.severity == 'ERROR' }.";
    private static final int MATTER = 8;
    private static final int EFFECT = 19;

    @Inject
    TestKeys keys;

    private String editor;

    @BeforeEach
    void anEditor() {
        editor = keys.key("WH-XYB", Role.EDITOR);
    }

    @Test
    void all_faults_come_at_once_each_at_its_cell_in_the_language_asked_for() {
        String id = checked(Map.of(CUSTOMS, ReleaseBooks.edited(CUSTOMS, book -> {
            row(book, "HG-001").getCell(MATTER).setCellValue("CUSTOM_CLEARANCE");
            row(book, "HG-002").getCell(EFFECT).setCellValue("禁止");
            row(book, "HG-004").getCell(EFFECT).setCellValue("PROHIBIT");
        })));
        Response english = findings(id, "en");
        english.then()
                .body("state", equalTo("REFUSED"))
                .body("check.errors", equalTo(3))
                .body(ERRORS + "code", contains("CODE_UNKNOWN", "WORD_UNKNOWN", "EFFECT_ABOVE_CEILING"))
                .body(ERRORS + "workbook", contains(CUSTOMS, CUSTOMS, CUSTOMS))
                .body(ERRORS + "sheet", contains("措施", "措施", "措施"))
                .body(ERRORS + "cell", contains("I9", "T10", "T12"))
                .body(ERRORS + "found", contains("CUSTOM_CLEARANCE", "禁止", "PROHIBIT"))
                .body(ERRORS + "expected", contains("CUSTOMS_CLEARANCE", "PROHIBIT", "RESTRICT"))
                .body("items[0].mend", containsString("the nearest is"));
        findings(id, "zh").then().body("items[0].mend", containsString("最接近的是"));
    }

    @Test
    void a_new_row_that_no_case_reaches_is_an_error_and_stands_bare_in_the_coverage() {
        String id = checked(Map.of(CUSTOMS, ReleaseBooks.edited(CUSTOMS, book -> {
            Sheet rules = book.getSheet("措施");
            Row copy = rules.createRow(rules.getLastRowNum() + 1);
            for (Cell cell : row(book, "HG-002")) {
                copy.createCell(cell.getColumnIndex()).setCellValue(cell.getStringCellValue());
            }
            copy.getCell(0).setCellValue("HG-900");
            copy.getCell(MATTER).setCellValue("ACCOUNT_OPENING");
        })));
        findings(id, "en")
                .then()
                .body("state", equalTo("REFUSED"))
                .body(ERRORS + "code", contains("ROW_WITHOUT_TEST"))
                .body("items.find { it.code == 'ROW_WITHOUT_TEST' }.found", equalTo("HG-900"))
                .body("coverage.find { it.source.rowCode == 'HG-900' }.appliedIn.size()", equalTo(0))
                .body("coverage.find { it.source.rowCode == 'HG-001' }.appliedIn", hasItems("T-HG-001", "T-HG-002"));
    }

    @Test
    void a_case_that_fails_is_an_error_at_its_expectation() {
        String id = checked(Map.of(CUSTOMS, ReleaseBooks.edited(CUSTOMS, book -> {
            for (Row row : book.getSheet("测试")) {
                if (row.getCell(0).getStringCellValue().equals("T-HG-001")) {
                    row.getCell(28).setCellValue("HG-001=2029-04-15");
                }
            }
        })));
        findings(id, "en")
                .then()
                .body("state", equalTo("REFUSED"))
                .body(ERRORS + "code", contains("TEST_FAILED"))
                .body("items.find { it.code == 'TEST_FAILED' }.message", containsString("2029-04-14"))
                .body("items.find { it.code == 'TEST_FAILED' }.sheet", equalTo("测试"));
    }

    @Test
    void the_spreadsheets_of_drools_are_refused_with_findings_and_never_break_the_service() throws IOException {
        Map<String, byte[]> foreign = foreign();
        assertThat(foreign).hasSizeGreaterThan(50);
        String id = checked(foreign);
        Response answer = findings(id, "en");
        answer.then().body("state", equalTo("REFUSED"));
        assertThat(answer.jsonPath().getList("items.code")).doesNotContain("GATE_FAILED");
        assertThat(answer.jsonPath().getList(ERRORS + "workbook")).containsAll(foreign.keySet());
    }

    private static Map<String, byte[]> foreign() throws IOException {
        var one = ReleaseGateApiTest.class.getResource("/data/BasicWorkbook.drl.xls");
        JarFile jar = ((JarURLConnection) one.openConnection()).getJarFile();
        var foreign = new LinkedHashMap<String, byte[]>();
        for (JarEntry entry : jar.stream().toList()) {
            if (entry.getName().matches(".*\\.(xls|xlsx|csv)")) {
                try (var in = jar.getInputStream(entry)) {
                    foreign.put("memoranda/foreign-" + foreign.size() + ".xlsx", in.readAllBytes());
                }
            }
        }
        return foreign;
    }

    private static Row row(XSSFWorkbook book, String code) {
        for (Row row : book.getSheet("措施")) {
            if (row.getCell(0) != null && row.getCell(0).getStringCellValue().equals(code)) {
                return row;
            }
        }
        throw new IllegalStateException("no row " + code);
    }

    /** Hands workbooks in and waits for the gate. */
    private String checked(Map<String, byte[]> workbooks) {
        RequestSpecification form = asked();
        workbooks.forEach((name, bytes) -> form.multiPart(name, name.substring(name.lastIndexOf('/') + 1), bytes));
        String id = form.post("/v1/releases").then().statusCode(202).extract().path("id");
        await().atMost(Duration.ofSeconds(120))
                .until(() -> asked().get("/v1/releases/{id}", id).jsonPath().get("check") != null);
        return id;
    }

    private Response findings(String id, String language) {
        Response answer = asked().header("Accept-Language", language)
                .queryParam("size", 1000)
                .get("/v1/releases/{id}/findings", id);
        answer.then().statusCode(200);
        return answer;
    }

    private RequestSpecification asked() {
        return given().filter(new ContractFilter()).auth().oauth2(editor);
    }
}
