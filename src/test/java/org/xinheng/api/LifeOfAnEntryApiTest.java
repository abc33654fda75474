package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.testing.Api;
import org.xinheng.testing.ClockToSet;
import org.xinheng.testing.DailyWork;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.Keys;
import org.xinheng.testing.PostgresResource;
import org.xinheng.testing.SettableClock;
import org.xinheng.testing.TestDatabase;

/** From the prior notice to the last measure lifted, and what a late entry touches, over HTTP. */
@QuarkusTest
@TestProfile(ClockToSet.class)
@QuarkusTestResource(PostgresResource.class)
class LifeOfAnEntryApiTest {
    private static final LocalDate NOTICED = LocalDate.parse("2026-09-01");
    private static final LocalDate LISTED = LocalDate.parse("2026-11-24");

    @Inject
    TestDatabase database;

    @Inject
    Keys keys;

    @Inject
    SettableClock clock;

    @Inject
    EntityManager entities;

    private String finance;
    private String trading;
    private String agent;
    private String creditOffice;

    @BeforeEach
    void fourDepartments() {
        on(LISTED);
        finance = keys.of("WH-CZJ", Role.IMPLEMENTING_AGENCY, Role.INITIATING_DEPARTMENT);
        trading = keys.of("WH-GGZY", Role.IMPLEMENTING_AGENCY);
        agent = keys.of("WH-DLJG", Role.IMPLEMENTING_AGENCY);
        creditOffice = keys.of("WH-XYB", Role.CREDIT_OFFICE);
    }

    @Test
    void the_whole_life_of_one_entry_among_four_departments_and_its_subject() {
        String company = Fixtures.organisation();
        String subject = keys.of(company, Role.SUBJECT);

        // the finance bureau gives notice, the company objects, and until it is answered there is no entry
        String notice = notice(company);
        Api.with(subject)
                .get("/v1/prior-notices/" + notice)
                .then()
                .statusCode(200)
                .body("state", equalTo("NOTICED"))
                .body("facts", equalTo("提供虚假材料"));
        Api.sending(subject, "{\"statement\":\"材料属实\"}")
                .post("/v1/prior-notices/" + notice + "/objections")
                .then()
                .statusCode(201)
                .body("state", equalTo("OBJECTED"));
        enter(company).statusCode(409).body("code", equalTo("PRIOR_NOTICE_OBJECTED"));
        answer(finance, notice, "DISMISSED").statusCode(201).body("state", equalTo("ANSWERED"));
        String listing = enter(company).statusCode(201).extract().path("id");

        // the agencies that the rules name are tasked; one acts, one does not
        made(listing);
        Map<String, Object> apply = task(trading, listing, "APPLY");
        Api.with(trading)
                .post("/v1/tasks/" + apply.get("id") + "/acknowledgement")
                .then()
                .statusCode(200);
        report(trading, apply).body("state", equalTo("DONE"));
        String decision = decided(trading, company)
                .body("outcome", equalTo("PROHIBIT"))
                .extract()
                .path("id");
        Api.sending(trading, """
                        {"lines":[{"measure":"ZF-01","listing":"%s","result":"IMPLEMENTED","implementedOn":"%s"}]}""".formatted(listing, LISTED))
                .post("/v1/decisions/" + decision + "/feedback")
                .then()
                .statusCode(201);
        on(LocalDate.parse("2026-12-16"));
        Api.with(creditOffice)
                .get("/v1/tasks?overdue=CREDIT_OFFICE&listing=" + listing)
                .then()
                .statusCode(200)
                .body("items.agency", hasItem("WH-DLJG"));
        report(agent, task(agent, listing, "APPLY")).body("state", equalTo("DONE"));

        // the company finds the entry; its objection marks the answer and is dismissed
        String found = own(subject)
                .body("items.standing", hasItem("IN_FORCE"))
                .extract()
                .path("items[0].id");
        assertThat(found).isEqualTo(listing);
        String objection = Api.sending(subject, "{\"statement\":\"处罚过重\"}")
                .post("/v1/listings/" + found + "/objections")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        own(subject).body("items[0].openObjection.id", equalTo(objection));
        decided(agent, company).body("measures[0].objectionOpen", is(true));
        Api.sending(finance, "{\"outcome\":\"DISMISSED\",\"reasons\":\"经核查\",\"documentNumber\":\"异复1号\"}")
                .post("/v1/objections/" + objection + "/answer")
                .then()
                .statusCode(201);

        // after a year it is restored: what the law lets it lift is lifted, the decided ban runs on
        on(LISTED.plusMonths(13));
        own(subject)
                .body("items[0].restoration.restorable", is(true))
                .body(
                        "items[0].restoration.earliestOn",
                        equalTo(LISTED.plusYears(1).toString()))
                .body("items[0].restoration.runsOn.measure", hasItem("ZF-01"));
        String restoration = Api.sending(subject, """
                        {"performedOn":"2027-10-01","promise":"承诺依法诚信经营","documents":["履行完毕证明"]}""")
                .post("/v1/listings/" + found + "/restorations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Api.sending(finance, "{\"granted\":true,\"reason\":\"条件具备\",\"documentNumber\":\"修1号\"}")
                .post("/v1/restorations/" + restoration + "/decision")
                .then()
                .statusCode(201);
        made(listing);
        decided(trading, company).body("measures.measure", hasItem("ZF-01"));
        assertThat(tasks(creditOffice, listing).getList("items.cause", String.class))
                .contains("ENTERED", "RESTORED");

        // then the penalty is revoked: everything that rested on it comes back to be undone, to the end
        Api.sending(finance, """
                        {"type":"REVOKED","effectiveOn":"%s","reason":"行政复议撤销","documentNumber":"复决1号"}""".formatted(LISTED.plusMonths(13)))
                .post("/v1/listings/" + listing + "/events")
                .then()
                .statusCode(201);
        made(listing);
        decided(trading, company).body("outcome", equalTo("CLEAR")).body("measures", hasSize(0));
        recall().get("/v1/listings/" + listing + "/recall?size=200")
                .then()
                .statusCode(200)
                .body("settled", is(false))
                .body("items.find { it.decision == '" + decision + "' }.reported", equalTo("IMPLEMENTED"));
        for (Map<String, Object> lift :
                tasks(creditOffice, listing).<Map<String, Object>>getList("items.findAll { it.kind == 'LIFT' }")) {
            report(keys.of((String) lift.get("agency"), Role.IMPLEMENTING_AGENCY), lift);
        }
        recall().get("/v1/listings/" + listing + "/recall?size=200")
                .then()
                .statusCode(200)
                .body("settled", is(true))
                .body("items.undone", everyItem(equalTo("IMPLEMENTED")));
        Api.with(finance)
                .get("/v1/listings/" + listing)
                .then()
                .statusCode(200)
                .body("status.standing", equalTo("REVOKED"));
    }

    @Test
    void no_entry_can_rest_on_a_notice_whose_objection_was_upheld_but_one_on_a_new_notice_can() {
        String company = Fixtures.organisation();
        String notice = notice(company);
        object(creditOffice, notice).statusCode(201);
        object(creditOffice, notice).statusCode(409).body("code", equalTo("OBJECTION_OPEN"));
        answer(keys.of("WH-SWJ", Role.INITIATING_DEPARTMENT), notice, "UPHELD")
                .statusCode(404)
                .body("code", equalTo("PRIOR_NOTICE_NOT_FOUND"));
        answer(finance, notice, "UPHELD").statusCode(201).body("state", equalTo("WITHDRAWN"));
        answer(finance, notice, "DISMISSED").statusCode(409).body("code", equalTo("OBJECTION_ANSWERED"));
        enter(company)
                .statusCode(409)
                .body("code", equalTo("PRIOR_NOTICE_WITHDRAWN"))
                .body("errors[0].pointer", equalTo("/designation/priorNoticeOn"));
        String later =
                entry(company).replace("\"priorNoticeOn\":\"" + NOTICED, "\"priorNoticeOn\":\"" + NOTICED.plusDays(9));
        Api.sending(finance, later)
                .post("/v1/listings")
                .then()
                .statusCode(409)
                .body("code", equalTo("PRIOR_NOTICE_WITHDRAWN"));
        fed(later).statusCode(422).body("errors.code", hasItem("PRIOR_NOTICE_WITHDRAWN"));
        Api.sending(
                        finance,
                        noticeBody(company)
                                .replace(NOTICED.toString(), NOTICED.plusDays(9).toString()))
                .post("/v1/prior-notices")
                .then()
                .statusCode(201);
        enter(company).statusCode(409).body("code", equalTo("PRIOR_NOTICE_WITHDRAWN"));
        Api.sending(finance, later).post("/v1/listings").then().statusCode(201);
    }

    @Test
    void a_file_that_says_what_stands_already_is_held_up_by_no_objection() {
        String company = Fixtures.organisation();
        enter(company).statusCode(201);
        String notice = notice(company);
        object(creditOffice, notice).statusCode(201);
        answer(finance, notice, "UPHELD").statusCode(201);
        fed(entry(company)).statusCode(201).body("unchanged", equalTo(1));
        fed(entry(company).replace("示范事实", "另一事实"))
                .statusCode(422)
                .body("errors.code", hasItem("PRIOR_NOTICE_WITHDRAWN"));

        String removal = """
                {"listKind":"ZFCG","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},
                 "operation":"REMOVE","removal":{"removedOn":"%s","reason":"移出","documentNumber":"移1号"}}""".formatted(company, LISTED);
        fed(removal, entry(company))
                .statusCode(422)
                .body("errors.code", hasItem("PRIOR_NOTICE_WITHDRAWN"))
                .body("errors.cell", hasItem("2/designation.priorNoticeOn"));
        fed(removal).statusCode(201).body("removed", equalTo(1));
    }

    @Test
    void a_batch_is_held_up_by_the_same_objection() {
        String company = Fixtures.organisation();
        object(creditOffice, notice(company)).statusCode(201);
        fed(entry(company)).statusCode(422).body("errors.code", hasItem("PRIOR_NOTICE_OBJECTED"));
        assertThat(Api.with(finance)
                        .get("/v1/listings?scheme=USCC&identifier=" + company)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void a_row_of_a_file_that_waits_while_its_notice_is_objected_to_is_refused() throws Exception {
        String company = Fixtures.organisation();
        String notice = notice(company);
        ExecutorService desks = Executors.newFixedThreadPool(2);
        try {
            AtomicReference<Future<?>> objecting = new AtomicReference<>();
            AtomicReference<Future<ValidatableResponse>> entering = new AtomicReference<>();
            // the objection has its turn when it comes to be kept; the row has been judged when its file waits for its
            // own
            database.holding("lock table prior_notice_objection in share mode", () -> {
                objecting.set(desks.submit(() -> object(creditOffice, notice).statusCode(201)));
                database.waitedFor("relation = 'prior_notice_objection'::regclass");
                entering.set(desks.submit(() -> fed(entry(company))));
                database.waitedFor("locktype = 'advisory'");
            });
            objecting.get().get(30, TimeUnit.SECONDS);
            entering.get()
                    .get(30, TimeUnit.SECONDS)
                    .statusCode(422)
                    .body("errors.code", hasItem("PRIOR_NOTICE_OBJECTED"))
                    .body("errors.cell", hasItem("1/designation.priorNoticeOn"));
        } finally {
            desks.shutdownNow();
        }
    }

    @Test
    void a_notice_is_given_by_who_may_determine_the_kind_and_read_by_whom_it_concerns() {
        String company = Fixtures.organisation();
        Api.sending(keys.of("WH-SWJ", Role.INITIATING_DEPARTMENT), noticeBody(company))
                .post("/v1/prior-notices")
                .then()
                .statusCode(403)
                .body("code", equalTo("LIST_KIND_NOT_YOURS"));
        Api.sending(finance, noticeBody(company).replace("ZFCG-2", "AQSC-1").replace("2026-09-01", "2027-09-01"))
                .post("/v1/prior-notices")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("GROUND_NOT_OF_LIST_KIND"))
                .body("errors.pointer", hasItem("/noticedOn"));
        String notice = notice(company);
        Api.with(keys.of(Fixtures.organisation(), Role.SUBJECT))
                .get("/v1/prior-notices/" + notice)
                .then()
                .statusCode(404);
        Api.with(keys.of(company, Role.SUBJECT))
                .get("/v1/prior-notices/" + notice)
                .then()
                .statusCode(200);
        List<?> readers = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select department from audit_entry where kind = 'PRIOR_NOTICE_READ'"
                                        + " and reference = :notice")
                        .setParameter("notice", notice)
                        .getResultList());
        assertThat(readers).isEqualTo(List.of(company));
        // an auditor reads every notice and answers none
        Api.sending(keys.of("WH-SWJ", Role.INITIATING_DEPARTMENT, Role.AUDITOR), """
                        {"outcome":"DISMISSED","reasons":"经复核","documentNumber":"复核1号"}""")
                .post("/v1/prior-notices/" + notice + "/answer")
                .then()
                .statusCode(403)
                .body("code", equalTo("LIST_KIND_NOT_YOURS"));
        Api.with(finance)
                .get("/v1/prior-notices/none")
                .then()
                .statusCode(404)
                .body("code", equalTo("PRIOR_NOTICE_NOT_FOUND"));
    }

    @Test
    void a_late_entry_is_reported_with_the_decisions_that_it_touches() {
        String company = Fixtures.organisation();
        on(LISTED);
        String touched = decided(trading, company)
                .body("outcome", equalTo("CLEAR"))
                .extract()
                .path("id");
        on(LISTED.plusDays(20));
        String listing = enter(company).statusCode(201).extract().path("id");
        decided(trading, company).body("outcome", equalTo("PROHIBIT"));
        JsonPath late = Api.with(finance)
                .get("/v1/late-listings?minDays=20&from=%s&to=%s".formatted(LISTED.plusDays(20), LISTED.plusDays(20)))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Object> entry = late.getMap("items.find { it.listing == '" + listing + "' }");
        assertThat(entry)
                .containsEntry("what", "LISTED")
                .containsEntry("daysLate", 20)
                .containsEntry("decisionsTouched", 1)
                .containsEntry("decisions", List.of(touched));
        Api.with(finance)
                .get("/v1/late-listings?minDays=21&from=%s".formatted(LISTED.plusDays(20)))
                .then()
                .statusCode(200)
                .body("items.find { it.listing == '" + listing + "' }", nullValue());
        enter(Fixtures.organisation()).statusCode(201);
        enter(Fixtures.organisation()).statusCode(201);
        List<String> together = new ArrayList<>();
        String at = "/v1/late-listings?size=200";
        for (String next = at; next != null; ) {
            JsonPath page =
                    Api.with(finance).get(next).then().statusCode(200).extract().jsonPath();
            together.addAll(page.getList("items.collect { it.listing + it.what }", String.class));
            next = page.getString("next") == null ? null : at + "&after=" + page.getString("next");
        }
        List<String> oneByOne = new ArrayList<>();
        for (String next = at.replace("200", "1"); next != null && oneByOne.size() < together.size() + 1; ) {
            JsonPath page =
                    Api.with(finance).get(next).then().statusCode(200).extract().jsonPath();
            oneByOne.addAll(page.getList("items.collect { it.listing + it.what }", String.class));
            next = page.getString("next") == null ? null : at.replace("200", "1") + "&after=" + page.getString("next");
        }
        assertThat(together).hasSizeGreaterThan(2);
        assertThat(oneByOne).contains(listing + "LISTED").isEqualTo(together).doesNotHaveDuplicates();
        Api.with(finance)
                .get("/v1/late-listings?after=someText")
                .then()
                .statusCode(400)
                .body("code", equalTo("PARAMETER_INVALID"));
        Api.with(keys.of("WH-RSJ", Role.INITIATING_DEPARTMENT))
                .get("/v1/late-listings")
                .then()
                .statusCode(200)
                .body("items.findAll { it.department != 'WH-RSJ' }", hasSize(0));
    }

    @Test
    void how_an_entry_stood_is_told_by_the_day_and_by_what_was_known() {
        String company = Fixtures.organisation();
        String listing = enter(company).statusCode(201).extract().path("id");
        int knownAt = Api.with(finance)
                .get("/v1/listings/" + listing)
                .then()
                .statusCode(200)
                .extract()
                .path("knownAt");
        on(LISTED.plusDays(30));
        Api.sending(finance, """
                        {"type":"REVOKED","effectiveOn":"%s","reason":"撤销","documentNumber":"文1号"}""".formatted(LISTED.plusDays(10)))
                .post("/v1/listings/" + listing + "/events")
                .then()
                .statusCode(201);
        assertThat(inForce(company, LISTED.plusDays(9), null)).containsExactly(listing);
        assertThat(inForce(company, LISTED.plusDays(10), null)).isEmpty();
        assertThat(inForce(company, LISTED.plusDays(10), knownAt))
                .as("as it was known before the revocation")
                .containsExactly(listing);
        assertThat(inForce(company, LISTED.plusDays(10), knownAt - 1)).isEmpty();
        Map<String, Object> backDated = Api.with(finance)
                .get("/v1/late-listings?size=200&minDays=20&from=%s&to=%s"
                        .formatted(LISTED.plusDays(30), LISTED.plusDays(30)))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("items.find { it.listing == '" + listing + "' && it.what == 'REVOKED' }");
        assertThat(backDated)
                .containsEntry("daysLate", 20)
                .containsEntry("effectiveOn", LISTED.plusDays(10).toString());
    }

    private static ValidatableResponse own(String subject) {
        return Api.with(subject).get("/v1/me/listings").then().statusCode(200).body("items", hasSize(1));
    }

    private List<String> inForce(String company, LocalDate day, Integer knownAt) {
        var request = Api.with(finance)
                .queryParam("scheme", "USCC")
                .queryParam("identifier", company)
                .queryParam("inForceOn", day.toString());
        if (knownAt != null) {
            request.queryParam("knownAt", knownAt);
        }
        return request.get("/v1/listings")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private io.restassured.specification.RequestSpecification recall() {
        return Api.with(finance);
    }

    private void on(LocalDate day) {
        clock.set(day.atTime(10, 0).atZone(clock.getZone()).toInstant());
    }

    private static String noticeBody(String company) {
        return """
                {"listKind":"ZFCG","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                 "region":"420100","ground":"ZFCG-2","legalBases":["ZFCGF-77"],"facts":"提供虚假材料",
                 "noticedOn":"2026-09-01"}""".formatted(company);
    }

    private String notice(String company) {
        return Api.sending(finance, noticeBody(company))
                .post("/v1/prior-notices")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse object(String key, String notice) {
        return Api.sending(key, "{\"statement\":\"材料属实\"}")
                .post("/v1/prior-notices/" + notice + "/objections")
                .then();
    }

    private static ValidatableResponse answer(String key, String notice, String outcome) {
        return Api.sending(key, """
                        {"outcome":"%s","reasons":"经复核","documentNumber":"复核1号"}""".formatted(outcome))
                .post("/v1/prior-notices/" + notice + "/answer")
                .then();
    }

    private static String entry(String company) {
        return Fixtures.procurementBan(company, LISTED, LISTED.plusYears(2).minusDays(1))
                .replace("\"priorNoticeOn\":\"" + LISTED.minusDays(30), "\"priorNoticeOn\":\"" + NOTICED);
    }

    private ValidatableResponse enter(String company) {
        return Api.sending(finance, entry(company)).post("/v1/listings").then();
    }

    private ValidatableResponse fed(String... lines) {
        String file = Arrays.stream(lines)
                .map(line -> line.replaceAll("\\s*\n\\s*", "") + "\n")
                .collect(Collectors.joining());
        return Api.with(finance)
                .queryParam("listKind", "ZFCG")
                .contentType("application/x-ndjson")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/listing-batches")
                .then();
    }

    private static ValidatableResponse decided(String key, String company) {
        return Api.sending(key, Fixtures.question(company))
                .post("/v1/decisions")
                .then()
                .statusCode(201);
    }

    private void made(String listing) {
        DailyWork.tasksMade(finance, listing);
    }

    private static JsonPath tasks(String key, String listing) {
        return Api.with(key)
                .get("/v1/tasks?size=200&listing=" + listing)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> task(String key, String listing, String kind) {
        return tasks(key, listing).getMap("items.find { it.kind == '" + kind + "' }");
    }

    private static ValidatableResponse report(String key, Map<String, Object> task) {
        return Api.sending(key, "{\"lines\":[" + DailyWork.linesOf(task, "IMPLEMENTED") + "]}")
                .post("/v1/tasks/" + task.get("id") + "/feedback")
                .then()
                .statusCode(201);
    }
}
