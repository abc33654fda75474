package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.xinheng.testing.Api.sending;
import static org.xinheng.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.TestDatabase;
import org.xinheng.testing.TestKeys;

/**
 * Double publicity over HTTP (双公示): acts with their seven working days, what rests on them, the figures, and the field sets
 * of other systems, which are data.
 */
@QuarkusTest
class DoublePublicityApiTest {
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

    // ---- acts

    @Test
    void an_act_is_due_on_the_seventh_working_day_over_a_holiday_and_its_make_up_days() {
        // 2026-09-29 is a Tuesday before the holiday of 1 to 7 October; 10 October is a Saturday at work
        acted(penalty(Fixtures.organisation(), "假期1号", "2026-09-29"))
                .statusCode(201)
                .body("dueOn", equalTo(workingDayAfter(LocalDate.of(2026, 9, 29), 7)))
                .body("calendarKnown", equalTo(true))
                .body("late", equalTo(true));
        acted(penalty(Fixtures.organisation(), "今日1号", today.toString()))
                .statusCode(201)
                .body("late", equalTo(false))
                .body("recordedOn", equalTo(today.toString()));
    }

    @Test
    void with_a_penalty_goes_the_reminder_of_restoration_and_with_a_licence_none() {
        String at = acted(penalty(Fixtures.organisation(), "告知1号", "2026-05-01"))
                .statusCode(201)
                .body("restorationReminder", containsString("最短公示至2026-07-31，次日起可以申请修复"))
                .body("restorationReminder", containsString("公示最迟至2027-04-30自动停止"))
                .body("restorationReminder", containsString("信用修复管理办法"))
                .extract()
                .header("Location");
        with(finance).get(at).then().body("restorationReminder", containsString("告知1号"));
        acted(penalty(Fixtures.organisation(), "许可1号", "2026-05-01").replace("PENALTY", "LICENCE"))
                .statusCode(201)
                .body("restorationReminder", nullValue());
    }

    @Test
    void an_act_that_cannot_be_is_refused_with_every_fault() {
        String code = Fixtures.organisation();
        acted(penalty(code, "先1号", "2026-05-01")).statusCode(201);
        acted(penalty(code, "先1号", "2026-05-01")).statusCode(409).body("code", equalTo("ACT_KNOWN"));
        acted(penalty(Fixtures.organisation(), "后1号", today.plusDays(1).toString())
                        .replace("\"fineCny\"", "\"validUntil\":\"2026-01-01\",\"region\":\"430100\",\"fineCny\""))
                .statusCode(422)
                .body("errors.pointer", contains("/decidedOn", "/validUntil", "/region"));
        acted(penalty(Fixtures.person(), "简易1号", "2026-05-01")
                        .replace("ORGANISATION", "PERSON")
                        .replace("USCC", "CITIZEN_ID")
                        .replace("\"fineCny\"", "\"simpleProcedure\":true,\"fineCny\""))
                .statusCode(422)
                .body("errors.code", contains("ACT_NOT_TO_BE_SHARED"));
    }

    @Test
    void a_person_is_masked_and_nothing_that_names_one_is_kept_in_the_open() {
        String person = Fixtures.person();
        String at = acted(penalty(person, "个人1号", "2026-05-01")
                        .replace("ORGANISATION", "PERSON")
                        .replace("USCC", "CITIZEN_ID")
                        .replace("示范公司", "张示范"))
                .statusCode(201)
                .body("subject.identifier", containsString("********"))
                .body("subject.name", equalTo("张**"))
                .body("content", nullValue())
                .extract()
                .header("Location");
        with(keys.key("WH-XYB", Role.AUDITOR)).get(at).then().body("subject.name", equalTo("张**"));
        with(keys.key("WH-ZY", Role.INITIATING_DEPARTMENT)).get(at).then().statusCode(404);
        assertThat(database.tablesThatSay(person, "张示范")).isEmpty();
    }

    // ---- what rests on an act

    @Test
    void when_an_act_is_revoked_the_listing_that_rests_on_it_and_its_measures_end_at_once() {
        String code = Fixtures.organisation();
        LocalDate from = today.minusMonths(2);
        String act = acted(penalty(code, "采罚1号", from.toString())).extract().path("id");
        String listing = sending(finance, resting(code, from, act))
                .post("/v1/listings")
                .then()
                .statusCode(201)
                .body("designation.act", equalTo(act))
                .extract()
                .path("id");
        String actors = keys.key("WH-CZJ", Role.IMPLEMENTING_AGENCY);
        sending(actors, Fixtures.question(code)).post("/v1/decisions").then().body("measures", not(empty()));

        sending(finance, revocation(today))
                .post("/v1/acts/{id}/revocation", act)
                .then()
                .statusCode(201)
                .body("endedListings", contains(listing))
                .body("act.revocation.revokedOn", equalTo(today.toString()));

        with(finance)
                .get("/v1/listings/{id}", listing)
                .then()
                .body("status.standing", equalTo("REVOKED"))
                .body("status.since", equalTo(today.toString()))
                .body("events[0].documentNumber", equalTo("撤1号"));
        sending(actors, Fixtures.question(code))
                .post("/v1/decisions")
                .then()
                .body("measures", empty())
                .body("withheld", empty());
        sending(finance, revocation(today))
                .post("/v1/acts/{id}/revocation", act)
                .then()
                .statusCode(409)
                .body("code", equalTo("ACT_REVOKED"));
    }

    @Test
    void a_listing_rests_on_an_act_about_its_own_subject_that_stands() {
        String code = Fixtures.organisation();
        LocalDate from = today.minusMonths(2);
        String act = acted(penalty(code, "采罚2号", from.toString())).extract().path("id");
        for (String body : List.of(
                resting(Fixtures.organisation(), from, act),
                resting(code, from, "00000000-0000-7000-8000-000000000000"))) {
            sending(finance, body)
                    .post("/v1/listings")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/designation/act"));
        }
        sending(finance, revocation(today))
                .post("/v1/acts/{id}/revocation", act)
                .then()
                .statusCode(201);
        sending(finance, resting(code, from, act))
                .post("/v1/listings")
                .then()
                .statusCode(409)
                .body("code", equalTo("ACT_REVOKED"));
    }

    @Test
    void an_entry_that_waits_while_its_act_is_revoked_is_refused() throws Exception {
        revokedWhile(body -> sending(finance, body).post("/v1/listings"))
                .statusCode(409)
                .body("code", equalTo("ACT_REVOKED"))
                .body("errors[0].pointer", equalTo("/designation/act"));
    }

    @Test
    void a_row_of_a_file_that_waits_while_its_act_is_revoked_is_refused_with_the_file() throws Exception {
        revokedWhile(body -> with(finance)
                        .contentType("application/x-ndjson")
                        .body((body.replace("\n", " ") + "\n").getBytes(StandardCharsets.UTF_8))
                        .post("/v1/listing-batches"))
                .statusCode(422)
                .body("errors.code", hasItem("ACT_REVOKED"))
                .body("errors.cell", hasItem("1/designation.act"));
    }

    private ValidatableResponse revokedWhile(Function<String, Response> entry) throws Exception {
        String code = Fixtures.organisation();
        LocalDate from = today.minusMonths(2);
        String act = acted(penalty(code, "采罚4号", from.toString())).extract().path("id");
        ExecutorService desks = Executors.newFixedThreadPool(2);
        try {
            AtomicReference<Future<?>> revoking = new AtomicReference<>();
            AtomicReference<Future<Response>> entering = new AtomicReference<>();
            // the revocation has its turn when it comes to be kept; the entry has been judged when it waits for its own
            database.holding("lock table act_revocation in share mode", () -> {
                revoking.set(desks.submit(() -> sending(finance, revocation(today))
                        .post("/v1/acts/{id}/revocation", act)
                        .then()
                        .statusCode(201)));
                database.waitedFor("relation = 'act_revocation'::regclass");
                entering.set(desks.submit(() -> entry.apply(resting(code, from, act))));
                database.waitedFor("locktype = 'advisory'");
            });
            revoking.get().get(30, TimeUnit.SECONDS);
            return entering.get().get(30, TimeUnit.SECONDS).then();
        } finally {
            desks.shutdownNow();
        }
    }

    @Test
    void only_the_department_that_handed_it_in_revokes_an_act_and_not_before_it_was_made() {
        String act = acted(penalty(Fixtures.organisation(), "采罚3号", "2026-05-01"))
                .extract()
                .path("id");
        sending(keys.key("WH-ZY", Role.INITIATING_DEPARTMENT), revocation(today))
                .post("/v1/acts/{id}/revocation", act)
                .then()
                .statusCode(404);
        sending(finance, revocation(LocalDate.of(2026, 4, 30)))
                .post("/v1/acts/{id}/revocation", act)
                .then()
                .statusCode(422)
                .body("code", equalTo("ACT_DATES"));
    }

    // ---- figures

    @Test
    void rates_are_counted_by_department_kind_and_month_as_the_seeds_count_them() {
        String bureau = keys.key("YC-CZJ", Role.INITIATING_DEPARTMENT);
        String month = "2026-03";
        for (int i = 1; i <= 3; i++) {
            sending(bureau, penalty(Fixtures.organisation(), "宜罚" + i + "号", "2026-03-0" + (i + 1)))
                    .post("/v1/acts")
                    .then()
                    .statusCode(201);
        }
        for (String edge : List.of("2026-03-31", "2026-04-01")) {
            sending(bureau, penalty(Fixtures.organisation(), "宜罚" + edge + "号", edge))
                    .post("/v1/acts")
                    .then()
                    .statusCode(201);
        }
        sending(bureau, penalty(Fixtures.organisation(), "宜罚9号", today.toString()))
                .post("/v1/acts")
                .then()
                .statusCode(201);
        String rows = PENALTIES + cells(Fixtures.organisation(), "宜罚21号", "20260310") + "\n"
                + cells("91420100000000000X", "宜罚22号", "20260311") + "\n"
                + cells(Fixtures.organisation(), "宜罚23号", "不详") + "\n"
                + cells(Fixtures.organisation(), "宜罚24号", "20260312") + "\n";
        posted(bureau, "atomic=false", rows).statusCode(201).body("refused", equalTo(2));
        sending(bureau, "{\"month\":\"2026-03\",\"kind\":\"PENALTY\",\"made\":8}")
                .post("/v1/acts/monthly-counts")
                .then()
                .statusCode(200);
        sending(bureau, "{\"month\":\"2026-03\",\"kind\":\"PENALTY\",\"made\":10}")
                .post("/v1/acts/monthly-counts")
                .then()
                .statusCode(200);

        with(bureau)
                .queryParam("from", month)
                .get("/v1/statistics/double-publicity")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].department", equalTo("YC-CZJ"))
                .body("items[0].made", equalTo(10))
                .body("items[0].reported", equalTo(6))
                .body("items[0].late", equalTo(6))
                .body("items[0].reportingRate", equalTo(0.6f))
                .body("items[0].lateRate", equalTo(1))
                .body("items[0].complianceRate", nullValue());
        with(keys.key("WH-XYB", Role.CREDIT_OFFICE))
                .queryParam("from", YearMonth.from(today).toString())
                .queryParam("department", "YC-CZJ")
                .get("/v1/statistics/double-publicity")
                .then()
                .body("items[0].handedIn", equalTo(10))
                .body("items[0].compliant", equalTo(8))
                .body("items[0].complianceRate", equalTo(0.8f))
                .body("items[0].lateRate", equalTo(0))
                .body("items[0].reportingRate", nullValue());
        with(bureau)
                .queryParam("month", month)
                .queryParam("late", true)
                .get("/v1/acts")
                .then()
                .body("items", hasSize(6));
    }

    // ---- field sets

    private static final String PENALTIES = "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,"
            + "CF_NR_FK,CF_NR_WFFF,CF_JDRQ,CF_YXQ,CF_GSJZQ,CF_CFJG,CF_CFJGDM,CF_SJLY,BZ\n";

    @Test
    void penalties_come_in_the_columns_of_the_national_template_and_ten_thousand_yuan_are_yuan() {
        String code = Fixtures.organisation();
        String report = posted(finance, "", PENALTIES + cells(code, "武财罚1号", "2026/5/1") + "\n")
                .statusCode(201)
                .body("actKind", equalTo("PENALTY"))
                .body("entered", equalTo(1))
                .body("listKinds", empty())
                .body("knownAt", nullValue())
                .extract()
                .header("Location");
        with(finance).get(report).then().statusCode(200).body("outcome", equalTo("ACCEPTED"));

        with(finance)
                .queryParam("month", "2026-05")
                .queryParam("kind", "PENALTY")
                .get("/v1/acts")
                .then()
                .body("items.find { it.documentNumber == '武财罚1号' }.fineCny", equalTo(12345.68f))
                .body("items.find { it.documentNumber == '武财罚1号' }.subject.identifier", equalTo(code))
                .body("items.find { it.documentNumber == '武财罚1号' }.content.facts", equalTo("示范事实"))
                .body("items.find { it.documentNumber == '武财罚1号' }.publicUntil", equalTo("2027-04-30"));
        posted(finance, "atomic=false", PENALTIES + cells(code, "武财罚1号", "2026-05-01") + "\n")
                .statusCode(201)
                .body("unchanged", equalTo(1));
    }

    @Test
    void an_act_that_was_handed_in_before_is_unchanged_or_refused_and_never_silently_another() {
        String code = Fixtures.organisation();
        String first = cells(code, "武财罚7号", "2026-05-01") + "\n";
        posted(finance, "", PENALTIES + first).statusCode(201);
        posted(finance, "atomic=false", PENALTIES + first + cells(code, "武财罚8号", "2026-05-01") + "\n")
                .statusCode(201)
                .body("entered", equalTo(1))
                .body("unchanged", equalTo(1))
                .body("rows.result", contains("UNCHANGED", "ENTERED"));
        String corrected = first.replace("1.234568", "2.000000");
        posted(finance, "", PENALTIES + corrected)
                .statusCode(422)
                .body("errors.code", hasItem("ACT_DIFFERS"))
                .body("errors.find { it.code == 'ACT_DIFFERS' }.cell", equalTo("2/CF_WSH"));
        posted(finance, "atomic=false", PENALTIES + corrected + cells(code, "武财罚9号", "2026-05-01") + "\n")
                .statusCode(201)
                .body("entered", equalTo(1))
                .body("unchanged", equalTo(0))
                .body("refused", equalTo(1))
                .body("rows.result", contains("REFUSED", "ENTERED"));
        with(finance)
                .queryParam("month", "2026-05")
                .queryParam("kind", "PENALTY")
                .queryParam("size", 200)
                .get("/v1/acts")
                .then()
                .body("items.find { it.documentNumber == '武财罚7号' }.fineCny", equalTo(12345.68f));
    }

    @Test
    void an_act_that_stands_twice_in_a_file_is_refused_whatever_the_second_row_says() {
        String code = Fixtures.organisation();
        String first = cells(code, "武财罚10号", "2026-05-01") + "\n";
        for (String second : List.of(first, first.replace("1.234568", "2.000000"))) {
            posted(finance, "", PENALTIES + first + second)
                    .statusCode(422)
                    .body("errors.code", hasItem("ACT_DOUBLED"))
                    .body("errors.find { it.code == 'ACT_DOUBLED' }.cell", equalTo("3/CF_WSH"));
        }
        posted(finance, "", PENALTIES + first + cells(Fixtures.organisation(), "武财罚10号", "2026-05-01") + "\n")
                .statusCode(201)
                .body("entered", equalTo(2));
    }

    @Test
    void licences_come_in_the_columns_of_the_national_template() {
        posted(
                        finance,
                        "layout=XZXK",
                        "XK_XDR_MC,XK_XDR_LB,XK_XDR_SHXYM,XK_XKWS,XK_WSH,XK_XKLB,XK_XKZS,XK_XKBH,XK_NR,XK_JDRQ,XK_YXQZ,"
                                + "XK_YXQZI,XK_XKJG,XK_ZT,BZ\n示范公司,法人及非法人组织," + Fixtures.organisation()
                                + ",准予许可决定书,武许1号,普通,许可证,XK-1,示范内容,20260401,20260401,20290331,武汉市财政局,有效,\n")
                .statusCode(201)
                .body("actKind", equalTo("LICENCE"));
        with(finance)
                .queryParam("month", "2026-04")
                .queryParam("kind", "LICENCE")
                .get("/v1/acts")
                .then()
                .body("items[0].validUntil", equalTo("2029-03-31"))
                .body("items[0].content.certificate", equalTo("许可证书名称：许可证；许可编号：XK-1"));
    }

    @Test
    void judgment_debtors_come_in_the_columns_of_the_supreme_court_and_the_term_follows_the_ground() {
        String court = keys.key("WH-ZY", Role.INITIATING_DEPARTMENT);
        String heading =
                "id,iname,caseCode,age,sexy,cardNum,businessEntity,courtName,areaName,partyTypeName,gistId,regDate,"
                        + "gistUnit,duty,performance,disruptTypeName,publishDate\n";
        String person = Fixtures.person();
        String first = "1,李示范,(2026)鄂01执1号,40,男," + person + ",,武汉市中级人民法院,湖北,580,(2025)鄂01民初1号,20260105,"
                + "武汉市中级人民法院,给付一万元,全部未履行,违反财产报告制度,2026-03-01\n";
        String second = "2,示范公司,(2026)鄂01执2号,,," + Fixtures.organisation() + ",,武汉市中级人民法院,湖北,581,"
                + "(2025)鄂01民初2号,20260105,武汉市中级人民法院,给付二万元,全部未履行,有履行能力而拒不履行生效法律文书确定义务的,2026-03-01\n";
        String listing = posted(court, "", heading + first + second)
                .statusCode(201)
                .body("listKinds", contains("SXBZXR"))
                .body("entered", equalTo(2))
                .extract()
                .path("rows[0].listing");
        with(court)
                .queryParam("purpose", "核对")
                .queryParam("caseNumber", "核1")
                .get("/v1/listings/{id}", listing)
                .then()
                .body("designation.ground", equalTo("SXBZXR-4"))
                .body("expiresOn", equalTo("2028-02-29"))
                .body("subject.identifier", equalTo(person.substring(0, 6) + "********" + person.substring(14)))
                .body("designation.facts", containsString("生效法律文书确定的义务：给付一万元"));
        assertThat(database.column("select expires_on from listing where body like ?", "%(2026)鄂01执2号%"))
                .containsExactly((String) null);

        posted(court, "", heading + first.replace("违反财产报告制度", "不详").replace("执1号", "执3号"))
                .statusCode(422)
                .body("errors.cell", hasItem("2/disruptTypeName"))
                .body("errors.code", hasItem("CELL_NOT_IN_LAYOUT"));
        posted(court, "layout=SXBZXR", heading.replace(",duty", ""))
                .statusCode(422)
                .body("errors.code", hasItem("LAYOUT_COLUMN_MISSING"));
        posted(court, "layout=NOBODY", heading).statusCode(422).body("code", equalTo("LAYOUT_UNKNOWN"));
    }

    @Test
    void taxpayers_of_grade_a_come_in_the_columns_of_the_tax_bureau_and_no_other_grade_does() {
        String tax = keys.key("WH-SWJ", Role.INITIATING_DEPARTMENT);
        String heading = "TAXPAYER_ID,TAXPAYER_NAME,EVAL_YEAR,TAX_CREDI_LEVEL,EVAL_ORG,EVAL_DT\n";
        String row = Fixtures.organisation() + ",示范企业,2025,A,国家税务总局武汉市税务局,20260420\n";
        String listing = posted(tax, "", heading + row)
                .statusCode(201)
                .body("listKinds", contains("AJNSR"))
                .extract()
                .path("rows[0].listing");
        with(tax)
                .get("/v1/listings/{id}", listing)
                .then()
                .body("expiresOn", equalTo("2027-04-19"))
                .body("region", equalTo("420100"));
        posted(tax, "", heading + row.replace(",A,", ",B,"))
                .statusCode(422)
                .body("errors.cell", hasItem("2/TAX_CREDI_LEVEL"));
    }

    // ---- what the tests are made of

    private static String workingDayAfter(LocalDate day, int count) {
        // counted by hand from the arrangement of 2026: 30 September, then 8, 9, 10 (make-up), 12, 13, 14 October
        assertThat(day).isEqualTo(LocalDate.of(2026, 9, 29));
        assertThat(count).isEqualTo(7);
        return "2026-10-14";
    }

    private ValidatableResponse acted(String body) {
        return sending(finance, body).post("/v1/acts").then();
    }

    private static String penalty(String code, String number, String decidedOn) {
        return """
                {"kind":"PENALTY","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                 "documentNumber":"%s","decidedOn":"%s","organ":"武汉市财政局","category":"罚款","gravity":"GENERAL",
                 "facts":"示范事实","basis":"政府采购法第七十七条","content":"罚款三万元","fineCny":30000}""".formatted(code, number, decidedOn);
    }

    private String resting(String code, LocalDate from, String act) {
        return Fixtures.procurementBan(code, from, from.plusYears(1).minusDays(1))
                .replace("\"remedies\":", "\"act\":\"" + act + "\",\"remedies\":");
    }

    private static String revocation(LocalDate on) {
        return "{\"revokedOn\":\"" + on + "\",\"reason\":\"复议撤销\",\"documentNumber\":\"撤1号\"}";
    }

    private static String cells(String code, String number, String decidedOn) {
        return String.join(
                ",",
                "示范公司",
                "法人及非法人组织",
                code,
                number,
                "串通",
                "示范事实",
                "政府采购法第七十七条",
                "罚款",
                "罚款",
                "1.234568",
                "",
                decidedOn,
                "",
                "2027-04-30",
                "武汉市财政局",
                "",
                "武汉市财政局",
                "");
    }

    private static ValidatableResponse posted(String key, String query, String file) {
        var request = with(key).contentType("text/csv").body(file.getBytes(StandardCharsets.UTF_8));
        if (!query.isEmpty()) {
            request =
                    request.queryParam(query.substring(0, query.indexOf('=')), query.substring(query.indexOf('=') + 1));
        }
        return request.post("/v1/listing-batches").then();
    }
}
