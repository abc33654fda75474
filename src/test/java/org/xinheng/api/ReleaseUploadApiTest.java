package org.xinheng.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.testing.ContractFilter;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.ReleaseBooks;
import org.xinheng.testing.TestKeys;

/** Issue 3, item 1: from workbooks to a checked draft. */
@QuarkusTest
class ReleaseUploadApiTest {
    private static final String CUSTOMS = "memoranda/customs.xlsx";

    @Inject
    TestKeys keys;

    private String editor;
    private String agency;

    @BeforeEach
    void anEditorAndAnAgency() {
        editor = keys.key("WH-XYB", Role.EDITOR);
        agency = keys.key("WH-CZJ", Role.IMPLEMENTING_AGENCY);
    }

    @Test
    void workbooks_become_a_draft_that_the_gate_checks_in_the_background() {
        String id = upload(CUSTOMS, ReleaseBooks.variantOf(CUSTOMS, "甲"))
                .then()
                .statusCode(202)
                .header("Location", startsWith("/v1/releases/"))
                .body("state", equalTo("CHECKING"))
                .body("check", nullValue())
                .body("uploads[0].by.department", equalTo("WH-XYB"))
                .body("uploads[0].workbooks", equalTo(java.util.List.of(CUSTOMS)))
                .extract()
                .path("id");
        Response checked = checked(id);
        checked.then()
                .body("state", equalTo("DRAFT"))
                .body("check.passed", equalTo(true))
                .body("progress.percent", equalTo(100))
                .body("progress.stage", equalTo("DONE"))
                .body("workbooks.name", hasItem("registers.xlsx"));
        asked(editor)
                .get("/v1/releases/{id}/findings", id)
                .then()
                .statusCode(200)
                .body("check.errors", equalTo(0))
                .body("coverage.source.rowCode", hasItem(startsWith("HG-")))
                .body("coverage.findAll { it.appliedIn.isEmpty() && it.withheldIn.isEmpty() }", empty());
    }

    @Test
    void a_workbook_comes_back_byte_for_byte_and_those_left_out_carry_over() throws IOException {
        byte[] sent = ReleaseBooks.variantOf(CUSTOMS, "乙");
        String id = upload(CUSTOMS, sent).then().statusCode(202).extract().path("id");
        assertThat(asked(editor)
                        .get("/v1/releases/{id}/workbooks/memoranda/customs.xlsx", id)
                        .asByteArray())
                .isEqualTo(sent);
        assertThat(asked(editor)
                        .get("/v1/releases/{id}/workbooks/{name}", id, "registers.xlsx")
                        .asByteArray())
                .isEqualTo(Files.readAllBytes(Path.of("decision-tables/registers.xlsx")));
        asked(editor)
                .get("/v1/releases/{id}/workbooks/{name}", id, "memoranda/none.xlsx")
                .then()
                .statusCode(404)
                .body("code", equalTo("WORKBOOK_NOT_FOUND"));
    }

    @Test
    void a_workbook_that_is_left_out_on_purpose_does_not_carry_over() {
        String gone = "memoranda/statistics.xlsx";
        asked(editor)
                .multiPart(CUSTOMS, "customs.xlsx", ReleaseBooks.variantOf(CUSTOMS, "庚"))
                .multiPart("leftOut", gone)
                .post("/v1/releases")
                .then()
                .statusCode(202)
                .body("workbooks.name", hasItem("registers.xlsx"))
                .body("workbooks.name", not(hasItem(gone)));
        asked(editor)
                .multiPart("leftOut", "memoranda/none.xlsx")
                .post("/v1/releases")
                .then()
                .statusCode(404)
                .body("code", equalTo("WORKBOOK_NOT_FOUND"))
                .body("errors[0].pointer", equalTo("/leftOut"));
    }

    @Test
    void a_draft_is_judged_for_the_day_it_is_meant_for_and_again_for_another_day() {
        LocalDate last = Fixtures.today().plusDays(40);
        byte[] registers = ReleaseBooks.edited(
                "registers.xlsx", book -> ReleaseBooks.set(book.getSheet("法规依据"), "HGJCTL-9", "失效日", last.toString()));
        String id = meantFor(last, registers).then().statusCode(202).extract().path("id");
        checked(id).then().body("state", equalTo("DRAFT")).body("check.day", equalTo(last.toString()));
        meantFor(last.plusDays(1), registers).then().statusCode(202).body("id", equalTo(id));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> release(id).jsonPath().getInt("check.number") == 2);
        release(id).then().body("state", equalTo("REFUSED"));
        asked(editor)
                .get("/v1/releases/{id}/findings", id)
                .then()
                .body("items.findAll { it.severity == 'ERROR' }.code", hasItem("BASIS_NOT_IN_FORCE"));
    }

    private Response meantFor(LocalDate day, byte[] registers) {
        return asked(editor)
                .multiPart("registers.xlsx", "registers.xlsx", registers)
                .multiPart("effectiveFrom", day.toString())
                .post("/v1/releases");
    }

    @Test
    void what_cannot_even_be_read_has_its_findings_all_the_same() {
        String id = upload(CUSTOMS, "no workbook".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        checked(id).then().body("state", equalTo("REFUSED")).body("check.passed", equalTo(false));
        asked(editor)
                .header("Accept-Language", "en")
                .get("/v1/releases/{id}/findings", id)
                .then()
                .statusCode(200)
                .body("items.code", hasItem("NOT_A_WORKBOOK"))
                .body("items.workbook", hasItem(CUSTOMS))
                .body("items[0].message", not(containsString("工作簿")));
        asked(editor).get("/v1/releases/{id}/findings", id).then().body("items[0].message", containsString("工作簿"));
    }

    @Test
    void the_same_content_is_the_same_release_and_is_checked_again_only_after_a_refusal() {
        byte[] good = ReleaseBooks.variantOf(CUSTOMS, "丙");
        String first = upload(CUSTOMS, good).then().statusCode(202).extract().path("id");
        checked(first);
        upload(CUSTOMS, good)
                .then()
                .statusCode(200)
                .body("id", equalTo(first))
                .body("uploads.size()", equalTo(2))
                .body("check.number", equalTo(1));
        byte[] bad = {1, 2, 3};
        String refused = upload(CUSTOMS, bad).then().statusCode(202).extract().path("id");
        checked(refused);
        upload(CUSTOMS, bad).then().statusCode(202).body("id", equalTo(refused));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> release(refused).jsonPath().getInt("check.number") == 2);
    }

    @Test
    void the_name_of_the_file_counts_where_a_browser_names_the_part_otherwise() {
        given().filter(new ContractFilter())
                .auth()
                .oauth2(editor)
                .multiPart("files", "customs.xlsx", ReleaseBooks.variantOf(CUSTOMS, "丁"))
                .post("/v1/releases")
                .then()
                .statusCode(202)
                .body("uploads[0].workbooks", equalTo(java.util.List.of(CUSTOMS)));
    }

    @Test
    void a_form_that_is_no_upload_is_refused_at_its_part_and_leaves_nothing() {
        byte[] bytes = ReleaseBooks.variantOf(CUSTOMS, "戊");
        upload("memoranda/../x.xlsx", bytes).then().statusCode(422).body("code", equalTo("WORKBOOK_NAME"));
        upload("other.xlsx", bytes)
                .then()
                .statusCode(422)
                .body("code", equalTo("WORKBOOK_NAME"))
                .body("errors[0].pointer", equalTo("/other.xlsx"));
        asked(editor)
                .multiPart(CUSTOMS, "a.xlsx", bytes)
                .multiPart(CUSTOMS, "b.xlsx", bytes)
                .post("/v1/releases")
                .then()
                .statusCode(422)
                .body("code", equalTo("WORKBOOK_DOUBLED"));
        asked(editor)
                .multiPart("effectiveFrom", "2026-12-01")
                .post("/v1/releases")
                .then()
                .statusCode(422)
                .body("code", equalTo("RELEASE_EMPTY"));
        asked(editor)
                .multiPart(CUSTOMS, "a.xlsx", bytes)
                .multiPart("effectiveFrom", "2020-01-01")
                .post("/v1/releases")
                .then()
                .statusCode(422)
                .body("code", equalTo("RELEASE_DAY_PAST"));
        for (String noDay : List.of("+99999999-01-01", "2027-02-30", "27-01-01", "2027-1-1")) {
            asked(editor)
                    .multiPart(CUSTOMS, "a.xlsx", bytes)
                    .multiPart("effectiveFrom", noDay)
                    .post("/v1/releases")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("FIELD_FORMAT"))
                    .body("errors[0].pointer", equalTo("/effectiveFrom"));
        }
        asked(editor)
                .multiPart(CUSTOMS, "a.xlsx", bytes)
                .multiPart("effectiveFrom", "9999-01-01")
                .post("/v1/releases")
                .then()
                .statusCode(422)
                .body("code", equalTo("FIELD_RANGE"))
                .body("errors[0].pointer", equalTo("/effectiveFrom"));
        asked(editor)
                .multiPart(CUSTOMS, "a.xlsx", bytes)
                .multiPart("score", "1")
                .post("/v1/releases")
                .then()
                .statusCode(422)
                .body("code", equalTo("FIELD_UNKNOWN"));
        given().auth()
                .oauth2(editor)
                .contentType("application/json")
                .body("{}")
                .post("/v1/releases")
                .then()
                .statusCode(415)
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    }

    @Test
    void a_body_that_is_no_form_is_refused_as_a_problem() {
        for (String type : java.util.List.of("multipart/form-data", "multipart/form-data; boundary=x")) {
            given().config(io.restassured.config.RestAssuredConfig.config()
                            .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                    .encodeContentTypeAs("multipart/form-data", io.restassured.http.ContentType.TEXT)))
                    .auth()
                    .oauth2(editor)
                    .header("Content-Type", type)
                    .body("--y\r\nnothing")
                    .post("/v1/releases")
                    .then()
                    .statusCode(org.hamcrest.Matchers.allOf(
                            org.hamcrest.Matchers.greaterThanOrEqualTo(400), org.hamcrest.Matchers.lessThan(500)))
                    .contentType("application/problem+json");
        }
    }

    @Test
    void only_an_editor_hands_in_and_an_agency_does_not_see_a_draft() {
        asked(agency)
                .multiPart(CUSTOMS, "a.xlsx", new byte[] {1})
                .post("/v1/releases")
                .then()
                .statusCode(403);
        String id = upload(CUSTOMS, ReleaseBooks.variantOf(CUSTOMS, "己"))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        asked(agency).get("/v1/releases/{id}", id).then().statusCode(404).body("code", equalTo("RELEASE_NOT_FOUND"));
        asked(agency).get("/v1/releases").then().statusCode(200).body("items.id", not(hasItem(id)));
        asked(editor).get("/v1/releases").then().statusCode(200).body("items.id", hasItem(id));
    }

    private Response upload(String name, byte[] bytes) {
        return asked(editor)
                .multiPart(name, name.substring(name.lastIndexOf('/') + 1), bytes)
                .post("/v1/releases");
    }

    private Response checked(String id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> release(id).jsonPath().get("check") != null);
        return release(id);
    }

    private Response release(String id) {
        return asked(editor).get("/v1/releases/{id}", id);
    }

    private static RequestSpecification asked(String key) {
        return given().filter(new ContractFilter()).auth().oauth2(key);
    }
}
