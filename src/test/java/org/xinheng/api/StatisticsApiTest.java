package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
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

/** What the credit office counts, over HTTP: in Yichang, in months in which nothing else happens. */
@QuarkusTest
@TestProfile(ClockToSet.class)
@QuarkusTestResource(PostgresResource.class)
class StatisticsApiTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static int nextSubject;
    private static int nextDocument;

    @Inject
    Keys keys;

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
    void measures_are_counted_by_list_agency_region_and_month_as_applied_and_as_implemented() {
        on("2029-03-10");
        JsonPath done = decided(organisation());
        JsonPath notDone = decided(organisation());
        feedback(done, "IMPLEMENTED");
        feedback(notDone, "NOT_IMPLEMENTED");
        JsonPath counted = read("measures", "2029-03", "2029-03", null);
        String item = "items.find { it.measure.code == 'ZF-01' }";
        assertThat(counted.getString(item + ".measure.title")).isEqualTo("禁止参加政府采购活动");
        assertThat(counted.getString(item + ".listKind.title")).isEqualTo("政府采购严重违法失信行为记录名单");
        assertThat(counted.getString(item + ".agency.title")).isEqualTo("宜昌市财政局");
        assertThat(counted.getString(item + ".region.code")).isEqualTo("420500");
        assertThat(counted.getString(item + ".month")).isEqualTo("2029-03");
        assertThat(figure(counted, item, "applied")).isEqualTo(2);
        assertThat(figure(counted, item, "implemented")).isEqualTo(1);
        assertThat(figure(counted, item, "notImplemented")).isEqualTo(1);
        assertThat(figure(counted, item, "amountCny")).isEqualTo(300);
    }

    @Test
    void what_was_decided_in_another_month_is_not_counted() {
        on("2029-04-30");
        decided(organisation());
        on("2029-05-01");
        decided(organisation());
        assertThat(figure(read("queries", "2029-04", "2029-04", "agency"), "items[0]", "queries"))
                .isEqualTo(1);
        assertThat(figure(read("queries", "2029-04", "2029-05", "agency"), "items[0]", "queries"))
                .isEqualTo(2);
        JsonPath months = read("queries", "2029-04", "2029-05", "month");
        assertThat(months.<String>getList("items.month")).containsExactly("2029-04", "2029-05");
        assertThat(months.<Object>getList("items.agency")).containsOnlyNulls();
    }

    @Test
    void feedback_has_a_rate_and_what_is_overdue_is_so_from_the_day_after() {
        on("2029-07-01");
        JsonPath given = decided(organisation());
        decided(organisation());
        feedback(given, "IMPLEMENTED");
        String due = given.getString("feedbackDueOn");
        JsonPath counted = read("feedback", "2029-07", "2029-07", "agency");
        assertThat(figure(counted, "items[0]", "due")).isEqualTo(2);
        assertThat(figure(counted, "items[0]", "given")).isEqualTo(1);
        assertThat(figure(counted, "items[0]", "inTime")).isEqualTo(1);
        assertThat(figure(counted, "items[0]", "rate")).isCloseTo(0.5, within(1e-9));
        on(due);
        assertThat(figure(read("feedback", "2029-07", "2029-07", "agency"), "items[0]", "overdue"))
                .isZero();
        on(LocalDate.parse(due).plusDays(1).toString());
        assertThat(figure(read("feedback", "2029-07", "2029-07", "agency"), "items[0]", "overdue"))
                .isEqualTo(1);
    }

    @Test
    void lists_are_counted_as_entered_ended_and_published() {
        on("2029-09-10");
        String listing = listed(organisation());
        Api.sending(finance, "{\"listKind\":\"ZFCG\"}")
                .post("/v1/publications")
                .then()
                .statusCode(201);
        Api.sending(finance, """
                {"removedOn":"2029-09-10","reason":"更正","documentNumber":"移1号","correction":true}""")
                .post("/v1/listings/" + listing + "/removal")
                .then()
                .statusCode(201);
        JsonPath counted = read("lists", "2029-09", "2029-09", "listKind,region");
        assertThat(figure(counted, "items[0]", "entered")).isEqualTo(1);
        assertThat(figure(counted, "items[0]", "ended")).isEqualTo(1);
        assertThat(figure(counted, "items[0]", "batches")).isEqualTo(1);
    }

    @Test
    void objections_are_held_against_the_figure_that_the_region_has() {
        on("2029-11-05");
        answered("UPHELD");
        answered("DISMISSED");
        JsonPath counted = read("objections", "2029-11", "2029-11", "region");
        String item = "items.find { it.region.code == '420500' }";
        assertThat(figure(counted, item, "filed")).isEqualTo(2);
        assertThat(figure(counted, item, "upheld")).isEqualTo(1);
        assertThat(figure(counted, item, "dismissed")).isEqualTo(1);
        assertThat(figure(counted, item, "target")).isEqualTo(1);
        assertThat(figure(counted, item, "records")).isPositive();
        assertThat(figure(counted, item, "per100000"))
                .as("valid ones alone count against the figure")
                .isCloseTo(100_000 / figure(counted, item, "records"), within(1e-3));
    }

    private void answered(String outcome) {
        String objection = Api.sending(creditOffice, "{\"statement\":\"与事实不符\"}")
                .post("/v1/listings/" + listed(organisation()) + "/objections")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Api.sending(finance, """
                        {"outcome":"%s","reasons":"经核查","documentNumber":"异1号"}""".formatted(outcome))
                .post("/v1/objections/" + objection + "/answer")
                .then()
                .statusCode(201);
    }

    @Test
    void cases_are_counted_as_collected_and_as_reviewed() {
        on("2030-02-10");
        feedback(decided(organisation()), "IMPLEMENTED");
        Api.sending(creditOffice, "{\"month\":\"2030-02\"}")
                .post("/v1/case-reports")
                .then()
                .statusCode(201);
        JsonPath counted = read("cases", "2030-02", "2030-02", "measure");
        assertThat(figure(counted, "items.find { it.measure.code == 'ZF-01' }", "cases"))
                .isEqualTo(1);
        assertThat(figure(counted, "items.find { it.measure.code == 'ZF-01' }", "reviewed"))
                .isZero();
    }

    @Test
    void one_decision_counts_once_for_a_measure_however_many_entries_stand_behind_it() {
        on("2032-03-10");
        String supplier = organisation();
        listed(supplier);
        listed(supplier);
        JsonPath decision = decided(supplier);
        assertThat(decision.getList("measures.findAll { it.measure == 'ZF-01' }"))
                .hasSize(3);
        feedback(decision, "IMPLEMENTED");
        JsonPath counted = read("measures", "2032-03", "2032-03", null);
        String item = "items.find { it.measure.code == 'ZF-01' }";
        assertThat(figure(counted, item, "applied")).isEqualTo(1);
        assertThat(figure(counted, item, "implemented")).isEqualTo(1);
        assertThat(figure(counted, item, "notImplemented")).isZero();
        assertThat(figure(counted, item, "amountCny")).isEqualTo(300);
    }

    @Test
    void what_was_asked_about_a_day_to_come_is_no_use_of_a_measure() {
        on("2032-05-10");
        String supplier = organisation();
        listed(supplier);
        JsonPath projection = DailyWork.decided(
                finance,
                Fixtures.question(supplier)
                        .replace("\"420100\"", "\"420500\",\"asOf\":\"2032-06-10\",\"asOfReason\":\"预告\""));
        assertThat(projection.getList("measures")).isNotEmpty();
        assertThat(read("measures", "2032-05", "2032-05", null).getList("items"))
                .isEmpty();
    }

    @Test
    void feedback_is_due_and_given_for_each_entry_and_measure() {
        on("2032-07-10");
        String supplier = organisation();
        listed(supplier);
        JsonPath decision = decided(supplier);
        assertThat(decision.getList("measures")).hasSize(2);
        Api.sending(finance, """
                        {"lines":[{"measure":"%s","listing":"%s","result":"IMPLEMENTED"}]}""".formatted(
                        decision.getString("measures[0].measure"), decision.getString("measures[0].listing.id")))
                .post("/v1/decisions/" + decision.getString("id") + "/feedback")
                .then()
                .statusCode(201);
        JsonPath counted = read("feedback", "2032-07", "2032-07", null);
        String item = "items.find { it.measure.code == 'ZF-01' && it.listKind.code == 'ZFCG' }";
        assertThat(figure(counted, item, "due")).isEqualTo(2);
        assertThat(figure(counted, item, "given")).isEqualTo(1);
        assertThat(figure(counted, item, "inTime")).isEqualTo(1);
        assertThat(figure(counted, item, "rate")).isCloseTo(0.5, within(1e-9));
        on(LocalDate.parse(decision.getString("feedbackDueOn")).plusDays(1).toString());
        assertThat(figure(read("feedback", "2032-07", "2032-07", null), item, "overdue"))
                .isEqualTo(1);
    }

    @Test
    void tasks_are_counted_by_their_kind_as_made_acknowledged_reported_and_late() {
        on("2032-09-06");
        String first = listed(organisation());
        String second = listed(organisation());
        DailyWork.tasksMade(finance, first);
        DailyWork.tasksMade(finance, second);
        Map<String, Object> task = taskOf(first);
        String agency = (String) task.get("agency");
        String item = "items.find { it.taskKind == 'APPLY' && it.listKind.code == 'ZFCG' && it.agency.code == '"
                + agency + "' && it.region.code == '420500' && it.month == '2032-09' }";
        JsonPath made = read("tasks", "2032-09", "2032-09", null);
        assertThat(figure(made, item, "made")).isEqualTo(2);
        assertThat(figure(made, item, "acknowledged")).isZero();
        assertThat(figure(made, item, "overdue")).isZero();
        String implementing = keys.of(agency, Role.IMPLEMENTING_AGENCY);
        Api.with(implementing)
                .post("/v1/tasks/" + task.get("id") + "/acknowledgement")
                .then()
                .statusCode(200);
        Api.sending(implementing, "{\"lines\":[" + DailyWork.linesOf(task, "IMPLEMENTED") + "]}")
                .post("/v1/tasks/" + task.get("id") + "/feedback")
                .then()
                .statusCode(201);
        on("2032-09-30");
        JsonPath late = read("tasks", "2032-09", "2032-09", null);
        assertThat(figure(late, item, "acknowledged")).isEqualTo(1);
        assertThat(figure(late, item, "reported")).isEqualTo(1);
        assertThat(figure(late, item, "overdue"))
                .as("the one that was done is not late")
                .isEqualTo(1);
    }

    private Map<String, Object> taskOf(String listing) {
        return Api.with(creditOffice)
                .get("/v1/tasks?listing=" + listing)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("items[0]");
    }

    @Test
    void objections_are_told_by_month_against_the_records_at_the_end_of_each() {
        on("2032-11-05");
        answered("UPHELD");
        on("2032-12-05");
        answered("UPHELD");
        JsonPath counted = read("objections", "2032-11", "2032-12", "month,region");
        String november = "items.find { it.region.code == '420500' && it.month == '2032-11' }";
        String december = "items.find { it.region.code == '420500' && it.month == '2032-12' }";
        assertThat(figure(counted, november, "filed")).isEqualTo(1);
        assertThat(figure(counted, december, "filed")).isEqualTo(1);
        assertThat(figure(counted, december, "records")).isEqualTo(figure(counted, november, "records") + 1);
        assertThat(figure(
                        read("objections", "2032-11", "2032-12", "region"),
                        "items.find { it.region.code == '420500' }",
                        "records"))
                .isEqualTo(figure(counted, december, "records"));
    }

    @Test
    void figures_leave_as_files_and_every_reading_is_on_record() throws IOException {
        on("2030-04-10");
        decided(organisation());
        long read = entries("STATISTICS_READ");
        read("queries", "2030-04", "2030-04", null);
        assertThat(entries("STATISTICS_READ")).isEqualTo(read + 1);
        long exported = entries("STATISTICS_EXPORT");
        String csv = Api.with(creditOffice)
                .accept("text/csv")
                .queryParam("from", "2030-04")
                .queryParam("to", "2030-04")
                .get("/v1/statistics/queries")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv)
                .startsWith("\uFEFF\"措施\",\"名单种类\",\"部门\",\"地区\",\"月份\",\"查询次数\"")
                .contains("YC-CZJ 宜昌市财政局");
        byte[] book = Api.with(creditOffice)
                .accept(XLSX)
                .queryParam("from", "2030-04")
                .queryParam("to", "2030-04")
                .get("/v1/statistics/queries")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(book))) {
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(4).getStringCellValue())
                    .isEqualTo("2030-04");
        }
        assertThat(entries("STATISTICS_EXPORT")).isEqualTo(exported + 2);
    }

    @Test
    void a_question_that_cannot_be_answered_is_told_what_is_wrong() {
        Api.with(creditOffice).get("/v1/statistics/measures").then().statusCode(400);
        Api.with(creditOffice)
                .queryParam("from", "2026-02")
                .queryParam("to", "2026-01")
                .get("/v1/statistics/measures")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasSize(1))
                .body("errors[0].pointer", equalTo("query:to"));
        Api.with(creditOffice)
                .queryParam("from", "2020-01")
                .queryParam("to", "2026-01")
                .get("/v1/statistics/measures")
                .then()
                .statusCode(400);
        Api.with(creditOffice)
                .queryParam("from", "2026-01")
                .queryParam("to", "2026-01")
                .queryParam("by", "subject")
                .get("/v1/statistics/measures")
                .then()
                .statusCode(400);
        Api.with(creditOffice)
                .queryParam("from", "2026-01")
                .queryParam("to", "2026-01")
                .get("/v1/statistics/persons")
                .then()
                .statusCode(404);
    }

    private void on(String day) {
        clock.set(LocalDate.parse(day).atTime(10, 0).atZone(clock.getZone()).toInstant());
    }

    private String listed(String supplier) {
        LocalDate from = LocalDate.ofInstant(clock.instant(), clock.getZone()).minusMonths(2);
        return DailyWork.entered(
                finance,
                Fixtures.procurementBan(supplier, from, from.plusYears(2).minusDays(1))
                        .replace("示范罚1号", "示范罚" + ++nextDocument + "号")
                        .replace("\"420100\"", "\"420500\""));
    }

    private JsonPath decided(String supplier) {
        listed(supplier);
        return DailyWork.decided(finance, Fixtures.question(supplier).replace("\"420100\"", "\"420500\""));
    }

    private void feedback(JsonPath decision, String result) {
        DailyWork.fedBack(finance, decision, result, "\"reason\":\"依法处理\",\"amountCny\":300");
    }

    private JsonPath read(String topic, String from, String to, String by) {
        var request = Api.with(creditOffice).queryParam("from", from).queryParam("to", to);
        return (by == null ? request : request.queryParam("by", by))
                .get("/v1/statistics/" + topic)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static double figure(JsonPath counted, String item, String code) {
        return counted.getDouble(item + ".figures.find { it.code == '" + code + "' }.value");
    }

    private long entries(String kind) {
        return ((Number) entities.createNativeQuery("select count(*) from audit_entry where kind = :kind")
                        .setParameter("kind", kind)
                        .getSingleResult())
                .longValue();
    }

    private static String organisation() {
        return Fixtures.organisation("91420500", String.format(Locale.ROOT, "TA%06d", ++nextSubject));
    }
}
