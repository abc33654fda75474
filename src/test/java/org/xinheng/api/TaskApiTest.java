package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Matter;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.task.TaskOutbox;
import org.xinheng.testing.Api;
import org.xinheng.testing.ClockToSet;
import org.xinheng.testing.DailyWork;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.Keys;
import org.xinheng.testing.PostgresResource;
import org.xinheng.testing.SettableClock;
import org.xinheng.testing.TestDatabase;

/** What a change of a listing asks of agencies, what they answer, and what a withdrawal recalls, over HTTP. */
@QuarkusTest
@TestProfile(ClockToSet.class)
@QuarkusTestResource(PostgresResource.class)
class TaskApiTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @Inject
    Keys keys;

    @Inject
    SettableClock clock;

    @Inject
    RegistersInForce registers;

    @Inject
    TestDatabase database;

    @Inject
    EntityManager entities;

    @Inject
    TaskOutbox outbox;

    private String finance;
    private String court;
    private String creditOffice;

    @BeforeEach
    void departmentsOnAKnownDay() {
        on(TODAY);
        finance = keys.of("WH-CZJ", Role.IMPLEMENTING_AGENCY, Role.INITIATING_DEPARTMENT);
        court = keys.of("WH-ZY", Role.INITIATING_DEPARTMENT);
        creditOffice = keys.of("WH-XYB", Role.CREDIT_OFFICE);
    }

    @Test
    void a_new_entry_tasks_exactly_the_agencies_whose_decisions_would_give_a_measure() {
        String person = Fixtures.person();
        String listing = DailyWork.entered(
                court,
                Fixtures.defaulter(
                        person, "示范人", TODAY.minusDays(10), TODAY.plusYears(2).minusDays(11)));
        DailyWork.tasksMade(court, listing);

        Set<String> tasked = new TreeSet<>();
        tasksOf(listing)
                .getList("items", Map.class)
                .forEach(task -> ((List<?>) task.get("lines"))
                        .forEach(line -> ((List<?>) ((Map<?, ?>) line).get("matters"))
                                .forEach(matter -> tasked.add(
                                        task.get("agency") + " " + matter + " " + ((Map<?, ?>) line).get("rowCode")))));
        assertThat(tasked).isNotEmpty().isEqualTo(askedOneByOne(person));
        assertThat(tasksOf(listing).getList("items.cause", String.class)).containsOnly("ENTERED");
        assertThat(tasksOf(listing).getList("items.kind", String.class)).containsOnly("APPLY");
    }

    /** Every agency asks in every matter it handles: what applies, or would apply once it says what it is about. */
    private Set<String> askedOneByOne(String person) {
        Set<String> given = new TreeSet<>();
        for (Department department : registers.now().departments().values()) {
            String key = keys.of(department.code(), Role.IMPLEMENTING_AGENCY);
            for (Matter matter : registers.now().matters().values()) {
                if (matter.agencyKinds().contains(department.kind())) {
                    JsonPath answer = Api.sending(key, """
                                    {"subject":{"type":"PERSON","scheme":"CITIZEN_ID","identifier":"%s"},
                                     "matter":"%s","region":"%s","purpose":"资格审查","caseNumber":"测试-3"}""".formatted(person, matter.code(), department.region()))
                            .post("/v1/decisions")
                            .then()
                            .statusCode(201)
                            .extract()
                            .jsonPath();
                    answer.getList("measures.source.rowCode", String.class)
                            .forEach(row -> given.add(department.code() + " " + matter.code() + " " + row));
                    answer.getList("withheld.findAll { it.reason == 'CONTEXT_MISSING' }.rowCode", String.class)
                            .forEach(row -> given.add(department.code() + " " + matter.code() + " " + row));
                }
            }
        }
        return given;
    }

    @Test
    void an_agency_pulls_acknowledges_and_reports_until_the_task_is_done() {
        String listing = ban(Fixtures.organisation(), TODAY.minusMonths(2));
        DailyWork.tasksMade(finance, listing);
        Map<String, Object> task = taskOf(listing, "WH-GGZY");
        String trading = keys.of("WH-GGZY", Role.IMPLEMENTING_AGENCY);
        String path = "/v1/tasks/" + task.get("id");
        long before = Long.parseLong((String) task.get("number")) - 1;

        Api.with(trading)
                .get("/v1/tasks?after=" + before)
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(task.get("id")))
                .body("items[0].state", equalTo("OPEN"))
                .body("items.agency", everyItem(equalTo("WH-GGZY")));
        Api.with(keys.of("YC-GGZY", Role.IMPLEMENTING_AGENCY))
                .post(path + "/acknowledgement")
                .then()
                .statusCode(404)
                .body("code", equalTo("TASK_NOT_FOUND"));
        String acknowledgedAt = Api.with(trading)
                .post(path + "/acknowledgement")
                .then()
                .statusCode(200)
                .body("state", equalTo("ACKNOWLEDGED"))
                .extract()
                .path("acknowledgedAt");
        on(TODAY.plusDays(1));
        Api.with(trading)
                .post(path + "/acknowledgement")
                .then()
                .statusCode(200)
                .body("acknowledgedAt", equalTo(acknowledgedAt));

        report(trading, path, "{\"measure\":\"ZF-01\",\"rowCode\":\"ZFCG-999\",\"result\":\"IMPLEMENTED\"}")
                .statusCode(422)
                .body("code", equalTo("TASK_LINE_UNKNOWN"))
                .body("errors[0].pointer", equalTo("/lines/0/measure"));
        report(trading, path, DailyWork.linesOf(task, "NOT_IMPLEMENTED"))
                .statusCode(422)
                .body("code", equalTo("FEEDBACK_REASON_REQUIRED"));
        String done = DailyWork.linesOf(task, "IMPLEMENTED");
        report(trading, path, done + "," + done)
                .statusCode(422)
                .body("code", equalTo("FIELD_VALUE"))
                .body("errors[0].pointer", equalTo("/lines/" + ((List<?>) task.get("lines")).size()));
        report(trading, path, done.replaceFirst("}", ",\"implementedOn\":\"" + TODAY.plusDays(2) + "\"}"))
                .statusCode(422)
                .body("code", equalTo("FIELD_RANGE"))
                .body("errors[0].pointer", equalTo("/lines/0/implementedOn"));
        report(trading, path, done)
                .statusCode(201)
                .body("state", equalTo("DONE"))
                .body("overdue", equalTo("NONE"))
                .body("lines.result", everyItem(equalTo("IMPLEMENTED")));
        Api.with(finance)
                .get("/v1/listings/" + listing + "/propagation")
                .then()
                .statusCode(200)
                .body("made", is(true))
                .body("counts.acknowledged", equalTo(1))
                .body("counts.done", equalTo(1))
                .body("tasks.find { it.agency == 'WH-GGZY' }.lines[0].result", equalTo("IMPLEMENTED"));
        assertThat(onRecord((String) task.get("id"))).isEqualTo(List.of("TASK_ACKNOWLEDGED", "TASK_REPORTED"));
    }

    @Test
    void the_propagation_report_is_read_page_by_page_and_counts_all_tasks_on_each() {
        String listing = ban(Fixtures.organisation(), TODAY.minusMonths(2));
        DailyWork.tasksMade(finance, listing);
        Set<String> tasked = agencies(listing, "APPLY");
        assertThat(tasked).hasSizeGreaterThan(1);
        String path = "/v1/listings/" + listing + "/propagation";
        List<String> read = new ArrayList<>();
        String next = "0";
        for (int turn = 0; turn < tasked.size(); turn++) {
            JsonPath page = Api.with(finance)
                    .get(path + "?size=1&after=" + next)
                    .then()
                    .statusCode(200)
                    .body("counts.tasks", equalTo(tasked.size()))
                    .body("counts.agencies", equalTo(tasked.size()))
                    .body("tasks", hasSize(1))
                    .extract()
                    .jsonPath();
            read.add(page.getString("tasks[0].agency"));
            next = page.getString("next");
        }
        assertThat(next).isNull();
        assertThat(read).containsExactlyInAnyOrderElementsOf(tasked);
        Api.with(finance).get(path).then().body("next", nullValue()).body("tasks", hasSize(tasked.size()));
        Api.with(finance).get(path + "?after=one").then().statusCode(400).body("code", equalTo("PARAMETER_INVALID"));
    }

    @Test
    void what_an_agency_leaves_undone_is_reminded_and_then_the_credit_offices() {
        String listing = ban(Fixtures.organisation(), TODAY.minusMonths(2));
        DailyWork.tasksMade(finance, listing);
        // Tuesday 24 November: acknowledged within 2 working days, reported within 10, escalated 5 later
        assertThat(taskOf(listing, "WH-GGZY"))
                .containsEntry("acknowledgeBy", "2026-11-26")
                .containsEntry("reportBy", "2026-12-08")
                .containsEntry("overdue", "NONE");
        on(LocalDate.parse("2026-11-27"));
        assertThat(taskOf(listing, "WH-GGZY")).containsEntry("overdue", "REMINDER");
        assertThat(late(listing, "REMINDER")).contains("WH-GGZY");
        String seen = keys.of("WH-CZJ", Role.IMPLEMENTING_AGENCY);
        Api.with(seen)
                .post("/v1/tasks/" + taskOf(listing, "WH-CZJ").get("id") + "/acknowledgement")
                .then()
                .statusCode(200);
        assertThat(late(listing, "REMINDER")).doesNotContain("WH-CZJ").contains("WH-GGZY");
        on(LocalDate.parse("2026-12-09"));
        assertThat(late(listing, "REMINDER")).contains("WH-CZJ", "WH-GGZY");
        on(LocalDate.parse("2026-12-15"));
        assertThat(taskOf(listing, "WH-GGZY")).containsEntry("overdue", "REMINDER");
        assertThat(late(listing, "CREDIT_OFFICE")).isEmpty();
        on(LocalDate.parse("2026-12-16"));
        assertThat(late(listing, "CREDIT_OFFICE")).contains("WH-GGZY");

        String trading = keys.of("WH-GGZY", Role.IMPLEMENTING_AGENCY);
        Map<String, Object> task = taskOf(listing, "WH-GGZY");
        report(trading, "/v1/tasks/" + task.get("id"), DailyWork.linesOf(task, "IMPLEMENTED"))
                .statusCode(201);
        assertThat(late(listing, "CREDIT_OFFICE")).doesNotContain("WH-GGZY").isNotEmpty();
    }

    @Test
    void a_removal_lifts_at_the_same_agencies_and_takes_the_place_of_what_was_not_done() {
        String listing = ban(Fixtures.organisation(), TODAY.minusMonths(13));
        DailyWork.tasksMade(finance, listing);
        Set<String> tasked = agencies(listing, "APPLY");
        Api.sending(finance, "{\"removedOn\":\"%s\",\"reason\":\"期满\",\"documentNumber\":\"移出1号\"}".formatted(TODAY))
                .post("/v1/listings/" + listing + "/removal")
                .then()
                .statusCode(201);
        DailyWork.tasksMade(finance, listing);

        assertThat(agencies(listing, "LIFT")).isEqualTo(tasked);
        JsonPath tasks = tasksOf(listing);
        assertThat(tasks.getList("items.findAll { it.kind == 'LIFT' }.cause", String.class))
                .containsOnly("REMOVED");
        assertThat(tasks.getList("items.findAll { it.kind == 'APPLY' }.state", String.class))
                .containsOnly("SUPERSEDED");
        List<Long> numbers = tasks.getList("items.number", String.class).stream()
                .map(Long::parseLong)
                .toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_later_task_takes_the_place_of_the_lines_that_it_names_and_of_no_others() {
        String listing = ban(Fixtures.organisation(), TODAY.minusMonths(13));
        DailyWork.tasksMade(finance, listing);
        restored(listing);
        DailyWork.tasksMade(finance, listing);
        String agency = agencies(listing, "LIFT").stream()
                .filter(each -> linesOf(taskOf(listing, each)) > linesOf(liftOf(listing, each)))
                .findFirst()
                .orElseThrow();
        String lift = (String) liftOf(listing, agency).get("number");
        assertThat(taskOf(listing, agency))
                .as("the decided term runs on, and is still to be applied")
                .containsEntry("kind", "APPLY")
                .containsEntry("state", "OPEN");
        on(LocalDate.parse("2026-12-16"));
        assertThat(late(listing, "CREDIT_OFFICE")).contains(agency);
        assertThat(lateByFigures(agency))
                .as("figures call late what the list calls late")
                .isEqualTo(lateTasks(agency));
        on(TODAY);

        happened(listing, "REVOKED");
        DailyWork.tasksMade(finance, listing);
        assertThat(taskOf(listing, agency))
                .as("both lifts together name all of it")
                .containsEntry("state", "SUPERSEDED");
        assertThat(liftOf(listing, agency))
                .containsEntry("number", lift)
                .containsEntry("cause", "RESTORED")
                .containsEntry("state", "OPEN");
        assertThat(openOf(listing)).contains(lift);
        reportLifts(listing, "REVOKED", "IMPLEMENTED");
        recall(finance, listing).body("settled", is(false));
        reportLifts(listing, "RESTORED", "IMPLEMENTED");
        recall(finance, listing).body("settled", is(true));
        assertThat(openOf(listing)).isEmpty();
    }

    private int lateTasks(String agency) {
        return Api.with(keys.of(agency, Role.IMPLEMENTING_AGENCY))
                .get("/v1/tasks?overdue=REMINDER&size=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items")
                .size();
    }

    private int lateByFigures(String agency) {
        return Api.with(keys.of("WH-XYB", Role.CREDIT_OFFICE))
                .get("/v1/statistics/tasks?from=2026-01&to=2026-12&by=agency")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("items.find { it.agency.code == '" + agency
                        + "' }.figures.find { it.code == 'overdue' }.value");
    }

    @Test
    void a_lift_that_a_stay_left_undone_is_part_of_the_recall_that_comes_after() {
        String listing = ban(Fixtures.organisation(), TODAY.minusMonths(2));
        DailyWork.tasksMade(finance, listing);
        Map<String, Object> applied = taskOf(listing, "WH-GGZY");
        report(
                        keys.of("WH-GGZY", Role.IMPLEMENTING_AGENCY),
                        "/v1/tasks/" + applied.get("id"),
                        DailyWork.linesOf(applied, "IMPLEMENTED"))
                .statusCode(201);
        happened(listing, "STAYED");
        DailyWork.tasksMade(finance, listing);
        recall(finance, listing).body("withdrawn", is(false)).body("tasks", hasSize(0));

        happened(listing, "REVOKED");
        DailyWork.tasksMade(finance, listing);
        recall(finance, listing)
                .body("withdrawn", is(true))
                .body("settled", is(false))
                .body("tasks.agency", hasItem("WH-GGZY"));
        reportLifts(listing, "STAYED", "IMPLEMENTED");
        recall(finance, listing).body("settled", is(true)).body("tasks.state", everyItem(equalTo("DONE")));
    }

    @Test
    void a_decision_of_which_one_measure_was_recalled_before_is_recalled_in_its_others_later() {
        String company = Fixtures.organisation();
        String listing = DailyWork.entered(court, consumptionOrder(company, Fixtures.person()));
        DailyWork.tasksMade(court, listing);
        JsonPath decision = DailyWork.decided(keys.of("WH-JTJ", Role.IMPLEMENTING_AGENCY), """
                {"subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},"matter":"HIGH_CONSUMPTION_CHECK",
                 "matterItem":{"item":"RAIL_TRAVEL"},"region":"420100","purpose":"购票审查","caseNumber":"测试-5"}""".formatted(company));
        List<String> rows = decision.getList("measures.source.rowCode", String.class);
        assertThat(rows).contains("XZXF-001").hasSizeGreaterThan(1);
        QuarkusTransaction.begin();
        try {
            entities.createNativeQuery("""
                            insert into task_decision (task_id, round_id, listing_id, decision_id, measure, row_code, role)
                            select t.id, t.round_id, t.listing_id, cast(:decision as uuid), 'XF-01', 'XZXF-001',
                                   'LISTED_SUBJECT'
                            from task t where t.listing_id = cast(:listing as uuid) order by t.number limit 1""")
                    .setParameter("decision", decision.getString("id"))
                    .setParameter("listing", listing)
                    .executeUpdate();
            assertThat(outbox.resting(Set.of(UUID.fromString(listing))))
                    .extracting(each -> each.line().rowCode())
                    .containsExactlyInAnyOrderElementsOf(
                            rows.stream().filter(row -> !row.equals("XZXF-001")).toList());
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void an_entry_that_lapses_is_lifted_on_the_day_after_its_last() {
        LocalDate last = LocalDate.parse("2027-03-10");
        String listing = DailyWork.entered(
                finance, Fixtures.procurementBan(Fixtures.organisation(), TODAY.minusMonths(13), last));
        DailyWork.tasksMade(finance, listing);
        on(last);
        assertThat(agencies(listing, "LIFT")).isEmpty();
        on(last.plusDays(1));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(agencies(listing, "LIFT")).isEqualTo(agencies(listing, "APPLY")));
        assertThat(tasksOf(listing).getList("items.findAll { it.kind == 'LIFT' }.cause", String.class))
                .containsOnly("EXPIRED");
        recall(finance, listing).body("withdrawn", is(false)).body("items", hasSize(0));
    }

    @Test
    void an_entry_tasks_agencies_about_the_person_it_names_in_a_role() {
        String company = Fixtures.organisation();
        String director = Fixtures.person();
        String listing = DailyWork.entered(court, consumptionOrder(company, director));
        DailyWork.tasksMade(court, listing);
        JsonPath tasks = tasksOf(listing);
        String about = "items.findAll { it.lines.any { it.role == 'LEGAL_REPRESENTATIVE' } }";
        assertThat(tasks.getList(about)).isNotEmpty();
        String id = tasks.getString(about + "[0].id");
        String agency = keys.of(tasks.getString(about + "[0].agency"), Role.IMPLEMENTING_AGENCY);
        Api.with(agency).get("/v1/tasks/" + id).then().statusCode(422).body("code", equalTo("PURPOSE_REQUIRED"));
        Api.with(agency)
                .queryParam("purpose", "实施措施")
                .queryParam("caseNumber", "测试-10")
                .get("/v1/tasks/" + id)
                .then()
                .statusCode(200)
                .body("persons.subject.identifier", equalTo(List.of(director)));
        assertThat(onRecord(id)).isEqualTo(List.of("TASK_READ"));
    }

    @Test
    void a_stay_lifts_and_its_end_applies_again() {
        String listing = ban(Fixtures.organisation(), TODAY.minusMonths(2));
        DailyWork.tasksMade(finance, listing);
        happened(listing, "STAYED");
        DailyWork.tasksMade(finance, listing);
        happened(listing, "STAY_ENDED");
        DailyWork.tasksMade(finance, listing);
        assertThat(tasksOf(listing).getList("items.findAll { it.agency == 'WH-GGZY' }.cause", String.class))
                .containsExactly("ENTERED", "STAYED", "RESUMED");
    }

    @Test
    void an_entry_that_begins_later_tasks_nobody_before_its_day() {
        LocalDate first = TODAY.plusDays(3);
        String body = Fixtures.procurementBan(Fixtures.organisation(), TODAY.minusDays(1), TODAY.plusYears(1))
                .replace("\"listedOn\":\"%s\"".formatted(TODAY.minusDays(1)), "\"listedOn\":\"%s\"".formatted(first));
        String listing = DailyWork.entered(finance, body);
        DailyWork.tasksMade(finance, listing);
        assertThat(agencies(listing, "APPLY")).isEmpty();
        on(first);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(agencies(listing, "APPLY")).contains("WH-GGZY"));
    }

    @Test
    void a_red_entry_is_suspended_while_a_black_one_is_in_force_and_comes_back_after() {
        String company = Fixtures.organisation();
        String tax = keys.of("WH-SWJ", Role.INITIATING_DEPARTMENT, Role.IMPLEMENTING_AGENCY);
        String red = DailyWork.entered(tax, """
                {"listKind":"AJNSR","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                 "designation":{"documentType":"LIST_DESIGNATION_DECISION","documentNumber":"示范税1号","documentDate":"2026-04-20",
                 "issuedBy":"武汉市税务局","ground":"AJNSR-1","legalBases":[]},
                 "listedOn":"2026-04-20","expiresOn":"2027-04-19","region":"420100"}""".formatted(company));
        DailyWork.tasksMade(tax, red);
        Set<String> rewarded = agencies(red, "APPLY");
        assertThat(rewarded).contains("WH-FGW");
        assertThat(rewards(company)).isNotEmpty();

        String black = ban(company, TODAY.minusMonths(13));
        DailyWork.tasksMade(finance, black);
        assertThat(agencies(red, "LIFT")).isEqualTo(rewarded);
        assertThat(tasksOf(red).getList("items.findAll { it.kind == 'LIFT' }.cause", String.class))
                .containsOnly("BLACK_LISTED");
        assertThat(rewards(company)).isEmpty();

        remove(black, false);
        DailyWork.tasksMade(finance, black);
        assertThat(tasksOf(red).getList("items.findAll { it.cause == 'RESUMED' }.agency", String.class))
                .containsExactlyInAnyOrderElementsOf(rewarded);
        assertThat(rewards(company)).isNotEmpty();
    }

    @Test
    void a_revoked_entry_recalls_every_decision_and_is_followed_until_all_is_undone() {
        String company = Fixtures.organisation();
        String listing = ban(company, TODAY.minusMonths(2));
        DailyWork.tasksMade(finance, listing);
        String trading = keys.of("WH-GGZY", Role.IMPLEMENTING_AGENCY);
        String first = decided(finance, company);
        String second = decided(trading, company);
        Api.sending(trading, """
                        {"lines":[{"measure":"ZF-01","listing":"%s","result":"IMPLEMENTED","implementedOn":"%s"}]}""".formatted(listing, TODAY))
                .post("/v1/decisions/" + second + "/feedback")
                .then()
                .statusCode(201);
        recall(finance, listing).body("withdrawn", is(false)).body("items", hasSize(0));

        happened(listing, "REVOKED");
        DailyWork.tasksMade(finance, listing);
        JsonPath recall = recall(finance, listing)
                .body("withdrawn", is(true))
                .body("made", is(true))
                .body("settled", is(false))
                .extract()
                .jsonPath();
        assertThat(recall.getList("items.decision", String.class)).contains(first, second);
        assertThat(recall.getString("items.find { it.decision == '" + second + "' }.reported"))
                .isEqualTo("IMPLEMENTED");
        assertThat(recall.getString("items.find { it.decision == '" + first + "' }.reported"))
                .isNull();
        assertThat(recall.getInt("agencies.find { it.agency == 'WH-GGZY' }.implemented"))
                .isEqualTo(1);

        Map<String, Object> lift = liftOf(listing, "WH-GGZY");
        Api.with(trading)
                .get("/v1/tasks/" + lift.get("id") + "/decisions")
                .then()
                .statusCode(200)
                .body("items.decision", everyItem(equalTo(second)));
        Api.with(keys.of("YC-GGZY", Role.IMPLEMENTING_AGENCY))
                .get("/v1/tasks/" + lift.get("id") + "/decisions")
                .then()
                .statusCode(404)
                .body("code", equalTo("TASK_NOT_FOUND"));
        String reason = DailyWork.linesOf(lift, "NOT_IMPLEMENTED")
                .replace("\"NOT_IMPLEMENTED\"", "\"NOT_IMPLEMENTED\",\"reason\":\"待办\"");
        report(trading, "/v1/tasks/" + lift.get("id"), reason).statusCode(201).body("state", equalTo("REPORTED"));
        recall(finance, listing).body("agencies.find { it.agency == 'WH-GGZY' }.undone", equalTo(0));
        for (String agency : agencies(listing, "LIFT")) {
            Map<String, Object> each = liftOf(listing, agency);
            report(
                            keys.of(agency, Role.IMPLEMENTING_AGENCY),
                            "/v1/tasks/" + each.get("id"),
                            DailyWork.linesOf(each, "IMPLEMENTED"))
                    .statusCode(201)
                    .body("state", equalTo("DONE"));
        }
        recall(finance, listing).body("settled", is(true)).body("items.undone", everyItem(equalTo("IMPLEMENTED")));
        Api.with(keys.of("WH-SWJ", Role.INITIATING_DEPARTMENT))
                .get("/v1/listings/" + listing + "/recall")
                .then()
                .statusCode(404)
                .body("code", equalTo("LISTING_NOT_FOUND"));
    }

    @Test
    void a_decision_that_was_under_way_when_its_entry_was_withdrawn_is_recalled_a_moment_later() throws Exception {
        String company = Fixtures.organisation();
        String listing = ban(company, TODAY.minusMonths(2));
        DailyWork.tasksMade(finance, listing);
        ExecutorService actors = Executors.newSingleThreadExecutor();
        try {
            AtomicReference<Future<String>> underWay = new AtomicReference<>();
            // the decision has read the entry when it comes to keep what it decided
            database.holding("lock table decision in share mode", () -> {
                underWay.set(actors.submit(() -> decided(finance, company)));
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> !database.column(
                                        "select 1 from pg_locks where relation = 'decision'::regclass and not granted")
                                .isEmpty());
                happened(listing, "REVOKED");
                DailyWork.tasksMade(finance, listing);
                recall(finance, listing).body("withdrawn", is(true)).body("items", hasSize(0));
            });
            String decision = underWay.get().get(30, TimeUnit.SECONDS);

            clock.set(clock.instant().plusSeconds(5));

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> recall(finance, listing).body("items.decision", hasItem(decision)));
        } finally {
            actors.shutdownNow();
        }
    }

    @Test
    void an_upheld_objection_and_a_correction_say_so() {
        String objected = ban(Fixtures.organisation(), TODAY.minusMonths(2));
        String corrected = ban(Fixtures.organisation(), TODAY.minusMonths(2));
        DailyWork.tasksMade(finance, corrected);
        String objection = Api.sending(creditOffice, "{\"statement\":\"与事实不符\"}")
                .post("/v1/listings/" + objected + "/objections")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Api.sending(finance, "{\"outcome\":\"UPHELD\",\"reasons\":\"经核查\",\"documentNumber\":\"异复1号\"}")
                .post("/v1/objections/" + objection + "/answer")
                .then()
                .statusCode(201);
        remove(corrected, true);
        DailyWork.tasksMade(finance, corrected);
        DailyWork.tasksMade(finance, objected);
        assertThat(liftOf(objected, "WH-GGZY")).containsEntry("cause", "OBJECTION_UPHELD");
        assertThat(liftOf(corrected, "WH-GGZY")).containsEntry("cause", "CORRECTED");
    }

    @Test
    void a_restoration_lifts_what_the_law_lets_it_lift_and_leaves_the_decided_term() {
        String company = Fixtures.organisation();
        String listing = ban(company, TODAY.minusMonths(13));
        DailyWork.tasksMade(finance, listing);
        Set<String> before = rowsOf(listing, "APPLY");
        restored(listing);
        DailyWork.tasksMade(finance, listing);
        Set<String> lifted = rowsOf(listing, "LIFT");
        assertThat(before).containsAll(lifted);
        Set<String> left = new TreeSet<>(before);
        left.removeAll(lifted);
        assertThat(left)
                .as("what still applies at the desk is what no lift task named")
                .containsAll(Api.sending(finance, Fixtures.question(company))
                        .post("/v1/decisions")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getList("measures.source.rowCode", String.class));
        assertThat(lifted).isNotEmpty();
        assertThat(tasksOf(listing).getList("items.findAll { it.kind == 'LIFT' }.cause", String.class))
                .containsOnly("RESTORED");
    }

    @Test
    void a_person_is_masked_in_a_page_and_told_in_full_for_a_case() {
        String person = Fixtures.person();
        String listing = DailyWork.entered(
                court,
                Fixtures.defaulter(
                        person, "示范人", TODAY.minusDays(10), TODAY.plusYears(2).minusDays(11)));
        DailyWork.tasksMade(court, listing);
        Map<String, Object> task = tasksOf(listing).getMap("items[0]");
        assertThat(((Map<?, ?>) task.get("subject")).get("identifier").toString())
                .contains("****")
                .isNotEqualTo(person);
        String agency = keys.of((String) task.get("agency"), Role.IMPLEMENTING_AGENCY);
        Api.with(agency)
                .get("/v1/tasks/" + task.get("id"))
                .then()
                .statusCode(422)
                .body("code", equalTo("PURPOSE_REQUIRED"));
        Api.with(agency)
                .queryParam("purpose", "实施措施")
                .queryParam("caseNumber", "测试-9")
                .get("/v1/tasks/" + task.get("id"))
                .then()
                .statusCode(200)
                .body("subject.identifier", equalTo(person))
                .body("persons", hasSize(0));
        assertThat(database.column(
                        "select purpose || ' ' || case_number || ' ' || department from audit_entry"
                                + " where kind = 'TASK_READ' and reference = ?",
                        task.get("id")))
                .containsExactly("实施措施 测试-9 " + task.get("agency"));
    }

    @Test
    void bad_questions_are_refused_with_their_pointer() {
        Api.with(creditOffice)
                .get("/v1/tasks?after=none")
                .then()
                .statusCode(400)
                .body("code", equalTo("PARAMETER_INVALID"));
        Api.with(creditOffice).get("/v1/tasks/none").then().statusCode(404).body("code", equalTo("TASK_NOT_FOUND"));
        Api.with(finance)
                .get("/v1/listings/none/recall")
                .then()
                .statusCode(404)
                .body("code", equalTo("LISTING_NOT_FOUND"));
        Api.with(creditOffice)
                .get("/v1/tasks?after=999999999999")
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("next", equalTo("999999999999"))
                .body("more", is(false));
    }

    /** What the log has of a task. */
    private List<?> onRecord(String task) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select kind from audit_entry where reference = :task order by number")
                        .setParameter("task", task)
                        .getResultList());
    }

    private void on(LocalDate day) {
        clock.set(day.atTime(10, 0).atZone(clock.getZone()).toInstant());
    }

    private String ban(String company, LocalDate from) {
        return DailyWork.entered(
                finance,
                Fixtures.procurementBan(company, from, from.plusYears(2).minusDays(1)));
    }

    private static String consumptionOrder(String company, String director) {
        return """
                {"listKind":"XZXF","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                 "gravity":"SERIOUS","designation":{"documentType":"CONSUMPTION_RESTRICTION_ORDER",
                 "documentNumber":"示范限1号","documentDate":"%s","issuedBy":"武汉市中级人民法院","ground":"XZXF-1",
                 "facts":"未履行","legalBases":["XZGXFGD-1","XZGXFGD-3"],"priorNoticeOn":"%s","measuresReminded":true,
                 "removalConditions":"履行完毕","remedies":"申请纠正"},"listedOn":"%s","expiresOn":null,"region":"420100",
                 "responsiblePersons":[{"role":"LEGAL_REPRESENTATIVE","subject":{"type":"PERSON","scheme":"CITIZEN_ID",
                 "identifier":"%s","name":"示范人"},"from":"2020-01-01","to":null}]}""".formatted(company, TODAY.minusDays(9), TODAY.minusDays(30), TODAY.minusDays(9), director);
    }

    private void remove(String listing, boolean correction) {
        Api.sending(finance, """
                        {"removedOn":"%s","reason":"移出","documentNumber":"移出1号","correction":%s}""".formatted(TODAY, correction))
                .post("/v1/listings/" + listing + "/removal")
                .then()
                .statusCode(201);
    }

    private void restored(String listing) {
        String restoration = Api.sending(creditOffice, """
                        {"performedOn":"2026-10-01","promise":"承诺依法诚信经营","documents":["履行完毕证明"]}""")
                .post("/v1/listings/" + listing + "/restorations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Api.sending(finance, "{\"granted\":true,\"reason\":\"条件具备\",\"documentNumber\":\"修1号\"}")
                .post("/v1/restorations/" + restoration + "/decision")
                .then()
                .statusCode(201);
    }

    /** Every agency reports the same of every line of its lift task that has this cause. */
    private void reportLifts(String listing, String cause, String result) {
        JsonPath tasks = tasksOf(listing);
        String lifts = "items.findAll { it.kind == 'LIFT' && it.cause == '" + cause + "' }.id";
        for (String id : tasks.getList(lifts, String.class)) {
            Map<String, Object> lift = tasks.getMap("items.find { it.id == '" + id + "' }");
            report(
                            keys.of((String) lift.get("agency"), Role.IMPLEMENTING_AGENCY),
                            "/v1/tasks/" + id,
                            DailyWork.linesOf(lift, result))
                    .statusCode(201);
        }
    }

    private static int linesOf(Map<String, Object> task) {
        return ((List<?>) task.get("lines")).size();
    }

    private List<String> openOf(String listing) {
        return Api.with(creditOffice)
                .get("/v1/tasks?size=200&open=true&listing=" + listing)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.number", String.class);
    }

    private void happened(String listing, String type) {
        DailyWork.happened(finance, listing, type, TODAY);
    }

    private static String decided(String key, String company) {
        JsonPath decision = DailyWork.decided(key, Fixtures.question(company));
        assertThat(decision.getString("outcome")).isEqualTo("PROHIBIT");
        return decision.getString("id");
    }

    private List<String> rewards(String company) {
        return Api.sending(keys.of("WH-FGW", Role.IMPLEMENTING_AGENCY), """
                        {"subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},
                         "matter":"FISCAL_FUND_APPLICATION","region":"420100","purpose":"审查","caseNumber":"测试-4"}""".formatted(company))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getList("measures.findAll { it.nature == 'REWARD' }.measure", String.class);
    }

    private JsonPath tasksOf(String listing) {
        return Api.with(creditOffice)
                .get("/v1/tasks?size=200&listing=" + listing)
                .then()
                .statusCode(200)
                .body("more", not(nullValue()))
                .extract()
                .jsonPath();
    }

    private Map<String, Object> taskOf(String listing, String agency) {
        return tasksOf(listing).getMap("items.find { it.agency == '" + agency + "' }");
    }

    private Map<String, Object> liftOf(String listing, String agency) {
        return tasksOf(listing).getMap("items.find { it.agency == '" + agency + "' && it.kind == 'LIFT' }");
    }

    private Set<String> agencies(String listing, String kind) {
        return new TreeSet<>(
                tasksOf(listing).getList("items.findAll { it.kind == '" + kind + "' }.agency", String.class));
    }

    private Set<String> rowsOf(String listing, String kind) {
        return new TreeSet<>(tasksOf(listing)
                .getList("items.findAll { it.kind == '" + kind + "' }.lines.flatten().rowCode", String.class));
    }

    private List<String> late(String listing, String overdue) {
        return Api.with(creditOffice)
                .get("/v1/tasks?size=200&overdue=" + overdue + "&listing=" + listing)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.agency", String.class);
    }

    private static ValidatableResponse recall(String key, String listing) {
        return Api.with(key)
                .get("/v1/listings/" + listing + "/recall?size=200")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse report(String key, String path, String lines) {
        return Api.sending(key, "{\"lines\":[" + lines + "]}")
                .post(path + "/feedback")
                .then();
    }
}
