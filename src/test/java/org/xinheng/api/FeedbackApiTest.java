package org.xinheng.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.xinheng.testing.Api.sending;
import static org.xinheng.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.TestKeys;

/** Feedback over HTTP: a line a measure, by the agency that asked; corrections append. */
@QuarkusTest
class FeedbackApiTest {
    @Inject
    TestKeys keys;

    private final LocalDate today = Fixtures.today();
    private String finance;
    private String listing;
    private String decision;
    private String measure;

    @BeforeEach
    void aDecisionThatAppliedAMeasure() {
        finance = keys.key("WH-CZJ", Role.IMPLEMENTING_AGENCY, Role.INITIATING_DEPARTMENT);
        String supplier = Fixtures.organisation();
        listing = sending(finance, Fixtures.procurementBan(supplier, today.minusMonths(1), today.plusMonths(6)))
                .post("/v1/listings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        JsonPath answer = sending(finance, Fixtures.question(supplier))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        decision = answer.getString("id");
        measure = answer.getString("measures[0].measure");
    }

    @Test
    void a_correction_is_appended_and_the_first_word_stays() {
        given("""
                {"measure":"%s","listing":"%s","result":"IMPLEMENTED","implementedOn":"%s","documentNumber":"办1号",
                 "amountCny":1250000.50}""", today).statusCode(201).header("Location", notNullValue());
        given("""
                {"measure":"%s","listing":"%s","result":"NOT_IMPLEMENTED","reason":"系误报","implementedOn":null}""", today).statusCode(201);

        with(finance)
                .get("/v1/decisions/{id}/feedback", decision)
                .then()
                .statusCode(200)
                .body("feedbackDueOn", notNullValue())
                .body("items", hasSize(2))
                .body("items[0].department", equalTo("WH-CZJ"))
                .body("items[0].lines[0].result", equalTo("IMPLEMENTED"))
                .body("items[0].lines[0].amountCny", equalTo(1250000.5f))
                .body("current", hasSize(1))
                .body("current.result", contains("NOT_IMPLEMENTED"))
                .body("current.reason", contains("系误报"));
    }

    @Test
    void only_the_agency_that_asked_feeds_back_and_reads_it() {
        String tender = keys.key("WH-GGZY", Role.IMPLEMENTING_AGENCY);
        sending(tender, lines("""
                {"measure":"%s","listing":"%s","result":"IMPLEMENTED"}"""))
                .post("/v1/decisions/{id}/feedback", decision)
                .then()
                .statusCode(403)
                .body("code", equalTo("FEEDBACK_NOT_YOURS"));
        with(tender)
                .get("/v1/decisions/{id}/feedback", decision)
                .then()
                .statusCode(404)
                .body("code", equalTo("DECISION_NOT_FOUND"));
        with(keys.key("WH-XYB", Role.CREDIT_OFFICE))
                .get("/v1/decisions/{id}/feedback", decision)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void what_was_not_done_needs_a_reason_and_what_was_done_lies_not_ahead() {
        given("""
                {"measure":"%s","listing":"%s","result":"NOT_APPLICABLE"}""", today)
                .statusCode(422)
                .body("code", equalTo("FEEDBACK_REASON_REQUIRED"))
                .body("errors[0].pointer", equalTo("/lines/0/reason"));
        given("""
                {"measure":"%s","listing":"%s","result":"IMPLEMENTED","implementedOn":"%s"}""", today.plusDays(1))
                .statusCode(422)
                .body("code", equalTo("FIELD_RANGE"))
                .body("errors[0].pointer", equalTo("/lines/0/implementedOn"))
                .body("errors[0].message", equalTo("超出范围：≤ " + today));
        String line = """
                {"measure":"%s","listing":"%s","result":"IMPLEMENTED"}""".formatted(measure, listing);
        sending(finance, "{\"lines\":[" + line + "," + line + "]}")
                .post("/v1/decisions/{id}/feedback", decision)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/lines/1"));
    }

    @Test
    void a_projection_is_fed_back_on_by_nobody() {
        String id = sending(
                        finance,
                        Fixtures.question(Fixtures.organisation())
                                .replace("\"region\"", "\"asOf\":\"" + today.plusYears(1) + "\",\"region\""))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .body("projection", equalTo(true))
                .extract()
                .path("id");
        sending(finance, lines("""
                {"measure":"%s","listing":"%s","result":"IMPLEMENTED"}"""))
                .post("/v1/decisions/{id}/feedback", id)
                .then()
                .statusCode(422)
                .body("code", equalTo("FEEDBACK_NOT_DUE"));
    }

    private io.restassured.response.ValidatableResponse given(String line, LocalDate day) {
        return sending(finance, "{\"lines\":[" + line.formatted(measure, listing, day) + "]}")
                .post("/v1/decisions/{id}/feedback", decision)
                .then();
    }

    private String lines(String line) {
        return "{\"lines\":[" + line.formatted(measure, listing) + "]}";
    }
}
