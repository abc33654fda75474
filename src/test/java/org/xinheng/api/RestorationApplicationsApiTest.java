package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
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

/** What waits on the desk of who restores, and what a restoration can do and cannot, over HTTP. */
@QuarkusTest
@TestProfile(ClockToSet.class)
@QuarkusTestResource(PostgresResource.class)
class RestorationApplicationsApiTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @Inject
    Keys keys;

    @Inject
    SettableClock clock;

    @Inject
    TestDatabase database;

    private String creditOffice;

    @BeforeEach
    void aCreditOfficeOnAKnownDay() {
        on(TODAY);
        creditOffice = keys.of("WH-XYB", Role.CREDIT_OFFICE);
    }

    @Test
    void an_application_waits_on_the_desk_of_who_determined_until_it_is_decided_and_is_late_after_its_last_day() {
        on(LocalDate.parse("2026-03-31"));
        String developer = keys.of("WH-FGW", Role.INITIATING_DEPARTMENT);
        String restoration =
                DailyWork.applied(creditOffice, tenderingBan(developer), LocalDate.parse("2026-03-01"), "承诺依法诚信经营");
        actors(developer, "")
                .body(at(restoration) + ".decideBy", equalTo("2026-04-15"))
                .body(at(restoration) + ".late", is(false));
        actors(keys.of("WH-CZJ", Role.INITIATING_DEPARTMENT), "").body("items.id", not(hasItem(restoration)));

        on(LocalDate.parse("2026-04-15"));
        actors(developer, "&overdue=true").body("items.id", not(hasItem(restoration)));
        on(LocalDate.parse("2026-04-16"));
        actors(creditOffice, "&overdue=true").body(at(restoration) + ".late", is(true));

        DailyWork.ruled(developer, restoration, false, "条件不具备");
        actors(developer, "").body("items.id", not(hasItem(restoration)));
        actors(developer, "&overdue=true").body("items.id", not(hasItem(restoration)));
        actors(developer, "&open=false").body(at(restoration) + ".state", equalTo("REFUSED"));
    }

    @Test
    void who_decides_reads_the_promise_and_the_reading_is_on_record() {
        String finance = keys.of("WH-CZJ", Role.INITIATING_DEPARTMENT);
        LocalDate from = TODAY.minusMonths(13);
        String listing =
                DailyWork.entered(finance, Fixtures.procurementBan(Fixtures.organisation(), from, from.plusYears(2)));
        String restoration = DailyWork.applied(creditOffice, listing, TODAY, "承诺今后如实投标");
        Api.with(finance)
                .get("/v1/restorations/" + restoration)
                .then()
                .statusCode(200)
                .body("promise", equalTo("承诺今后如实投标"))
                .body("state", equalTo("OPEN"));
        assertThat(database.column(
                        "select department from audit_entry where kind = 'RESTORATION_READ' and reference = ?",
                        restoration))
                .containsExactly("WH-CZJ");
        Api.with(finance)
                .get("/v1/listings/" + listing + "/restorations")
                .then()
                .statusCode(200)
                .body("applications[0].promise", nullValue());
        Api.with(keys.of("WH-SWJ", Role.INITIATING_DEPARTMENT))
                .get("/v1/restorations/" + restoration)
                .then()
                .statusCode(404)
                .body("code", equalTo("RESTORATION_NOT_FOUND"));
    }

    @Test
    void a_limit_that_the_law_itself_sets_runs_on_and_the_outlook_says_to_which_day() {
        String listing =
                DailyWork.entered(keys.of("WH-AJ", Role.INITIATING_DEPARTMENT), """
                {"listKind":"XKXZ","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                 "gravity":"SERIOUS","designation":{"documentType":"ADMINISTRATIVE_PENALTY_DECISION",
                 "documentNumber":"示范应急1号","documentDate":"2026-03-31","issuedBy":"武汉市应急管理局","ground":"XKXZ-1",
                 "facts":"提供虚假材料","legalBases":["XZXKF-78"],"priorNoticeOn":"2026-03-11","measuresReminded":true,
                 "removalConditions":"依法定程序移出","remedies":"行政复议"},"listedOn":"2026-03-31","expiresOn":null,
                 "matterItems":[{"sector":"WORK_SAFETY","item":"WORK_SAFETY_LICENCE"}],"region":"420100"}\
                """.formatted(Fixtures.organisation()));
        outlook(listing, "")
                .body("restorable", is(true))
                .body("obstacle", nullValue())
                .body("runsOnTo", nullValue())
                .body("runsOn.rowCode", equalTo(java.util.List.of("XKXZ-001")))
                .body("runsOn[0].measure", equalTo("XK-01"))
                .body("runsOn[0].title", not(equalTo("XK-01")))
                .body("runsOn[0].role", equalTo("LISTED_SUBJECT"))
                .body("runsOn[0].lastDay", equalTo("2027-03-30"));
    }

    @Test
    void a_ban_for_life_runs_on_without_a_last_day() {
        String listing =
                DailyWork.entered(keys.of("WH-ZY", Role.INITIATING_DEPARTMENT), """
                {"listKind":"ZYJR","subject":{"type":"PERSON","scheme":"CITIZEN_ID","identifier":"%s","name":"示范人员"},
                 "gravity":"SERIOUS","designation":{"documentType":"EFFECTIVE_JUDGMENT",
                 "documentNumber":"示范刑1号","documentDate":"2023-08-18","issuedBy":"武汉市中级人民法院","ground":"ZYJR-2",
                 "facts":"食品安全犯罪","legalBases":["SPAQF-135-2"],"sentenceEndsOn":"2026-08-17",
                 "priorNoticeOn":"2023-07-29","measuresReminded":true,"removalConditions":"依法定程序移出",
                 "remedies":"申请纠正"},"listedOn":"2023-08-18","expiresOn":null,"matterItems":[{"sector":"FOOD"}],
                 "region":"420100"}""".formatted(Fixtures.person()));
        ValidatableResponse reported = outlook(listing, "?purpose=修复&caseNumber=修-1");
        assertThat(reported.extract().jsonPath().getList("runsOn.lastDay", String.class))
                .isNotEmpty()
                .containsOnlyNulls();
        assertThat(reported.extract().jsonPath().getList("runsOn.role", String.class))
                .containsOnly("LISTED_SUBJECT");
    }

    @Test
    void what_is_over_or_restored_is_not_offered_for_restoration() {
        String finance = keys.of("WH-CZJ", Role.INITIATING_DEPARTMENT);
        LocalDate from = TODAY.minusMonths(13);
        String restored =
                DailyWork.entered(finance, Fixtures.procurementBan(Fixtures.organisation(), from, from.plusYears(2)));
        DailyWork.ruled(finance, DailyWork.applied(creditOffice, restored, TODAY, "承诺守信"), true, "条件具备");
        outlook(restored, "")
                .body("restorable", is(false))
                .body("obstacle", equalTo("RESTORED"))
                .body("earliestOn", nullValue())
                .body("runsOn.rowCode", hasItem("ZFCG-001"));

        String revoked =
                DailyWork.entered(finance, Fixtures.procurementBan(Fixtures.organisation(), from, from.plusYears(2)));
        DailyWork.happened(finance, revoked, "REVOKED", TODAY);
        outlook(revoked, "")
                .body("restorable", is(false))
                .body("obstacle", equalTo("ENDED"))
                .body("earliestOn", nullValue())
                .body("runsOn", empty());
    }

    @Test
    void a_partners_entry_is_restored_where_it_was_determined_and_not_here() {
        String registrar = keys.of("WH-SCJG", Role.INITIATING_DEPARTMENT);
        String listing = DailyWork.entered(registrar, """
                {"listKind":"JYYC","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                 "designation":{"documentType":"OTHER_STATUTORY","documentNumber":"列异1号","documentDate":"2026-11-15",
                 "issuedBy":"长沙市市场监督管理局","ground":"JYYC-1"},"listedOn":"2026-11-15","region":"430100",
                 "recognisedUnder":"HR-CJZY-CS"}""".formatted(Fixtures.organisation()));
        outlook(listing, "")
                .body("restorable", is(false))
                .body("obstacle", equalTo("PARTNERS"))
                .body("decidedBy", equalTo("长沙市市场监督管理局"));
        byPartner(Api.sending(registrar, """
                        {"performedOn":"2026-11-20","promise":"承诺守信","documents":["履行完毕证明"]}""")
                .post("/v1/listings/" + listing + "/restorations")
                .then());

        // one that was taken in before it was known better
        String restoration = java.util.UUID.randomUUID().toString();
        database.change("""
                insert into credit_restoration (id, listing_id, applied_on, applied_by, rule, performed_on, documents,
                        recorded_at, recorded_by)
                values ('%s', '%s', '2026-11-20', 'WH-XYB', 'XF36-LIGHT', '2026-11-20', '{}', now(), '%s')
                """.formatted(restoration, listing, java.util.UUID.randomUUID()));
        byPartner(Api.sending(registrar, "{\"granted\":true,\"reason\":\"条件具备\",\"documentNumber\":\"修1号\"}")
                .post("/v1/restorations/" + restoration + "/decision")
                .then());
    }

    private static void byPartner(ValidatableResponse answer) {
        answer.statusCode(422)
                .body("code", equalTo("RESTORATION_BY_PARTNER"))
                .body("detail", containsString("长沙"))
                .body("detail", containsString("长沙市市场监督管理局"));
    }

    private void on(LocalDate day) {
        clock.set(day.atTime(10, 0).atZone(clock.getZone()).toInstant());
    }

    private static String at(String restoration) {
        return "items.find { it.id == '" + restoration + "' }";
    }

    private static ValidatableResponse actors(String key, String more) {
        return Api.with(key).get("/v1/restorations?size=200" + more).then().statusCode(200);
    }

    private ValidatableResponse outlook(String listing, String why) {
        return Api.with(creditOffice)
                .get("/v1/listings/" + listing + "/restorations" + why)
                .then()
                .statusCode(200);
    }

    private static String tenderingBan(String key) {
        return DailyWork.entered(key, """
                {"listKind":"TBJZ","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                 "gravity":"SERIOUS","designation":{"documentType":"ADMINISTRATIVE_PENALTY_DECISION",
                 "documentNumber":"示范罚3号","documentDate":"2025-03-01","issuedBy":"武汉市发展和改革委员会","ground":"TBJZ-1",
                 "facts":"串通投标","legalBases":["ZBTBF-53"],"priorNoticeOn":"2025-01-30","measuresReminded":true,
                 "removalConditions":"期限届满","remedies":"行政复议"},"listedOn":"2025-03-01",
                 "decidedTerm":{"from":"2025-03-01","to":"2027-02-28"},"region":"420100"}\
                """.formatted(Fixtures.organisation()));
    }
}
