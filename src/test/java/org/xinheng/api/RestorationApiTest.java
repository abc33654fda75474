package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.caller.Role;
import org.xinheng.testing.Api;
import org.xinheng.testing.ClockToSet;
import org.xinheng.testing.DailyWork;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.Keys;
import org.xinheng.testing.PostgresResource;
import org.xinheng.testing.SettableClock;

/** Credit restoration by the order in force on the day: what it asks, by when, and what ends with it, over HTTP. */
@QuarkusTest
@TestProfile(ClockToSet.class)
@QuarkusTestResource(PostgresResource.class)
class RestorationApiTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @Inject
    Keys keys;

    @Inject
    SettableClock clock;

    private String finance;
    private String creditOffice;

    @BeforeEach
    void aFinanceBureauAndACreditOfficeOnAKnownDay() {
        on(TODAY);
        finance = keys.of("WH-CZJ", Role.IMPLEMENTING_AGENCY, Role.INITIATING_DEPARTMENT);
        creditOffice = keys.of("WH-XYB", Role.CREDIT_OFFICE);
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT,   XF36-LIGHT,   2026-11-10, 2027-02-09, , 3 months",
        "GENERAL, XF36-GENERAL, 2027-02-10, 2027-11-09, 3 months, 1 years",
        "SERIOUS, XF36-SERIOUS, 2027-11-10, 2029-11-09, 1 years, 3 years"
    })
    void each_gravity_has_its_shortest_and_its_longest_publicity_by_the_order(
            String gravity, String rule, String earliestOn, String publicityEndsOn, String least, String longest) {
        LocalDate from = LocalDate.parse("2026-11-10");
        String listing =
                listed(Fixtures.organisation(), gravity, from, from.plusYears(3).minusDays(1));
        outlook(listing)
                .body("restorable", is(true))
                .body("rule.code", equalTo(rule))
                .body("rule.least", least == null ? nullValue() : equalTo(least))
                .body("rule.longest", equalTo(longest))
                .body("earliestOn", equalTo(earliestOn))
                .body("publicityEndsOn", equalTo(publicityEndsOn))
                .body("rule.source", containsString("第36号"))
                .body("rule.conditions", containsString("公开作出信用承诺"))
                .body("rule.documents", containsString("履行完毕的证明"));
        boolean atOnce = least == null;
        apply(listing, TODAY.minusDays(1))
                .statusCode(atOnce ? 201 : 422)
                .body(atOnce ? "state" : "code", equalTo(atOnce ? "OPEN" : "RESTORATION_TOO_EARLY"));
    }

    @Test
    void the_earlier_order_counts_for_the_days_before_the_first_of_april_and_its_limit_does_not_carry_over() {
        on(LocalDate.parse("2026-03-31"));
        String developer = keys.of("WH-FGW", Role.INITIATING_DEPARTMENT);
        LocalDate from = LocalDate.parse("2025-03-01");
        String before = order(developer, from);
        String after = order(developer, from);
        outlook(before)
                .body("rule.code", equalTo("XF58"))
                .body("rule.source", containsString("第58号"))
                .body("rule.decideWithinWorkingDays", equalTo(10))
                .body("rule.shareWithinWorkingDays", equalTo(3));
        // Tuesday 31 March: 1, 2, 3 April, then Qingming from the 4th to the 6th, 7, 8, 9, 10, 13, 14, 15
        apply(before, LocalDate.parse("2026-03-01"))
                .statusCode(201)
                .body("rule", equalTo("XF58"))
                .body("decideBy", equalTo("2026-04-15"));

        on(LocalDate.parse("2026-04-01"));
        outlook(after)
                .body("rule.code", equalTo("XF36-SERIOUS"))
                .body("rule.source", containsString("第36号"))
                .body("rule.decideWithinWorkingDays", nullValue())
                .body("rule.shareWithinWorkingDays", nullValue());
        apply(after, LocalDate.parse("2026-03-01"))
                .statusCode(201)
                .body("rule", equalTo("XF36-SERIOUS"))
                .body("decideBy", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"promise\":\"承诺守信\",\"documents\":[\"履行证明\"]}",
                "{\"performedOn\":\"2026-10-01\",\"documents\":[\"履行证明\"]}",
                "{\"performedOn\":\"2026-10-01\",\"promise\":\" \",\"documents\":[\"履行证明\"]}",
                "{\"performedOn\":\"2026-10-01\",\"promise\":\"承诺守信\",\"documents\":[]}"
            })
    void nobody_applies_without_performance_a_promise_and_documents(String body) {
        String listing = listed(Fixtures.organisation(), "SERIOUS", TODAY.minusMonths(13), TODAY.plusYears(1));
        Api.sending(creditOffice, body)
                .post("/v1/listings/" + listing + "/restorations")
                .then()
                .statusCode(422);
        outlook(listing).body("applications.size()", is(0));
    }

    @Test
    void what_a_restoration_ends_ends_together_on_its_day_and_the_decided_term_runs_on() {
        String company = Fixtures.organisation();
        LocalDate last = TODAY.plusYears(1);
        String listing = listed(company, "SERIOUS", TODAY.minusMonths(13), last);
        publish();
        DailyWork.tasksMade(finance, listing);
        LocalDate day = TODAY.plusDays(3);
        outlook(listing).body("runsOnTo", equalTo(last.toString()));
        grant(listing, day);
        DailyWork.tasksMade(finance, listing);

        on(day.minusDays(1));
        assertThat(displayed()).contains(listing);
        assertThat(rowsAtSupervision(company)).containsExactly("ZFCG-009");
        assertThat(lifts(listing).getList("lines")).isEmpty();

        on(day);
        assertThat(displayed()).doesNotContain(listing);
        assertThat(rowsAtSupervision(company)).isEmpty();
        assertThat(rows(DailyWork.decided(finance, Fixtures.question(company))))
                .as("a term that the penalty fixed is none of the list's measures")
                .containsExactly("ZFCG-001");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !lifts(listing).getList("lines").isEmpty());
        assertThat(lifts(listing).getList("effectiveOn", String.class)).containsOnly(day.toString());
        assertThat(lifts(listing).getList("cause", String.class)).containsOnly("RESTORED");
        assertThat(lifts(listing).getList("lines.flatten().rowCode", String.class))
                .contains("ZFCG-009")
                .doesNotContain("ZFCG-001");
    }

    @Test
    void a_plan_of_reorganisation_lifts_publicity_and_measures_while_it_lasts() {
        String company = Fixtures.organisation();
        String listing = listed(company, "SERIOUS", TODAY.minusMonths(2), TODAY.plusYears(1));
        publish();
        DailyWork.tasksMade(finance, listing);
        assertThat(rowsAtSupervision(company)).containsExactly("ZFCG-009");

        DailyWork.happened(finance, listing, "REORGANISATION_BEGUN", TODAY);
        DailyWork.tasksMade(finance, listing);
        assertThat(displayed()).doesNotContain(listing);
        assertThat(rowsAtSupervision(company)).isEmpty();
        assertThat(lifts(listing).getList("cause", String.class)).containsOnly("REORGANISED");
        assertThat(lifts(listing).getList("lines.flatten().rowCode", String.class))
                .contains("ZFCG-009")
                .doesNotContain("ZFCG-001");

        DailyWork.happened(finance, listing, "REORGANISATION_ENDED", TODAY);
        DailyWork.tasksMade(finance, listing);
        assertThat(displayed()).contains(listing);
        assertThat(rowsAtSupervision(company)).containsExactly("ZFCG-009");
        Api.with(creditOffice)
                .get("/v1/tasks?size=200&kind=APPLY&listing=" + listing)
                .then()
                .statusCode(200)
                .body("items.findAll { it.cause == 'RESUMED' }.lines.flatten().rowCode", hasItem("ZFCG-009"))
                .body("items.findAll { it.cause == 'RESUMED' }.lines.flatten().rowCode", not(hasItem("ZFCG-001")));
    }

    private void on(LocalDate day) {
        clock.set(day.atTime(10, 0).atZone(clock.getZone()).toInstant());
    }

    private String listed(String company, String gravity, LocalDate from, LocalDate to) {
        return DailyWork.entered(
                finance, Fixtures.procurementBan(company, from, to).replace("\"SERIOUS\"", "\"" + gravity + "\""));
    }

    private static String order(String key, LocalDate from) {
        return DailyWork.entered(key, """
                {"listKind":"TBJZ","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                 "gravity":"SERIOUS","designation":{"documentType":"ADMINISTRATIVE_PENALTY_DECISION",
                 "documentNumber":"示范罚3号","documentDate":"%s","issuedBy":"武汉市发展和改革委员会","ground":"TBJZ-1",
                 "facts":"串通投标","legalBases":["ZBTBF-53"],"priorNoticeOn":"%s","measuresReminded":true,
                 "removalConditions":"期限届满","remedies":"行政复议"},"listedOn":"%s",
                 "decidedTerm":{"from":"%s","to":"%s"},"region":"420100"}""".formatted(
                        Fixtures.organisation(),
                        from,
                        from.minusDays(30),
                        from,
                        from,
                        from.plusYears(2).minusDays(1)));
    }

    private ValidatableResponse outlook(String listing) {
        return Api.with(creditOffice)
                .get("/v1/listings/" + listing + "/restorations")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse apply(String listing, LocalDate performedOn) {
        return Api.sending(creditOffice, """
                        {"performedOn":"%s","promise":"承诺依法诚信经营","documents":["履行完毕证明"]}""".formatted(performedOn))
                .post("/v1/listings/" + listing + "/restorations")
                .then();
    }

    private void grant(String listing, LocalDate effectiveOn) {
        String restoration =
                apply(listing, TODAY.minusDays(1)).statusCode(201).extract().path("id");
        Api.sending(finance, """
                        {"granted":true,"effectiveOn":"%s","reason":"条件具备","documentNumber":"修1号"}""".formatted(effectiveOn))
                .post("/v1/restorations/" + restoration + "/decision")
                .then()
                .statusCode(201)
                .body("decision.effectiveOn", equalTo(effectiveOn.toString()));
    }

    private void publish() {
        Api.sending(finance, "{\"listKind\":\"ZFCG\"}")
                .post("/v1/publications")
                .then()
                .statusCode(201);
    }

    private static List<String> displayed() {
        return Api.given()
                .get("/v1/public/lists/ZFCG/entries?size=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private List<String> rowsAtSupervision(String company) {
        return rows(DailyWork.decided(finance, """
                {"subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},"matter":"SUPERVISION_PLANNING",
                 "region":"420100","purpose":"抽查","caseNumber":"测试-12"}""".formatted(company)));
    }

    private static List<String> rows(JsonPath decision) {
        return decision.getList("measures.source.rowCode");
    }

    private JsonPath lifts(String listing) {
        return Api.with(creditOffice)
                .get("/v1/tasks?size=200&kind=LIFT&listing=" + listing)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("items");
    }
}
