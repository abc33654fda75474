package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.xinheng.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.TestDatabase;
import org.xinheng.testing.TestKeys;

/** Batches over HTTP: all rows of a file or none, told row by row; the same file is the same batch. */
@QuarkusTest
class ListingBatchApiTest {
    private static final String HEADING =
            "listKind,subject.type,subject.scheme,subject.identifier,subject.name,gravity,"
                    + "designation.documentType,designation.documentNumber,designation.documentDate,designation.issuedBy,"
                    + "designation.ground,designation.facts,designation.legalBases,designation.priorNoticeOn,"
                    + "designation.measuresReminded,designation.removalConditions,designation.remedies,listedOn,expiresOn,"
                    + "decidedTerm.from,decidedTerm.to,region\n";

    @Inject
    TestKeys keys;

    @Inject
    TestDatabase database;

    private final LocalDate today = Fixtures.today();
    private String finance;

    @BeforeEach
    void aFinanceBureau() {
        finance = keys.key("WH-CZJ", Role.INITIATING_DEPARTMENT);
    }

    @Test
    void every_row_of_a_good_file_becomes_a_listing_under_one_commit() {
        String first = Fixtures.organisation();
        var report = posted(HEADING + row(first) + row(Fixtures.organisation()))
                .statusCode(201)
                .header("Location", startsWith("/v1/listing-batches/"))
                .body("outcome", equalTo("ACCEPTED"))
                .body("department", equalTo("WH-CZJ"))
                .body("listKinds", contains("ZFCG"))
                .body("accepted", equalTo(2))
                .body("refused", equalTo(0))
                .body("rows.line", contains(2, 3))
                .body("rows.listing", everyItem(notNullValue()))
                .extract();

        with(finance)
                .get("/v1/listings/{id}", report.<String>path("rows[0].listing"))
                .then()
                .statusCode(200)
                .body("subject.identifier", equalTo(first))
                .body("knownAt", equalTo(report.<Integer>path("knownAt")));
        assertThat(with(finance).get(report.header("Location")).jsonPath().getMap(""))
                .isEqualTo(report.jsonPath().getMap(""));
    }

    @Test
    void one_bad_row_refuses_the_file_and_every_row_is_told_with_line_and_column() {
        Map<String, Long> before = database.rowCounts();
        String badCheck = Fixtures.organisation();
        badCheck = badCheck.substring(0, 17) + (badCheck.charAt(17) == 'A' ? 'B' : 'A');
        String file = HEADING
                + row(Fixtures.organisation())
                + row(badCheck)
                + row(Fixtures.organisation()).replace("ZFCG-2", "ZDSS-1")
                + row(Fixtures.organisation()).replace("SERIOUS", "严重")
                + "ZFCG,only,three\n";
        var refused = posted(file)
                .statusCode(422)
                .header("Location", startsWith("/v1/listing-batches/"))
                .body("code", equalTo("BATCH_REJECTED"))
                .body("errors.cell", hasItem("3/subject.identifier"))
                .body("errors.cell", hasItem("4/designation.ground"))
                .body("errors.cell", hasItem("5/gravity"))
                .body("errors.cell", hasItem("6"))
                .body("errors.code", hasItem("IDENTIFIER_CHECK_CHARACTER"))
                .body("errors.code", hasItem("CELL_COUNT"))
                .extract();

        with(finance)
                .get(refused.header("Location"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("REFUSED"))
                .body("accepted", equalTo(0))
                .body("refused", equalTo(4))
                .body("knownAt", nullValue())
                .body("rows", hasSize(5))
                .body("rows.listing", everyItem(nullValue()))
                .body("rows[0].errors", empty())
                .body("rows[1].errors[0].column", equalTo("subject.identifier"))
                .body("rows[1].errors[0].message", startsWith("`USCC` 号码校验码不符"));
        Map<String, Long> after = database.rowCounts();
        assertThat(after.get("listing_batch")).isEqualTo(before.get("listing_batch") + 1);
        assertThat(List.of(after.get("listing"), after.get("listing_commit"), after.get("subject")))
                .isEqualTo(List.of(before.get("listing"), before.get("listing_commit"), before.get("subject")));
    }

    @Test
    void the_same_file_again_is_the_same_batch_and_enters_nothing() {
        String file = HEADING + row(Fixtures.organisation());
        String first = posted(file).statusCode(201).extract().asString();
        Map<String, Long> before = database.rowCounts();

        assertThat(posted(file).statusCode(201).extract().asString()).isEqualTo(first);

        assertThat(database.rowCounts()).isEqualTo(before);
    }

    @Test
    void the_same_file_from_another_department_is_another_batch() {
        String file = HEADING + row(Fixtures.organisation());
        posted(file).statusCode(201);

        posted(keys.key("WH-ZY", Role.INITIATING_DEPARTMENT), file)
                .statusCode(422)
                .body("errors.code", hasItem("LIST_KIND_NOT_YOURS"));
    }

    @Test
    void a_file_as_spreadsheets_write_it_is_read_with_its_mark_quotes_and_line_ends() {
        String file = "\uFEFF" + HEADING.replace("\n", "\r\n")
                + row(Fixtures.organisation())
                        .replace("示范事实", "\"一,二\r\n\"\"三\"\"\"")
                        .replace("\n", "\r\n")
                        .replace("\r\r", "\r")
                + ",,,,,,,,,,,,,,,,,,,,,\r\n";
        String listing = posted(file)
                .statusCode(201)
                .body("accepted", equalTo(1))
                .extract()
                .path("rows[0].listing");

        with(finance).get("/v1/listings/{id}", listing).then().body("designation.facts", equalTo("一,二\r\n\"三\""));
    }

    @Test
    void a_report_is_read_by_its_own_department_and_by_auditors() {
        String at = posted(HEADING + row(Fixtures.organisation()))
                .statusCode(201)
                .extract()
                .header("Location");

        with(keys.key("WH-ZY", Role.INITIATING_DEPARTMENT))
                .get(at)
                .then()
                .statusCode(404)
                .body("code", equalTo("BATCH_NOT_FOUND"));
        with(keys.key("WH-XYB", Role.AUDITOR)).get(at).then().statusCode(200).body("outcome", equalTo("ACCEPTED"));
    }

    @Test
    void a_thousand_rows_are_one_batch() {
        StringBuilder file = new StringBuilder(HEADING);
        for (int i = 0; i < 1000; i++) {
            file.append(row(Fixtures.organisation()));
        }
        posted(file.toString()).statusCode(201).body("accepted", equalTo(1000));
    }

    private String row(String supplier) {
        LocalDate from = today.minusMonths(2);
        LocalDate to = today.plusMonths(6);
        return String.join(
                        ",",
                        "ZFCG",
                        "ORGANISATION",
                        "USCC",
                        supplier,
                        "示范公司",
                        "SERIOUS",
                        "ADMINISTRATIVE_PENALTY_DECISION",
                        "示范罚2号",
                        from.toString(),
                        "武汉市财政局",
                        "ZFCG-2",
                        "示范事实",
                        "ZFCGF-77",
                        from.minusDays(30).toString(),
                        "true",
                        "期限届满",
                        "行政复议",
                        from.toString(),
                        to.toString(),
                        from.toString(),
                        to.toString(),
                        "420100")
                + "\n";
    }

    private ValidatableResponse posted(String file) {
        return posted(finance, file);
    }

    private static ValidatableResponse posted(String key, String file) {
        return with(key)
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/listing-batches")
                .then();
    }
}
