package org.xinheng.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.testing.Api;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.PostgresResource;
import org.xinheng.testing.TestKeys;

/** Commitments, tiers and grades of organisations, and of nobody else (L8), over HTTP. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AppraisalApiTest {
    private static final LocalDate TODAY = Fixtures.today();

    @Inject
    TestKeys keys;

    private String registrar;

    @BeforeEach
    void aRegistrar() {
        registrar = keys.key("WH-SCJG", Role.IMPLEMENTING_AGENCY, Role.INITIATING_DEPARTMENT);
    }

    @Test
    void an_organisation_that_promised_may_be_approved_on_its_word() {
        String company = Fixtures.organisation();
        enter(commitment(company, "XYCN-1")).statusCode(201).body("commitment", nullValue());
        decided(company, "COMMITMENT_BASED_APPROVAL")
                .body("outcome", equalTo("FACILITATE"))
                .body("measures.source.rowCode", contains("XYFJ-001"));
    }

    @Test
    void a_breach_counts_from_its_day_and_the_earlier_day_is_left_as_it_was() {
        String company = Fixtures.organisation();
        String listing = enter(commitment(company, "XYCN-1")).extract().path("id");
        happened(listing, "COMMITMENT_BREACHED", TODAY.minusDays(3))
                .statusCode(201)
                .body("commitment.outcome", equalTo("BREACHED"))
                .body("commitment.effectiveOn", equalTo(TODAY.minusDays(3).toString()))
                .body("commitment.documentNumber", equalTo("核查1号"))
                .body("events", hasSize(0))
                .body("designation.ground", equalTo("XYCN-1"));
        decided(company, "COMMITMENT_BASED_APPROVAL")
                .body("outcome", equalTo("CAUTION"))
                .body("measures.measure", contains("XK-14"))
                .body("measures.source.rowCode", contains("XYFJ-002"));
        decided(company, "SUPERVISION_PLANNING").body("measures.source.rowCode", contains("XYFJ-003"));
        decidedAsOf(company, "COMMITMENT_BASED_APPROVAL", TODAY.minusDays(4))
                .body("measures.source.rowCode", contains("XYFJ-001"));
    }

    @Test
    void a_kept_commitment_goes_on_as_a_reward_and_has_one_end() {
        String company = Fixtures.organisation();
        String listing = enter(commitment(company, "XYCN-1")).extract().path("id");
        happened(listing, "COMMITMENT_KEPT", TODAY).statusCode(201).body("commitment.outcome", equalTo("KEPT"));
        decided(company, "COMMITMENT_BASED_APPROVAL").body("measures.source.rowCode", contains("XYFJ-001"));
        happened(listing, "COMMITMENT_BREACHED", TODAY).statusCode(409).body("code", equalTo("LISTING_EVENT_ORDER"));
    }

    @Test
    void a_list_that_holds_no_commitments_has_none_to_keep() {
        String listing = enter(tier("FJDFX", Fixtures.organisation(), "FJDFX-1", "无异常"))
                .extract()
                .path("id");
        happened(listing, "COMMITMENT_KEPT", TODAY)
                .statusCode(422)
                .body("code", equalTo("COMMITMENT_EXPECTED"))
                .body("errors[0].pointer", equalTo("/type"));
    }

    @Test
    void a_low_tier_is_inspected_less_and_a_high_one_more_by_the_registrar_alone() {
        String low = Fixtures.organisation();
        enter(tier("FJDFX", low, "FJDFX-1", "三年内无行政处罚")).statusCode(201);
        decided(low, "SUPERVISION_PLANNING")
                .body("outcome", equalTo("FACILITATE"))
                .body("measures.measure", contains("JG-04"));

        String high = Fixtures.organisation();
        enter(tier("FJGFX", high, "FJGFX-1", "两年内三次抽查不合格"))
                .statusCode(201)
                .body("designation.facts", equalTo("两年内三次抽查不合格"));
        decided(high, "SUPERVISION_PLANNING")
                .body("outcome", equalTo("SUPERVISE"))
                .body("measures.measure", contains("JG-01"));
        decided(high, "ADMINISTRATIVE_LICENCE").body("outcome", equalTo("CLEAR"));
    }

    @Test
    void a_tier_without_its_reasons_is_refused() {
        enter(tier("FJGFX", Fixtures.organisation(), "FJGFX-1", null))
                .statusCode(422)
                .body("code", equalTo("DESIGNATION_INCOMPLETE"))
                .body("errors.pointer", contains("/designation/facts"));
    }

    @Test
    void L8_no_commitment_tier_or_grade_of_a_person_is_taken_in() {
        for (String kind : new String[] {"XYCN", "FJDFX", "FJGFX"}) {
            enter(ofPerson(kind))
                    .statusCode(422)
                    .body("code", equalTo("APPRAISAL_OF_PERSON"))
                    .body("errors.pointer", contains("/subject/type"));
        }
        Api.sending(keys.key("WH-SWJ", Role.INITIATING_DEPARTMENT), ofPerson("AJNSR"))
                .post("/v1/listings")
                .then()
                .statusCode(422)
                .body("code", equalTo("APPRAISAL_OF_PERSON"));
    }

    @Test
    void L8_nor_is_a_person_reached_through_the_tier_of_an_organisation() {
        String body = tier("FJGFX", Fixtures.organisation(), "FJGFX-1", "多次不合格")
                .replace("\"region\"", """
                "responsiblePersons":[{"role":"LEGAL_REPRESENTATIVE","subject":
                {"type":"PERSON","scheme":"CITIZEN_ID","identifier":"%s","name":"测试人"}}],"region\"""".formatted(Fixtures.person()));
        enter(body)
                .statusCode(422)
                .body("code", equalTo("APPRAISAL_OF_PERSON"))
                .body("errors.pointer", contains("/responsiblePersons"));
    }

    @Test
    void the_register_says_which_lists_appraise() {
        Api.with(registrar)
                .queryParam("size", 1000)
                .get("/v1/registers/list-kinds")
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.appraisal != null }.code",
                        hasItems("XYCN", "FJDFX", "FJGFX", "AJNSR", "HGGJRZ"))
                .body("items.findAll { it.appraisal != null }.polarity.contains('BLACK')", is(false));
    }

    private ValidatableResponse enter(String body) {
        return Api.sending(registrar, body).post("/v1/listings").then();
    }

    private ValidatableResponse happened(String listing, String type, LocalDate on) {
        return Api.sending(registrar, """
                {"type":"%s","effectiveOn":"%s","reason":"经核查","documentNumber":"核查1号"}""".formatted(type, on))
                .post("/v1/listings/" + listing + "/events")
                .then();
    }

    private ValidatableResponse decided(String company, String matter) {
        return decided(company, matter, "");
    }

    private ValidatableResponse decidedAsOf(String company, String matter, LocalDate day) {
        return decided(company, matter, ",\"asOf\":\"" + day + "\",\"asOfReason\":\"复核\"");
    }

    private ValidatableResponse decided(String company, String matter, String more) {
        return Api.sending(registrar, """
                {"subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},"matter":"%s","region":"420100",
                 "purpose":"办理","caseNumber":"测试-1"%s}""".formatted(company, matter, more))
                .post("/v1/decisions")
                .then()
                .statusCode(201);
    }

    private static String commitment(String company, String ground) {
        return entry("XYCN", "ORGANISATION", "USCC", company, ground, "承诺十日内补齐材料");
    }

    private static String tier(String kind, String company, String ground, String reasons) {
        return entry(kind, "ORGANISATION", "USCC", company, ground, reasons);
    }

    private static String ofPerson(String kind) {
        return entry(kind, "PERSON", "CITIZEN_ID", Fixtures.person(), kind + "-1", "依据年度情况")
                .replace("\"region\"", "\"expiresOn\":\"" + TODAY.plusMonths(6) + "\",\"region\"");
    }

    private static String entry(
            String kind, String type, String scheme, String identifier, String ground, String facts) {
        return """
                {"listKind":"%s","subject":{"type":"%s","scheme":"%s","identifier":"%s","name":"示范主体"},
                 "designation":{"documentType":"OTHER_STATUTORY","documentNumber":"示范1号","documentDate":"%s",
                 "issuedBy":"武汉市市场监督管理局","ground":"%s","legalBases":[]%s},
                 "listedOn":"%s","region":"420100"}""".formatted(
                        kind,
                        type,
                        scheme,
                        identifier,
                        TODAY.minusDays(30),
                        ground,
                        facts == null ? "" : ",\"facts\":\"" + facts + "\"",
                        TODAY.minusDays(30));
    }
}
