package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.xinheng.api.ProofActors.asked;
import static org.xinheng.api.ProofActors.organisation;
import static org.xinheng.api.ProofActors.question;
import static org.xinheng.api.ProofActors.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.CallerKeys;
import org.xinheng.caller.Role;
import org.xinheng.testing.PostgresResource;

/** Why, why not, and what would lift it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ExplanationApiTest {
    @Inject
    CallerKeys callerKeys;

    @Inject
    Clock clock;

    private ProofActors actors;

    @BeforeEach
    void aDesk() {
        actors = new ProofActors(callerKeys, clock);
    }

    @Test
    void a_row_that_did_not_fire_names_the_cells_that_failed_with_what_they_wanted_and_what_they_met() {
        String supplier = organisation();
        actors.listed(supplier, actors.today.minusMonths(2), actors.today.plusMonths(6));
        var decision = actors.decided(supplier);
        with(actors.finance)
                .queryParam("rowCode", "NMGGZ-001")
                .get("/v1/decisions/{id}/explanation", decision.getString("id"))
                .then()
                .statusCode(200)
                .body("listed", is(true))
                .body("items", empty())
                .body("nearest.source.rowCode", equalTo(java.util.List.of("NMGGZ-001")))
                .body("nearest[0].distance", is(org.hamcrest.Matchers.greaterThan(0)))
                .body("nearest[0].conditions.find { it.heading == '名单种类' }.agreement", equalTo("FAILED"))
                .body("nearest[0].conditions.find { it.heading == '名单种类' }.wanted", equalTo("NMGGZ"))
                .body("nearest[0].conditions.find { it.heading == '名单种类' }.met", equalTo("ZFCG"))
                .body("nearest[0].conditions.find { it.heading == '名单种类' }.cell", startsWith("B"))
                .body("nearest[0].wouldFireIf[0]", containsString("“名单种类”"))
                .body("nearest[0].wouldFireIf[0]", containsString("拖欠农民工工资"));
    }

    @Test
    void an_applied_measure_says_what_lifts_it_by_the_terms_of_the_listing() {
        String supplier = organisation();
        var last = actors.today.plusMonths(6);
        actors.listed(supplier, actors.today.minusMonths(2), last);
        var decision = actors.decided(supplier);
        with(actors.finance)
                .queryParam("measure", decision.getString("measures[0].measure"))
                .get("/v1/decisions/{id}/explanation", decision.getString("id"))
                .then()
                .statusCode(200)
                .body("items[0].result", equalTo("APPLIED"))
                .body("items[0].heldBy", nullValue())
                .body("items[0].conditions.findAll { it.heading != '法规依据' }.agreement", everyItem(equalTo("MATCHED")))
                .body("items[0].conditions.find { it.heading == '法规依据' }.agreement", equalTo("NOT_COMPARED"))
                .body("items[0].wayOut.lapsesOn", equalTo(last.plusDays(1).toString()))
                .body("items[0].wayOut.conditions", equalTo("期限届满"))
                .body("items[0].wayOut.words", containsString("自" + last.plusDays(1) + "起自动失效"))
                .body("items[0].wayOut.restorationLifts", is(false))
                .body("items[0].wayOut.words", containsString("法律规定的期限不因信用修复缩短"))
                .body("nearest.measure", everyItem(equalTo(decision.getString("measures[0].measure"))));
    }

    @Test
    void an_applied_measure_says_from_which_day_on_restoration_may_lift_it() {
        String employer = organisation();
        var listedOn = actors.today.minusMonths(2);
        asked(actors.key("WH-RSJ", Role.INITIATING_DEPARTMENT), """
            {"listKind":"NMGGZ","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
             "gravity":"SERIOUS","designation":{"documentType":"LIST_DESIGNATION_DECISION",
             "documentNumber":"示范人社1号","documentDate":"%s","issuedBy":"武汉市人力资源和社会保障局","ground":"NMGGZ-1",
             "facts":"示范","legalBases":["NMGGZTL-48"],"priorNoticeOn":"%s","measuresReminded":true,
             "removalConditions":"改正","remedies":"行政复议"},"listedOn":"%s","expiresOn":"%s","region":"420100"}\
            """.formatted(
                                employer,
                                listedOn,
                                listedOn.minusDays(30),
                                listedOn,
                                listedOn.plusYears(3).minusDays(1)))
                .post("/v1/listings")
                .then()
                .statusCode(201);
        with(actors.finance)
                .queryParam("rowCode", "NMGGZ-002")
                .get("/v1/decisions/{id}/explanation", actors.decided(employer).getString("id"))
                .then()
                .statusCode(200)
                .body("items[0].result", equalTo("APPLIED"))
                .body("items[0].wayOut.restorationLifts", is(true))
                .body(
                        "items[0].wayOut.restorationPossibleFrom",
                        equalTo(listedOn.plusMonths(6).toString()))
                .body("items[0].wayOut.words", containsString("自" + listedOn.plusMonths(6) + "起可以申请信用修复"));
    }

    @Test
    void a_withheld_measure_names_the_rule_of_law_that_held_it_back_in_its_words() {
        String supplier = organisation();
        actors.listed(supplier, actors.today.minusMonths(2), actors.today.plusMonths(6));
        var decision = asked(
                        actors.finance,
                        question(supplier).replace("GOVERNMENT_PROCUREMENT_QUALIFICATION", "FISCAL_FUND_APPLICATION"))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .body("outcome", equalTo("REVIEW"))
                .extract()
                .jsonPath();
        var explained = with(actors.finance)
                .queryParam("rowCode", "ZFCG-007")
                .get("/v1/decisions/{id}/explanation", decision.getString("id"))
                .then()
                .statusCode(200)
                .body("items[0].reason", equalTo("BASIS_UNVERIFIED"))
                .body("items[0].wayOut", nullValue())
                .extract()
                .jsonPath();
        assertThat(explained.getList(
                        "items.findAll { it.reason == 'BASIS_UNVERIFIED' || it.reason == 'BASIS_NOT_IN_FORCE' }"))
                .isNotEmpty();
        assertThat(explained.getString("items[0].heldBy.id")).isEqualTo("L1-4");
        assertThat(explained.getString("items[0].heldBy.words")).isEqualTo("禁止和限制须以已核对原文的条文为依据");
        assertThat(explained.getString("text")).contains("规则 L1-4：禁止和限制须以已核对原文的条文为依据");
    }

    @Test
    void the_same_is_told_in_chinese_text() {
        String supplier = organisation();
        actors.listed(supplier, actors.today.minusMonths(2), actors.today.plusMonths(6));
        String id = actors.decided(supplier).getString("id");
        String text = with(actors.finance)
                .get("/v1/decisions/{id}/explanation", id)
                .then()
                .statusCode(200)
                .extract()
                .path("text");
        String asText = with(actors.finance)
                .accept("text/plain")
                .get("/v1/decisions/{id}/explanation", id)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/plain"))
                .extract()
                .asString();
        assertThat(asText).isEqualTo(text).contains("一、命中的措施行", "二、未命中的措施行", "政府采购法", "怎样解除", "若要命中");
    }

    @Test
    void a_subject_without_any_listing_is_told_so() {
        String id = actors.decided(organisation()).getString("id");
        with(actors.finance)
                .get("/v1/decisions/{id}/explanation", id)
                .then()
                .statusCode(200)
                .body("listed", is(false))
                .body("items", empty())
                .body("nearest.size()", is(10))
                .body("nearest.listing", everyItem(nullValue()))
                .body("nearest[0].wouldFireIf", hasItem(containsString("没有可用的名单记录")))
                .body("text", containsString("决策时该主体没有可用的名单记录"));
    }

    @Test
    void what_was_known_then_is_told_though_the_listing_has_been_removed_since() {
        String supplier = organisation();
        String listing = actors.listed(supplier, actors.today.minusMonths(2), actors.today.plusMonths(6));
        var decision = actors.decided(supplier);
        String before = with(actors.auditor)
                .get("/v1/decisions/{id}/explanation", decision.getString("id"))
                .asString();
        actors.removed(listing);
        assertThat(with(actors.auditor)
                        .get("/v1/decisions/{id}/explanation", decision.getString("id"))
                        .asString())
                .isEqualTo(before);
    }

    @Test
    void an_ended_listing_is_told_to_the_auditor_and_not_to_the_agency() {
        String supplier = organisation();
        actors.removed(actors.listed(supplier, actors.today.minusMonths(2), actors.today.plusMonths(6)));
        String id = actors.decided(supplier).getString("id");
        with(actors.auditor)
                .queryParam("measure", "ZF-01")
                .get("/v1/decisions/{id}/explanation", id)
                .then()
                .statusCode(200)
                .body("nearest.obstacles.flatten().code", hasItem("LISTING_REMOVED"));
        with(actors.finance)
                .queryParam("measure", "ZF-01")
                .get("/v1/decisions/{id}/explanation", id)
                .then()
                .statusCode(200)
                .body("nearest.obstacles.flatten().code", not(hasItem("LISTING_REMOVED")))
                .body("nearest.listing", everyItem(nullValue()));
    }

    @Test
    void a_row_that_the_release_does_not_have_is_refused() {
        String id = actors.decided(organisation()).getString("id");
        with(actors.finance)
                .queryParam("rowCode", "ZFCG-999")
                .get("/v1/decisions/{id}/explanation", id)
                .then()
                .statusCode(422)
                .body("code", equalTo("CODE_UNKNOWN"))
                .body("errors[0].pointer", equalTo("query:rowCode"));
    }
}
