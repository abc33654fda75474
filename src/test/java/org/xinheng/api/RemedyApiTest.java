package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.testing.Api;
import org.xinheng.testing.ClockToSet;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.Keys;
import org.xinheng.testing.PostgresResource;
import org.xinheng.testing.SettableClock;
import org.xinheng.testing.TestDatabase;

/** What a subject can do about an entry, and what became of the act beneath it, over HTTP. */
@QuarkusTest
@TestProfile(ClockToSet.class)
@QuarkusTestResource(PostgresResource.class)
class RemedyApiTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static int nextSubject;

    @Inject
    Keys keys;

    @Inject
    SettableClock clock;

    @Inject
    TestDatabase database;

    private String finance;
    private String creditOffice;

    @BeforeEach
    void aFinanceBureauOnAKnownDay() {
        on(TODAY);
        finance = keys.of("WH-CZJ", Role.IMPLEMENTING_AGENCY, Role.INITIATING_DEPARTMENT);
        creditOffice = keys.of("WH-XYB", Role.CREDIT_OFFICE);
    }

    @Test
    void an_objection_of_the_subject_marks_the_next_answer_and_suspends_nothing() {
        String supplier = organisation();
        String listing = listed(supplier, "420100", TODAY.minusMonths(13));
        object(keys.of(supplier, Role.SUBJECT), listing)
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .body("filedBy", equalTo(supplier));

        decided(supplier, "420100").body("outcome", equalTo("PROHIBIT")).body("measures[0].objectionOpen", is(true));
    }

    @Test
    void a_subject_cannot_object_to_the_entry_of_another() {
        String listing = listed(organisation(), "420100", TODAY.minusMonths(2));
        object(keys.of(organisation(), Role.SUBJECT), listing)
                .statusCode(404)
                .body("code", equalTo("LISTING_NOT_FOUND"));
    }

    @Test
    void an_objection_that_waits_stays_listed_when_another_was_answered() {
        String waiting = object(creditOffice, listed(organisation(), "420100", TODAY.minusMonths(2)))
                .statusCode(201)
                .extract()
                .path("id");
        String answered = object(creditOffice, listed(organisation(), "420100", TODAY.minusMonths(2)))
                .statusCode(201)
                .extract()
                .path("id");
        answer(finance, answered, "DISMISSED");
        open(creditOffice, false)
                .body("items.id", hasItem(waiting))
                .body("items.findAll { it.id == '" + answered + "' }", hasSize(0));
    }

    @Test
    void in_wuhan_no_limit_is_known_and_none_is_invented() {
        object(creditOffice, listed(organisation(), "420100", TODAY.minusMonths(2)))
                .statusCode(201)
                .body("limit", nullValue())
                .body("answerBy", nullValue())
                .body("notices.code", hasItem("OBJECTION_LIMIT_UNKNOWN"));
    }

    @Test
    void in_yichang_the_answer_is_due_within_five_working_days_and_cannot_be_put_off() {
        String yichang = keys.of("YC-CZJ", Role.INITIATING_DEPARTMENT);
        String objection = object(creditOffice, listed(yichang, organisation(), "420500", TODAY.minusMonths(2)))
                .statusCode(201)
                .body("limit", equalTo("YY-YC"))
                .body("markBy", equalTo("2026-11-24"))
                // Tuesday: 25, 26, 27, 30 November, 1 December
                .body("answerBy", equalTo("2026-12-01"))
                .body("late", is(false))
                .extract()
                .path("id");
        post(yichang, "/v1/objections/" + objection + "/extension", "{\"reason\":\"核实\"}")
                .statusCode(409)
                .body("code", equalTo("OBJECTION_NOT_EXTENDABLE"));

        on(LocalDate.parse("2026-12-01"));
        open(creditOffice, true).body("items.findAll { it.id == '" + objection + "' }", hasSize(0));
        on(LocalDate.parse("2026-12-02"));
        open(creditOffice, true).body("items.find { it.id == '" + objection + "' }.late", is(true));
    }

    @Test
    void an_upheld_objection_takes_the_entry_off_the_list_at_once() {
        String supplier = organisation();
        String listing = listed(supplier, "420100", TODAY.minusMonths(2));
        String objection = object(creditOffice, listing).extract().path("id");
        answer(finance, objection, "UPHELD").statusCode(201).body("state", equalTo("UPHELD"));

        decided(supplier, "420100").body("outcome", equalTo("CLEAR")).body("measures", hasSize(0));
        read(finance, "/v1/listings/" + listing)
                .body("status.standing", equalTo("REMOVED"))
                .body("events.type", containsInAnyOrder("OBJECTED", "OBJECTION_CLOSED", "REMOVED"));
    }

    @Test
    void a_dismissed_objection_takes_the_mark_away_and_leaves_the_measure() {
        String supplier = organisation();
        String listing = listed(supplier, "420100", TODAY.minusMonths(2));
        String objection = object(creditOffice, listing).extract().path("id");
        answer(finance, objection, "DISMISSED").statusCode(201).body("answer.outcome", equalTo("DISMISSED"));

        decided(supplier, "420100").body("outcome", equalTo("PROHIBIT")).body("measures[0].objectionOpen", is(false));
        answer(finance, objection, "UPHELD").statusCode(409).body("code", equalTo("OBJECTION_ANSWERED"));
        read(keys.of(supplier, Role.SUBJECT), "/v1/objections/" + objection)
                .body("answer.reasons", equalTo("经核查"))
                .body("answer.documentNumber", equalTo("异复1号"));
    }

    @Test
    void an_answer_without_its_reasons_is_none() {
        String objection = object(creditOffice, listed(organisation(), "420100", TODAY.minusMonths(2)))
                .extract()
                .path("id");
        post(
                        finance,
                        "/v1/objections/" + objection + "/answer",
                        "{\"outcome\":\"DISMISSED\",\"documentNumber\":\"异复1号\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reasons"));
        read(finance, "/v1/objections/" + objection).body("state", equalTo("OPEN"));
    }

    @Test
    void only_the_department_that_made_the_entry_answers() {
        String listing = listed(organisation(), "420100", TODAY.minusMonths(2));
        String objection = object(creditOffice, listing).extract().path("id");
        answer(keys.of("WH-SWJ", Role.INITIATING_DEPARTMENT), objection, "UPHELD")
                .statusCode(403)
                .body("code", equalTo("LIST_KIND_NOT_YOURS"));
    }

    @Test
    void a_second_objection_waits_for_the_answer_to_the_first() {
        String listing = listed(organisation(), "420100", TODAY.minusMonths(2));
        object(creditOffice, listing).statusCode(201);
        object(creditOffice, listing).statusCode(409).body("code", equalTo("OBJECTION_OPEN"));
    }

    @Test
    void what_the_subject_said_is_told_only_where_one_objection_is_read() {
        String listing = listed(organisation(), "420100", TODAY.minusMonths(2));
        String objection = object(creditOffice, listing)
                .body("statement", nullValue())
                .extract()
                .path("id");
        read(finance, "/v1/objections/" + objection).body("statement", equalTo("与事实不符"));
        read(finance, "/v1/listings/" + listing + "/objections").body("items[0].statement", nullValue());
    }

    @Test
    void a_serious_entry_may_be_restored_after_a_year_and_the_outlook_says_from_when() {
        String supplier = organisation();
        LocalDate listedOn = TODAY.minusMonths(2);
        String listing = listed(supplier, "420100", listedOn);
        String subject = keys.of(supplier, Role.SUBJECT);
        read(subject, "/v1/listings/" + listing + "/restorations")
                .body("restorable", is(true))
                .body("earliestOn", equalTo(listedOn.plusYears(1).toString()))
                .body(
                        "publicityEndsOn",
                        equalTo(listedOn.plusYears(2).minusDays(1).toString()))
                .body("lapsesOn", equalTo(listedOn.plusYears(2).minusDays(1).toString()))
                .body("decidedBy", equalTo("WH-CZJ"))
                .body("rule.code", equalTo("XF36-SERIOUS"))
                .body("rule.conditions", containsString("公开作出信用承诺"))
                .body("rule.documents", containsString("信用承诺书"))
                .body("rule.decideWithinWorkingDays", nullValue())
                .body("applications", hasSize(0));
        apply(subject, listing)
                .statusCode(422)
                .body("code", equalTo("RESTORATION_TOO_EARLY"))
                .body("detail", containsString(listedOn.plusYears(1).toString()));

        on(listedOn.plusYears(1));
        apply(subject, listing).statusCode(201).body("state", equalTo("OPEN")).body("decideBy", nullValue());
    }

    @Test
    void what_cannot_be_restored_says_so_with_the_text_that_rules_it_out_and_when_it_lapses() {
        on(LocalDate.parse("2026-03-20"));
        String supplier = organisation();
        LocalDate listedOn = LocalDate.parse("2025-01-10");
        String listing = listed(supplier, "420100", listedOn);
        String subject = keys.of(supplier, Role.SUBJECT);
        read(subject, "/v1/listings/" + listing + "/restorations")
                .body("restorable", is(false))
                .body("earliestOn", nullValue())
                .body("rule.code", equalTo("XF58-LIST"))
                .body("rule.conditions", containsString("不单独修复"))
                .body("lapsesOn", equalTo(listedOn.plusYears(2).minusDays(1).toString()));
        apply(subject, listing)
                .statusCode(422)
                .body("code", equalTo("RESTORATION_NOT_POSSIBLE"))
                .body("detail", containsString("严重失信主体名单不单独修复"));
        read(subject, "/v1/listings/" + listing + "/restorations").body("applications", hasSize(0));
    }

    @Test
    void in_henan_the_answer_is_put_off_once_and_in_time() {
        String xinxiang = keys.of("XX-CZJ", Role.INITIATING_DEPARTMENT);
        List<String> objections = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            objections.add(object(creditOffice, listed(xinxiang, organisation(), "410700", TODAY.minusMonths(2)))
                    .statusCode(201)
                    .body("limit", equalTo("YY-HEN"))
                    // Tuesday: 25, 26, 27 November
                    .body("answerBy", equalTo("2026-11-27"))
                    .extract()
                    .path("id"));
        }
        String putOff = "/v1/objections/" + objections.get(0) + "/extension";
        // and 30 November, 1, 2, 3 December
        post(xinxiang, putOff, "{\"reason\":\"核实\"}").statusCode(201).body("answerBy", equalTo("2026-12-03"));
        post(xinxiang, putOff, "{\"reason\":\"再核实\"}")
                .statusCode(409)
                .body("code", equalTo("OBJECTION_NOT_EXTENDABLE"));
        on(LocalDate.parse("2026-11-28"));
        post(xinxiang, "/v1/objections/" + objections.get(1) + "/extension", "{\"reason\":\"核实\"}")
                .statusCode(409)
                .body("code", equalTo("OBJECTION_NOT_EXTENDABLE"));
        open(creditOffice, true).body("items.id", hasItem(objections.get(1)));
    }

    @Test
    void a_restoration_is_decided_by_who_determined_and_neither_it_nor_its_performance_is_dated_otherwise() {
        String listing = listed(organisation(), "420100", TODAY.minusMonths(13));
        post(creditOffice, "/v1/listings/" + listing + "/restorations", """
                        {"performedOn":"%s","promise":"承诺依法诚信经营","documents":["履行完毕证明"]}""".formatted(TODAY.plusDays(1)))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/performedOn"));
        String restoration =
                apply(creditOffice, listing).statusCode(201).extract().path("id");
        rule(keys.of("WH-SWJ", Role.INITIATING_DEPARTMENT), restoration, true)
                .statusCode(403)
                .body("code", equalTo("LIST_KIND_NOT_YOURS"));
        post(finance, "/v1/restorations/" + restoration + "/decision", """
                        {"granted":true,"effectiveOn":"%s","reason":"条件具备","documentNumber":"修1号"}""".formatted(TODAY.minusDays(1)))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/effectiveOn"));
        read(finance, "/v1/listings/" + listing).body("status.standing", equalTo("IN_FORCE"));
    }

    @Test
    void of_a_grant_and_a_refusal_at_once_the_first_counts_and_the_second_is_told_so() {
        String listing = listed(organisation(), "420100", TODAY.minusMonths(13));
        String restoration =
                apply(creditOffice, listing).statusCode(201).extract().path("id");
        List<CompletableFuture<ValidatableResponse>> answers = new ArrayList<>();
        database.holding("lock table credit_restoration_decision in exclusive mode", () -> {
            for (boolean granted : List.of(true, false)) {
                answers.add(CompletableFuture.supplyAsync(() -> rule(finance, restoration, granted)));
            }
            await().until(() -> database.column("""
                            select 1 from pg_locks where not granted
                              and (locktype = 'advisory' or relation = 'credit_restoration_decision'::regclass)
                            """).size() >= 2);
        });

        List<Integer> reported = answers.stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.extract().statusCode())
                .toList();
        assertThat(reported).containsExactlyInAnyOrder(201, 409);
        answers.get(reported.indexOf(409)).join().body("code", equalTo("RESTORATION_DECIDED"));
        read(finance, "/v1/listings/" + listing)
                .body("status.standing", equalTo(reported.get(0) == 201 ? "RESTORED" : "IN_FORCE"));
    }

    @Test
    void a_granted_restoration_leaves_the_term_that_the_penalty_fixed_running() {
        String supplier = organisation();
        String listing = listed(supplier, "420100", TODAY.minusMonths(13));
        String restoration =
                apply(creditOffice, listing).statusCode(201).extract().path("id");
        apply(creditOffice, listing).statusCode(409).body("code", equalTo("RESTORATION_OPEN"));
        rule(finance, restoration, true).statusCode(201).body("state", equalTo("GRANTED"));
        rule(finance, restoration, true).statusCode(409).body("code", equalTo("RESTORATION_DECIDED"));

        read(finance, "/v1/listings/" + listing).body("status.standing", equalTo("RESTORED"));
        assertThat(decided(supplier, "420100").extract().jsonPath().getList("measures.effect"))
                .as("禁止参加政府采购 is a term of the penalty decision, no measure of the list")
                .contains("PROHIBIT");
        apply(creditOffice, listing).statusCode(409).body("code", equalTo("LISTING_OVER"));
    }

    @Test
    void a_refused_application_changes_nothing_and_may_be_made_again() {
        String listing = listed(organisation(), "420100", TODAY.minusMonths(13));
        String restoration = apply(creditOffice, listing).extract().path("id");
        rule(finance, restoration, false)
                .statusCode(201)
                .body("state", equalTo("REFUSED"))
                .body("decision.effectiveOn", nullValue());
        read(finance, "/v1/listings/" + listing).body("status.standing", equalTo("IN_FORCE"));
        apply(creditOffice, listing).statusCode(201);
    }

    @Test
    void a_stay_suspends_the_measure_and_its_end_brings_it_back() {
        String supplier = organisation();
        String listing = listed(supplier, "420100", TODAY.minusMonths(2));
        happened(finance, listing, "STAY_ENDED").statusCode(409).body("code", equalTo("LISTING_EVENT_ORDER"));
        happened(finance, listing, "STAYED").statusCode(201).body("status.standing", equalTo("STAYED"));
        decided(supplier, "420100").body("measures", hasSize(0)).body("withheld.reason", hasItem("SUSPENDED"));
        happened(finance, listing, "STAYED").statusCode(409).body("code", equalTo("LISTING_EVENT_ORDER"));
        happened(finance, listing, "STAY_ENDED").statusCode(201);
        decided(supplier, "420100").body("outcome", equalTo("PROHIBIT"));
    }

    @Test
    void revocation_of_the_act_ends_the_entry_and_nothing_can_follow() {
        String supplier = organisation();
        String listing = listed(supplier, "420100", TODAY.minusMonths(2));
        happened(finance, listing, "REVOKED").statusCode(201).body("status.standing", equalTo("REVOKED"));
        decided(supplier, "420100").body("outcome", equalTo("CLEAR"));
        happened(finance, listing, "STAYED").statusCode(409).body("code", equalTo("LISTING_OVER"));
        object(creditOffice, listing).statusCode(409).body("code", equalTo("LISTING_OVER"));
    }

    @Test
    void a_plan_of_reorganisation_lifts_for_its_time_only() {
        String supplier = organisation();
        String listing = listed(supplier, "420100", TODAY.minusMonths(2));
        happened(finance, listing, "REORGANISATION_BEGUN").statusCode(201).body("status.standing", equalTo("RESTORED"));
        happened(finance, listing, "REORGANISATION_ENDED").statusCode(201).body("status.standing", equalTo("IN_FORCE"));
    }

    @Test
    void an_early_exit_waits_for_its_shortest_time_and_a_correction_does_not() {
        String labour = keys.of("WH-RSJ", Role.INITIATING_DEPARTMENT);
        String listing = listedForWages(labour, organisation(), TODAY.minusMonths(2));
        String removal = """
                {"removedOn":"%s","reason":"已支付","documentNumber":"移出1号"%s}""";
        post(labour, "/v1/listings/" + listing + "/removal", removal.formatted(TODAY, ""))
                .statusCode(422)
                .body("code", equalTo("REMOVAL_TOO_EARLY"))
                .body("errors[0].pointer", equalTo("/removedOn"))
                .body(
                        "detail",
                        containsString(TODAY.minusMonths(2).plusMonths(6).toString()));
        post(labour, "/v1/listings/" + listing + "/removal", removal.formatted(TODAY, ",\"correction\":true"))
                .statusCode(201)
                .body("status.standing", equalTo("REMOVED"));
    }

    private void on(LocalDate day) {
        clock.set(day.atTime(10, 0).atZone(clock.getZone()).toInstant());
    }

    private ValidatableResponse object(String key, String listing) {
        return post(key, "/v1/listings/" + listing + "/objections", "{\"statement\":\"与事实不符\"}");
    }

    private ValidatableResponse answer(String key, String objection, String outcome) {
        return post(key, "/v1/objections/" + objection + "/answer", """
                {"outcome":"%s","reasons":"经核查","documentNumber":"异复1号"}""".formatted(outcome));
    }

    private ValidatableResponse apply(String key, String listing) {
        return post(key, "/v1/listings/" + listing + "/restorations", """
                {"performedOn":"2026-10-01","promise":"承诺依法诚信经营","documents":["履行完毕证明"]}""");
    }

    private ValidatableResponse rule(String key, String restoration, boolean granted) {
        return post(key, "/v1/restorations/" + restoration + "/decision", """
                {"granted":%s,"reason":"经审查","documentNumber":"修1号"}""".formatted(granted));
    }

    private ValidatableResponse happened(String key, String listing, String type) {
        return post(key, "/v1/listings/" + listing + "/events", """
                {"type":"%s","effectiveOn":"%s","reason":"依文书","documentNumber":"文1号"}""".formatted(type, TODAY));
    }

    private ValidatableResponse decided(String supplier, String region) {
        return post(finance, "/v1/decisions", """
                {"subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},
                 "matter":"GOVERNMENT_PROCUREMENT_QUALIFICATION","region":"%s",
                 "purpose":"供应商资格审查","caseNumber":"测试-1"}""".formatted(supplier, region)).statusCode(201);
    }

    private ValidatableResponse open(String key, boolean overdue) {
        return Api.given()
                .auth()
                .oauth2(key)
                .queryParam("overdue", overdue)
                .queryParam("size", 200)
                .get("/v1/objections")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse read(String key, String path) {
        return Api.given().auth().oauth2(key).get(path).then().statusCode(200);
    }

    private static ValidatableResponse post(String key, String path, String body) {
        return Api.given()
                .auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    private String listed(String supplier, String region, LocalDate from) {
        return listed(finance, supplier, region, from);
    }

    private static String listed(String key, String supplier, String region, LocalDate from) {
        LocalDate to = from.plusYears(2).minusDays(1);
        return post(key, "/v1/listings", """
                        {"listKind":"ZFCG","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                         "gravity":"SERIOUS","designation":{"documentType":"ADMINISTRATIVE_PENALTY_DECISION",
                         "documentNumber":"示范罚1号","documentDate":"%s","issuedBy":"财政局","ground":"ZFCG-2","facts":"示范",
                         "legalBases":["ZFCGF-77"],"priorNoticeOn":"%s","measuresReminded":true,
                         "removalConditions":"期限届满","remedies":"行政复议"},"listedOn":"%s","expiresOn":"%s",
                         "decidedTerm":{"from":"%s","to":"%s"},"region":"%s"}""".formatted(supplier, from, from.minusDays(30), from, to, from, to, region))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String listedForWages(String key, String employer, LocalDate from) {
        return post(key, "/v1/listings", """
                        {"listKind":"NMGGZ","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                         "gravity":"SERIOUS","designation":{"documentType":"LIST_DESIGNATION_DECISION",
                         "documentNumber":"示范列1号","documentDate":"%s","issuedBy":"人社局","ground":"NMGGZ-1","facts":"示范",
                         "legalBases":["NMGGZTL-48"],"priorNoticeOn":"%s","measuresReminded":true,
                         "removalConditions":"支付完毕","remedies":"行政复议"},"listedOn":"%s","expiresOn":"%s",
                         "region":"420100"}""".formatted(
                                employer,
                                from,
                                from.minusDays(30),
                                from,
                                from.plusYears(3).minusDays(1)))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static synchronized String organisation() {
        nextSubject++;
        return Fixtures.organisation("91420100", String.format(Locale.ROOT, "RM%06d", nextSubject));
    }
}
