package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.xinheng.testing.Api.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.BearerKey;
import org.xinheng.caller.Caller;
import org.xinheng.caller.CallerKey;
import org.xinheng.caller.CallerKeys;
import org.xinheng.caller.Role;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.PostgresResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DecisionApiTest {
    private static int nextSubject;

    @Inject
    CallerKeys callerKeys;

    @Inject
    Clock clock;

    private LocalDate today;
    private String finance;
    private String tender;

    @BeforeEach
    void aFinanceBureauAndATenderCentre() {
        today = BeijingTime.dayOf(clock.instant());
        finance = key("WH-CZJ", Role.IMPLEMENTING_AGENCY, Role.INITIATING_DEPARTMENT);
        tender = key("WH-GGZY", Role.IMPLEMENTING_AGENCY);
    }

    @Test
    void a_supplier_barred_by_the_procurement_law_is_prohibited_with_article_listing_row_and_last_day() {
        String supplier = organisation();
        String listing = listed(supplier, today.minusMonths(2), today.plusMonths(6));
        String id = asked(finance, question(supplier))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .header("Location", startsWith("/v1/decisions/"))
                .body("outcome", equalTo("PROHIBIT"))
                .body("measures[0].listing.id", equalTo(listing))
                .body("measures[0].legalBases.code", equalTo(List.of("ZFCGF-77")))
                .body("measures[0].legalBases.verified", equalTo(List.of(true)))
                .body("measures[0].until", equalTo(today.plusMonths(6).toString()))
                .body("measures[0].source.rowCode", startsWith("ZFCG-"))
                .body("feedbackDueOn", notNullValue())
                .body("prompt", containsString("《政府采购法》第七十七条，"))
                .body("prompt", not(containsString("实施条例")))
                .extract()
                .path("id");

        given().auth()
                .oauth2(finance)
                .get("/v1/decisions/{id}/explanation", id)
                .then()
                .statusCode(200)
                .body("items[0].conditions.heading", hasItem("名单种类"))
                .body("items[0].conditions.findAll { it.agreement != 'NOT_COMPARED' }.holds", everyItem(is(true)))
                .body("items[0].conditions.findAll { it.agreement == 'NOT_COMPARED' }.holds", everyItem(is(false)))
                .body(
                        "items[0].conditions.findAll { it.agreement == 'NOT_COMPARED' }.heading",
                        equalTo(List.of("法规依据")))
                .body("items[0].source.workbook", equalTo("memoranda/government-procurement.xlsx"));
    }

    @Test
    void what_is_withheld_is_told_with_list_measure_and_the_fact_to_supply() {
        String person = Fixtures.person();
        asked(
                        key("WH-ZY", Role.INITIATING_DEPARTMENT),
                        Fixtures.defaulter(person, "示范人员", today.minusMonths(2), today.plusYears(1)))
                .post("/v1/listings")
                .then()
                .statusCode(201);
        String prompt = asked(
                        key("WH-SCJG", Role.IMPLEMENTING_AGENCY),
                        Fixtures.questionAboutPerson(person, "OFFICER_REGISTRATION"))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .body("outcome", equalTo("REVIEW"))
                .body("measures", hasSize(0))
                .extract()
                .path("prompt");
        assertThat(prompt)
                .startsWith("有")
                .contains("因涉及“失信被执行人名单”", "缺少判断所需的事项要素", "须补充：具体的许可、职业或者职务")
                .doesNotContain("另有", "matterItem");
    }

    @Test
    void the_answer_read_later_is_the_answer_that_left_byte_for_byte() {
        String supplier = organisation();
        listed(supplier, today.minusMonths(2), today.plusMonths(6));
        String answer = asked(finance, question(supplier))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        String id = io.restassured.path.json.JsonPath.from(answer).getString("id");
        assertThat(given().auth().oauth2(finance).get("/v1/decisions/{id}", id).asString())
                .isEqualTo(answer);
    }

    @Test
    void a_removed_listing_no_longer_shows_and_the_decision_before_it_stays_as_it_was() {
        String supplier = organisation();
        String listing = listed(supplier, today.minusMonths(2), today.plusMonths(6));
        asked(finance, """
                        {"removedOn":"%s","reason":"期限届满","documentNumber":"移出1号"}""".formatted(today))
                .post("/v1/listings/{id}/removal", listing)
                .then()
                .statusCode(201);
        asked(finance, question(supplier))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .body("outcome", equalTo("CLEAR"))
                .body("measures", empty())
                .body("withheld", empty());
    }

    @Test
    void a_matter_that_the_callers_kind_may_not_handle_is_refused_and_never_clear() {
        String bank = key("WH-YH", Role.IMPLEMENTING_AGENCY);
        asked(bank, question(organisation()))
                .post("/v1/decisions")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("MATTER_NOT_HANDLED"))
                .body("errors[0].pointer", equalTo("/matter"));
    }

    @Test
    void the_same_key_gives_the_same_bytes_and_another_body_under_it_is_refused() {
        String supplier = organisation();
        String first = asked(finance, question(supplier))
                .header("Idempotency-Key", "case-" + supplier)
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        String again = asked(finance, question(supplier))
                .header("Idempotency-Key", "case-" + supplier)
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .header("Idempotent-Replay", "true")
                .extract()
                .asString();
        assertThat(again).isEqualTo(first);
        asked(finance, question(organisation()))
                .header("Idempotency-Key", "case-" + supplier)
                .post("/v1/decisions")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void another_agency_does_not_see_the_decision() {
        String id = asked(finance, question(organisation()))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        given().auth().oauth2(tender).get("/v1/decisions/{id}", id).then().statusCode(404);
    }

    @Test
    void feedback_is_taken_per_measure_and_a_line_of_no_measure_is_refused() {
        String supplier = organisation();
        String listing = listed(supplier, today.minusMonths(2), today.plusMonths(6));
        var answer = asked(finance, question(supplier))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String line = """
                {"lines":[{"measure":"%s","listing":"%s","result":"IMPLEMENTED","implementedOn":"%s"}]}""";
        asked(finance, line.formatted(answer.getString("measures[0].measure"), listing, today))
                .post("/v1/decisions/{id}/feedback", answer.getString("id"))
                .then()
                .statusCode(201)
                .body("lines[0].result", equalTo("IMPLEMENTED"));
        asked(finance, line.formatted("ZF-99", listing, today))
                .post("/v1/decisions/{id}/feedback", answer.getString("id"))
                .then()
                .statusCode(422)
                .body("code", equalTo("FEEDBACK_LINE_UNKNOWN"));
    }

    @Test
    void what_is_wrong_with_a_request_is_told_at_its_place() {
        asked(finance, question("91420100XE5X00019X"))
                .post("/v1/decisions")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDENTIFIER_CHECK_CHARACTER"))
                .body("errors[0].pointer", equalTo("/subject/identifier"));
        asked(finance, question(organisation()).replace("\"region\"", "\"asOf\":\"2026-02-30\",\"region\""))
                .post("/v1/decisions")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/asOf"));
        asked(finance, question(organisation()).replace("\"region\"", "\"score\":1,\"region\""))
                .post("/v1/decisions")
                .then()
                .statusCode(422)
                .body("code", equalTo("FIELD_UNKNOWN"));
        asked(
                        finance,
                        question(organisation())
                                .replace("\"region\"", "\"asOf\":\"" + today.plusYears(6) + "\",\"region\""))
                .post("/v1/decisions")
                .then()
                .statusCode(422)
                .body("code", equalTo("AS_OF_TOO_FAR"));
        given().contentType(ContentType.JSON)
                .body(question(organisation()))
                .post("/v1/decisions")
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    private String listed(String supplier, LocalDate from, LocalDate to) {
        return asked(finance, """
                        {"listKind":"ZFCG","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                         "gravity":"SERIOUS","designation":{"documentType":"ADMINISTRATIVE_PENALTY_DECISION",
                         "documentNumber":"示范罚1号","documentDate":"%s","issuedBy":"武汉市财政局","ground":"ZFCG-2","facts":"示范",
                         "legalBases":["ZFCGF-77"],"priorNoticeOn":"%s","measuresReminded":true,
                         "removalConditions":"期限届满","remedies":"行政复议"},"listedOn":"%s","expiresOn":"%s",
                         "decidedTerm":{"from":"%s","to":"%s"},"region":"420100"}""".formatted(supplier, from, from.minusDays(30), from, to, from, to))
                .post("/v1/listings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String question(String supplier) {
        return """
                {"subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},
                 "matter":"GOVERNMENT_PROCUREMENT_QUALIFICATION","region":"420100",
                 "purpose":"供应商资格审查","caseNumber":"测试-1"}""".formatted(supplier);
    }

    private static RequestSpecification asked(String key, String body) {
        return given().auth().oauth2(key).contentType(ContentType.JSON).body(body);
    }

    private String key(String department, Role... roles) {
        String secret = "test-" + UUID.randomUUID();
        callerKeys.add(
                new CallerKey(
                        new Caller(UUID.randomUUID(), department, Set.of(roles)), "test", false, clock.instant(), null),
                new BearerKey(secret).hash());
        return secret;
    }

    private static synchronized String organisation() {
        nextSubject++;
        return Fixtures.organisation("91420100", String.format(java.util.Locale.ROOT, "T%07d", nextSubject));
    }
}
