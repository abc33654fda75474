package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
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
import org.xinheng.testing.TestKeys;

/** Case reports: made from feedback, reviewed, handed in before the 25th, over HTTP. In Yichang, which sets the day; it is assumed elsewhere. */
@QuarkusTest
@TestProfile(ClockToSet.class)
@QuarkusTestResource(PostgresResource.class)
class CaseReportApiTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static int nextSubject;

    @Inject
    Keys keys;

    @Inject
    TestKeys testKeys;

    @Inject
    SettableClock clock;

    @Inject
    EntityManager entities;

    private String finance;
    private String creditOffice;

    @BeforeEach
    void yichang() {
        finance = keys.of("YC-CZJ", Role.IMPLEMENTING_AGENCY, Role.INITIATING_DEPARTMENT);
        creditOffice = keys.of("YC-XYB", Role.CREDIT_OFFICE);
    }

    @Test
    void what_was_implemented_becomes_a_draft_with_the_fields_of_the_format() {
        on("2027-03-10");
        String supplier = organisation();
        JsonPath decision = decided(supplier);
        feedback(decision, "IMPLEMENTED", "2027-03-09");
        collect(finance, "2027-03")
                .statusCode(201)
                .body("from", equalTo("2027-02-25"))
                .body("before", equalTo("2027-03-25"))
                .body("dueBefore", equalTo("2027-03-25"))
                .body("late", is(false))
                .body("cases", equalTo(decision.getList("measures").size()));
        read(finance, "2027-03")
                .body("items", hasSize(decision.getList("measures").size()))
                .body("items.state", everyItem(equalTo("DRAFT")))
                .body("items[0].listTitle", equalTo("政府采购严重违法失信行为记录名单"))
                .body("items[0].subjectName", equalTo("示范公司"))
                .body("items[0].identifier", equalTo(supplier))
                .body("items[0].nature", equalTo("PUNISHMENT"))
                .body("items[0].measureContent", equalTo("不得参加政府采购活动"))
                .body("items[0].amountCny", equalTo(1200000.5f))
                .body("items[0].explanation", equalTo("取消其投标资格"))
                .body("items[0].designationNumber", equalTo("示范罚1号"))
                .body("items[0].initiatingDepartment", equalTo("YC-CZJ"))
                .body("items[0].departmentTitle", equalTo("宜昌市财政局"))
                .body("items[0].legalBases", hasItem("《政府采购法》第七十七条"))
                .body("items[0].implementedOn", equalTo("2027-03-09"))
                .body(
                        "counts.find { it.state == 'DRAFT' }.cases",
                        equalTo(decision.getList("measures").size()));
        collect(finance, "2027-03").statusCode(201).body("cases", equalTo(0));
    }

    @Test
    void what_was_not_done_or_was_corrected_to_not_done_is_no_case() {
        on("2027-05-10");
        feedback(decided(organisation()), "NOT_IMPLEMENTED", null);
        JsonPath corrected = decided(organisation());
        feedback(corrected, "IMPLEMENTED", "2027-05-09");
        on("2027-05-11");
        feedback(corrected, "NOT_IMPLEMENTED", null);
        collect(finance, "2027-05").body("cases", equalTo(0));
        read(finance, "2027-05").body("items", hasSize(0));
    }

    @Test
    void what_is_done_on_the_25th_belongs_to_the_next_month_and_what_comes_after_the_day_is_late() {
        on("2027-06-25");
        JsonPath decision = decided(organisation());
        feedback(decision, "IMPLEMENTED", "2027-06-25");
        JsonPath before = decided(organisation());
        feedback(before, "IMPLEMENTED", "2027-06-24");
        collect(finance, "2027-06").body("cases", equalTo(1)).body("late", is(true));
        read(finance, "2027-06").body("items.late", contains(true));
        collect(finance, "2027-07").body("cases", equalTo(1)).body("late", is(false));
        read(finance, "2027-07")
                .body("items.late", contains(false))
                .body("items.implementedOn", contains("2027-06-25"));
        on("2027-07-25");
        read(finance, "2027-07").body("items.late", contains(true));
    }

    @Test
    void the_credit_office_returns_a_draft_with_the_reason_and_then_takes_it_once() {
        on("2027-08-10");
        feedback(decided(organisation()), "IMPLEMENTED", "2027-08-09");
        collect(creditOffice, "2027-08").statusCode(201);
        String id = read(creditOffice, "2027-08").extract().path("items[0].id");
        review(creditOffice, id, "{\"accepted\":false,\"revision\":0}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        review(creditOffice, id, "{\"accepted\":false,\"revision\":0,\"reason\":\"补充说明\"}")
                .statusCode(201)
                .body("state", equalTo("RETURNED"))
                .body("review.reason", equalTo("补充说明"));
        review(creditOffice, id, accepting(0)).statusCode(201).body("state", equalTo("REVIEWED"));
        review(creditOffice, id, accepting(0)).statusCode(409).body("code", equalTo("CASE_REVIEWED"));
        on("2027-09-25");
        read(creditOffice, "2027-08").body("items[0].late", is(false));
    }

    @Test
    void a_month_leaves_as_a_workbook_of_what_was_reviewed_and_the_export_is_on_record() throws IOException {
        on("2027-10-10");
        feedback(decided(organisation()), "IMPLEMENTED", "2027-10-09");
        feedback(decided(organisation()), "IMPLEMENTED", "2027-10-09");
        collect(creditOffice, "2027-10").statusCode(201);
        JsonPath page = read(creditOffice, "2027-10").extract().jsonPath();
        review(creditOffice, page.getString("items[0].id"), accepting(0)).statusCode(201);
        long before = entries("CASES_EXPORT");
        byte[] file = Api.with(creditOffice)
                .accept(XLSX)
                .queryParam("month", "2027-10")
                .queryParam("state", "REVIEWED")
                .get("/v1/case-reports")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(entries("CASES_EXPORT")).isEqualTo(before + 1);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(1);
            assertThat(StreamSupport.stream(sheet.getRow(0).spliterator(), false)
                            .map(cell -> cell.getStringCellValue())
                            .toList())
                    .contains("红黑名单名称 hhmdmc", "主体标识 identify", "涉及金额 sjje", "审查状态", "法律依据");
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("已审查");
        }
    }

    @Test
    void a_person_is_told_only_for_a_case_masked_and_on_record() {
        on("2027-12-10");
        String person = Fixtures.person();
        String court = keys.of("CS-ZY", Role.INITIATING_DEPARTMENT);
        Api.sending(
                        court,
                        Fixtures.defaulter(person, "王小明", LocalDate.parse("2027-11-01"), LocalDate.parse("2029-10-31"))
                                .replace("\"420100\"", "\"430100\""))
                .post("/v1/listings")
                .then()
                .statusCode(201);
        String registrar = keys.of("YC-SCJG", Role.IMPLEMENTING_AGENCY);
        JsonPath decision = Api.sending(registrar, """
                {"subject":{"type":"PERSON","scheme":"CITIZEN_ID","identifier":"%s"},"matter":"OFFICER_REGISTRATION",
                 "matterItem":{"item":"DIRECTOR"},"region":"420500","purpose":"任职登记","caseNumber":"测试-2"}""".formatted(person))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(decision.getList("measures")).isNotEmpty();
        feedback(registrar, decision, "IMPLEMENTED", "2027-12-10");
        collect(creditOffice, "2027-12").statusCode(201);

        read(creditOffice, "2027-12")
                .body("items[0].identifier", equalTo("******"))
                .body("items[0].subjectName", nullValue());
        long before = entries("CASE_READ");
        JsonPath reported = Api.with(creditOffice)
                .queryParam("month", "2027-12")
                .queryParam("purpose", "案例审查")
                .queryParam("caseNumber", "YC-2027-12")
                .get("/v1/case-reports")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(reported.getString("items[0].identifier"))
                .startsWith("999999")
                .contains("*")
                .isNotEqualTo(person);
        assertThat(reported.prettify()).doesNotContain(person, "王小明");
        assertThat(entries("CASE_READ"))
                .isEqualTo(before + reported.getList("items").size());
    }

    @Test
    void an_agency_sees_its_own_cases_and_another_city_none_of_them() {
        on("2028-02-10");
        feedback(decided(organisation()), "IMPLEMENTED", "2028-02-09");
        collect(creditOffice, "2028-02").body("cases", equalTo(1));
        read(keys.of("YC-SCJG", Role.IMPLEMENTING_AGENCY), "2028-02").body("items", hasSize(0));
        read(keys.of("WH-XYB", Role.CREDIT_OFFICE), "2028-02")
                .body("items", hasSize(0))
                .body("from", equalTo("2028-01-25"))
                .body("dueBefore", equalTo("2028-02-25"));
        String id = read(keys.of("YC-XYB", Role.AUDITOR), "2028-02").extract().path("items[0].id");
        review(keys.of("WH-XYB", Role.CREDIT_OFFICE), id, accepting(0))
                .statusCode(404)
                .body("code", equalTo("CASE_NOT_FOUND"));
    }

    @Test
    void a_month_that_is_yet_to_come_or_is_none_is_refused() {
        on("2028-04-10");
        collect(finance, "2028-06").statusCode(422).body("errors[0].pointer", equalTo("/month"));
        collect(finance, "2028-13").statusCode(422);
        Api.with(finance).get("/v1/case-reports").then().statusCode(400);
    }

    @Test
    void the_next_page_asks_the_same_question_and_what_is_collected_meanwhile_comes_last() {
        on("2028-06-10");
        for (int i = 0; i < 6; i++) {
            feedback(decided(organisation()), "IMPLEMENTED", "2028-06-09");
        }
        collect(creditOffice, "2028-06").body("cases", equalTo(6));
        String reviewed = read(creditOffice, "2028-06").extract().path("items[2].id");
        review(creditOffice, reviewed, accepting(0)).statusCode(201);
        ValidatableResponse page = Api.with(creditOffice)
                .queryParam("month", "2028-06")
                .queryParam("state", "DRAFT")
                .queryParam("size", 3)
                .get("/v1/case-reports")
                .then()
                .statusCode(200)
                .body("items", hasSize(3));
        List<String> seen = new ArrayList<>(page.extract().<List<String>>path("items.id"));
        for (int i = 0; i < 6; i++) {
            feedback(decided(organisation()), "IMPLEMENTED", "2028-06-09");
        }
        collect(creditOffice, "2028-06").body("cases", equalTo(6));
        while (page.extract().header("Link") != null) {
            page = followed(page).body("items.state", everyItem(equalTo("DRAFT")));
            assertThat(page.extract().<List<String>>path("items.id")).hasSizeLessThanOrEqualTo(3);
            seen.addAll(page.extract().<List<String>>path("items.id"));
        }
        assertThat(seen).hasSize(11).doesNotHaveDuplicates().doesNotContain(reviewed);
        Api.with(creditOffice)
                .queryParam("month", "2028-05")
                .queryParam("after", reviewed)
                .get("/v1/case-reports")
                .then()
                .statusCode(404)
                .body("code", equalTo("CASE_NOT_FOUND"));
    }

    @Test
    void who_said_why_persons_are_read_is_told_them_on_the_next_page_too() {
        on("2028-08-10");
        String court = keys.of("CS-ZY", Role.INITIATING_DEPARTMENT);
        String registrar = keys.of("YC-SCJG", Role.IMPLEMENTING_AGENCY);
        for (int i = 0; i < 2; i++) {
            feedback(registrar, defaulting(court, registrar), "IMPLEMENTED", "2028-08-10");
        }
        collect(creditOffice, "2028-08").statusCode(201);
        ValidatableResponse page = Api.with(creditOffice)
                .queryParam("month", "2028-08")
                .queryParam("purpose", "案例 审查&复核")
                .queryParam("caseNumber", "YC-2028-08")
                .queryParam("size", 1)
                .get("/v1/case-reports")
                .then()
                .statusCode(200);
        followed(page).body("items[0].identifier", startsWith("999999"));
        assertThat(entities.createNativeQuery(
                                "select purpose from audit_entry where kind = 'CASES_READ' order by number desc limit 1")
                        .getSingleResult())
                .isEqualTo("案例 审查&复核");
    }

    private static JsonPath defaulting(String court, String registrar) {
        String person = Fixtures.person();
        DailyWork.entered(
                court,
                Fixtures.defaulter(person, "王小明", LocalDate.parse("2028-07-01"), LocalDate.parse("2030-06-30"))
                        .replace("\"420100\"", "\"430100\""));
        return DailyWork.decided(registrar, """
                {"subject":{"type":"PERSON","scheme":"CITIZEN_ID","identifier":"%s"},"matter":"OFFICER_REGISTRATION",
                 "matterItem":{"item":"DIRECTOR"},"region":"420500","purpose":"任职登记","caseNumber":"测试-2"}""".formatted(person));
    }

    @Test
    void the_workbook_of_a_month_has_every_case_however_many_there_are() throws IOException {
        on("2028-10-10");
        feedback(decided(organisation()), "IMPLEMENTED", "2028-10-09");
        collect(finance, "2028-10").body("cases", equalTo(1));
        QuarkusTransaction.requiringNew().run(() -> repeated("2028-10", 5_200));
        byte[] file = Api.with(finance)
                .accept(XLSX)
                .queryParam("month", "2028-10")
                .get("/v1/case-reports")
                .then()
                .statusCode(200)
                .header("Link", nullValue())
                .extract()
                .asByteArray();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(5_201);
        }
    }

    /** The one case of a month once more for each of many measures: so many decisions would take minutes. */
    private void repeated(String month, int times) {
        entities.createNativeQuery("""
                        insert into case_report (id, collection_id, month, decision_id, feedback_id, position, listing_id,
                            subject_id, list_kind, measure, department, region, implemented_on, collected_on)
                        select gen_random_uuid(), collection_id, month, decision_id, feedback_id, position, listing_id,
                            subject_id, list_kind, 'X-' || n, department, region, implemented_on, collected_on
                        from case_report, generate_series(1, :times) n where month = :month
                        """)
                .setParameter("times", times)
                .setParameter("month", month)
                .executeUpdate();
    }

    @Test
    void a_case_names_who_published_it_where_the_key_says_who_that_is() {
        on("2028-12-10");
        String clerk = testKeys.keyOf("示范经办人", "YC-CZJ", Role.IMPLEMENTING_AGENCY);
        feedback(clerk, decided(organisation()), "IMPLEMENTED", "2028-12-09");
        collect(finance, "2028-12").body("cases", equalTo(1));
        read(finance, "2028-12").body("items[0].publisher", equalTo("示范经办人"));
    }

    @Test
    void a_returned_case_takes_in_the_corrected_feedback_and_is_a_draft_again() {
        on("2031-02-10");
        JsonPath decision = decided(organisation());
        feedback(decision, "IMPLEMENTED", "2031-02-09");
        collect(creditOffice, "2031-02").body("cases", equalTo(1)).body("corrected", equalTo(0));
        String id = read(creditOffice, "2031-02").extract().path("items[0].id");
        review(creditOffice, id, "{\"accepted\":false,\"revision\":0,\"reason\":\"金额有误\"}")
                .statusCode(201);
        on("2031-02-11");
        corrected(decision, "IMPLEMENTED", 90000, "2031-02-09");
        collect(creditOffice, "2031-02").body("cases", equalTo(0)).body("corrected", equalTo(1));
        read(creditOffice, "2031-02")
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id))
                .body("items[0].amountCny", equalTo(90000f))
                .body("items[0].revision", equalTo(1))
                .body("items[0].state", equalTo("DRAFT"))
                .body("items[0].review.reason", equalTo("金额有误"));
        collect(creditOffice, "2031-02").body("corrected", equalTo(0));

        review(creditOffice, id, accepting(0))
                .statusCode(409)
                .body("code", equalTo("CASE_CHANGED"))
                .body("detail", containsString("现为第 1 次"));
        read(creditOffice, "2031-02").body("items[0].state", equalTo("DRAFT"));
        review(creditOffice, id, accepting(1)).statusCode(201);
        corrected(decision, "IMPLEMENTED", 80000, "2031-02-09");
        collect(creditOffice, "2031-02").body("corrected", equalTo(0));
        read(creditOffice, "2031-02")
                .body("items[0].state", equalTo("REVIEWED"))
                .body("items[0].amountCny", equalTo(90000f));
    }

    @Test
    void a_draft_goes_when_its_newest_feedback_says_that_it_was_not_done_or_was_done_in_another_month() {
        on("2031-04-10");
        JsonPath decision = decided(organisation());
        feedback(decision, "IMPLEMENTED", "2031-04-09");
        collect(finance, "2031-04").body("cases", equalTo(1));
        String id = read(finance, "2031-04").extract().path("items[0].id");
        on("2031-04-11");
        corrected(decision, "NOT_IMPLEMENTED", 0, null);
        collect(finance, "2031-04").body("corrected", equalTo(1));
        read(finance, "2031-04").body("items", hasSize(0)).body("counts", hasSize(0));
        review(creditOffice, id, accepting(0)).statusCode(404).body("code", equalTo("CASE_NOT_FOUND"));

        on("2031-04-26");
        corrected(decision, "IMPLEMENTED", 70000, "2031-04-26");
        collect(finance, "2031-04").body("cases", equalTo(0)).body("corrected", equalTo(0));
        collect(finance, "2031-05").body("cases", equalTo(0)).body("corrected", equalTo(1));
        read(finance, "2031-05").body("items.id", contains(id)).body("items.amountCny", contains(70000f));
        on("2031-04-27");
        corrected(decision, "IMPLEMENTED", 70000, "2031-04-20");
        collect(finance, "2031-05").body("corrected", equalTo(1));
        read(finance, "2031-05").body("items", hasSize(0));
        collect(finance, "2031-04").body("corrected", equalTo(1));
        read(finance, "2031-04").body("items.id", contains(id));
    }

    @Test
    void what_was_collected_in_time_and_reviewed_after_the_day_is_late() {
        on("2031-07-20");
        feedback(decided(organisation()), "IMPLEMENTED", "2031-07-19");
        collect(creditOffice, "2031-07").body("late", is(false));
        String id = read(creditOffice, "2031-07").extract().path("items[0].id");
        on("2031-07-28");
        review(creditOffice, id, accepting(0)).statusCode(201).body("late", is(true));
        read(creditOffice, "2031-07").body("items[0].late", is(true));
    }

    private void corrected(JsonPath decision, String result, int amount, String day) {
        DailyWork.fedBack(
                finance,
                decision,
                result,
                "\"reason\":\"更正\",\"amountCny\":" + amount
                        + (day == null ? "" : ",\"implementedOn\":\"" + day + "\""));
    }

    private ValidatableResponse followed(ValidatableResponse page) {
        String link = page.extract().header("Link");
        return Api.with(creditOffice)
                .urlEncodingEnabled(false)
                .get(link.substring(1, link.indexOf('>')))
                .then()
                .statusCode(200);
    }

    private void on(String day) {
        clock.set(LocalDate.parse(day).atTime(10, 0).atZone(clock.getZone()).toInstant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private JsonPath decided(String supplier) {
        LocalDate from = today().minusMonths(2);
        DailyWork.entered(
                finance,
                Fixtures.procurementBan(supplier, from, from.plusYears(2).minusDays(1))
                        .replace("\"420100\"", "\"420500\""));
        return DailyWork.decided(finance, Fixtures.question(supplier).replace("\"420100\"", "\"420500\""));
    }

    private void feedback(JsonPath decision, String result, String day) {
        feedback(finance, decision, result, day);
    }

    private static void feedback(String key, JsonPath decision, String result, String day) {
        DailyWork.fedBack(
                key,
                decision,
                result,
                "\"reason\":\"取消其投标资格\",\"amountCny\":1200000.5"
                        + (day == null ? "" : ",\"implementedOn\":\"" + day + "\""));
    }

    private static ValidatableResponse collect(String key, String month) {
        return Api.sending(key, "{\"month\":\"" + month + "\"}")
                .post("/v1/case-reports")
                .then();
    }

    private static ValidatableResponse read(String key, String month) {
        return Api.with(key)
                .queryParam("month", month)
                .get("/v1/case-reports")
                .then()
                .statusCode(200);
    }

    private static String accepting(int revision) {
        return "{\"accepted\":true,\"revision\":%d}".formatted(revision);
    }

    private static ValidatableResponse review(String key, String id, String body) {
        return Api.sending(key, body).post("/v1/case-reports/" + id + "/review").then();
    }

    private long entries(String kind) {
        return ((Number) entities.createNativeQuery("select count(*) from audit_entry where kind = :kind")
                        .setParameter("kind", kind)
                        .getSingleResult())
                .longValue();
    }

    private static String organisation() {
        return Fixtures.organisation("91420500", String.format(Locale.ROOT, "C%07d", ++nextSubject));
    }
}
