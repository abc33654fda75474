package org.xinheng.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Role;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.life.ImpactOfDraft;
import org.xinheng.release.service.ApproveRelease;
import org.xinheng.testing.ContractFilter;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.ReleaseBooks;
import org.xinheng.testing.TestKeys;
import org.xinheng.work.Job;
import org.xinheng.work.JobKind;
import org.xinheng.work.Jobs;

/** Issue 3, items 6 and 7: four eyes, a date, a way back, and what decisions are made under. */
@QuarkusTest
class ReleaseLifeApiTest {
    private static final String CUSTOMS = "memoranda/customs.xlsx";
    private static int variants;

    @Inject
    TestKeys keys;

    @Inject
    Clock clock;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Jobs jobs;

    @Inject
    ApproveRelease approveRelease;

    /** Taken back after each test, so that the next one begins under the first release. */
    private final Deque<String> toTakeBack = new ArrayDeque<>();

    private String editor;
    private String approver;
    private String colleague;
    private String operator;
    private String agency;
    private LocalDate today;

    @BeforeEach
    void policyStaffAnApproverAnOperatorAndAnAgency() {
        editor = keys.key("WH-XYB", Role.EDITOR);
        approver = keys.key("WH-XYB", Role.APPROVER);
        colleague = keys.key("WH-XYB", Role.APPROVER);
        operator = keys.key("WH-XYB", Role.OPERATOR);
        agency = keys.key("WH-CZJ", Role.IMPLEMENTING_AGENCY);
        today = BeijingTime.dayOf(clock.instant());
    }

    @AfterEach
    void theFirstReleaseServesAgain() {
        while (!toTakeBack.isEmpty()) {
            step(operator, toTakeBack.pop(), "rollback", "测试结束").statusCode(200);
        }
    }

    @Test
    void a_release_approved_for_today_decides_at_once_and_its_answers_name_its_content() {
        String id = draft();
        String before = decidedUnder(today);
        approveByTwo(id, today)
                .statusCode(200)
                .body("state", equalTo("IN_FORCE"))
                .body("effectiveFrom", equalTo(today.toString()))
                .body("approvals[0].reason", equalTo("已核对"))
                .body("tenures[0].step", equalTo("APPROVAL"));
        toTakeBack.push(id);
        assertThat(decidedUnder(today)).isNotEqualTo(before).isEqualTo(contentHash(id));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'law in force' }.data.contentHash", equalTo(contentHash(id)));
    }

    @Test
    void a_release_approved_for_a_day_to_come_decides_from_that_day_on() {
        String id = draft();
        approveByTwo(id, today.plusDays(10))
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("effectiveFrom", equalTo(today.plusDays(10).toString()));
        toTakeBack.push(id);
        assertThat(decidedUnder(today.plusDays(9))).isNotEqualTo(contentHash(id));
        assertThat(decidedUnder(today.plusDays(10))).isEqualTo(contentHash(id));
    }

    @Test
    void activation_lets_an_approved_release_become_law_at_once() {
        String id = draft();
        step(approver, id, "activation", "不等了").statusCode(409).body("code", equalTo("RELEASE_NOT_APPROVED"));
        approveByTwo(id, today.plusDays(10)).statusCode(200);
        toTakeBack.push(id);
        step(editor, id, "activation", "不等了").statusCode(403);
        step(approver, id, "activation", "不等了")
                .statusCode(200)
                .body("state", equalTo("IN_FORCE"))
                .body("tenures.calledOff", equalTo(List.of(true, false)));
        assertThat(decidedUnder(today)).isEqualTo(contentHash(id));
        step(approver, id, "activation", "再次").statusCode(200).body("tenures.size()", equalTo(2));
    }

    @Test
    void whoever_handed_it_in_does_not_activate_it_either() {
        String both = keys.key("WH-XYB", Role.EDITOR, Role.APPROVER);
        String id = draft(both);
        approveByTwo(id, today.plusDays(10)).statusCode(200);
        toTakeBack.push(id);
        step(both, id, "activation", "不等了").statusCode(403).body("code", equalTo("APPROVER_IS_EDITOR"));
        asked(editor).get("/v1/releases/{id}", id).then().body("state", equalTo("APPROVED"));
    }

    @Test
    void bytes_that_changed_since_the_approval_cannot_be_activated() throws SQLException {
        String id = draft();
        approveByTwo(id, today.plusDays(10)).statusCode(200);
        toTakeBack.push(id);
        addAByte(id);
        step(approver, id, "activation", "不等了").statusCode(409).body("code", equalTo("RELEASE_CHANGED"));
    }

    @Test
    void a_draft_a_difference_and_a_template_build_on_the_release_in_force() throws IOException {
        String title = "海关通关和认证(试行" + ++variants + ")";
        byte[] registers = ReleaseBooks.edited(
                "registers.xlsx", book -> ReleaseBooks.set(book.getSheet("办理事项"), "CUSTOMS_CLEARANCE", "名称", title));
        String id = asked(editor)
                .multiPart("registers.xlsx", "registers.xlsx", registers)
                .post("/v1/releases")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        awaitChecked(id);
        approveByTwo(id, today).statusCode(200).body("state", equalTo("IN_FORCE"));
        toTakeBack.push(id);
        String next = draft();
        assertThat(asked(editor)
                        .get("/v1/releases/{id}/workbooks/{name}", next, "registers.xlsx")
                        .asByteArray())
                .isEqualTo(registers);
        asked(editor)
                .get("/v1/releases/{id}/diff", next)
                .then()
                .statusCode(200)
                .body("against", equalTo(id))
                .body("changed", equalTo(1));
        byte[] template = asked(editor)
                .queryParam("workbook", "memoranda/measures.xlsx")
                .get("/v1/template")
                .asByteArray();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            var words = new ArrayList<String>();
            book.getSheet("字典").forEach(row -> row.forEach(cell -> words.add(cell.toString())));
            assertThat(words).contains(title);
        }
    }

    @Test
    void one_call_takes_a_release_back_and_it_stays_readable() {
        String before = decidedUnder(today);
        String id = draft();
        approveByTwo(id, today).statusCode(200);
        assertThat(decidedUnder(today)).isEqualTo(contentHash(id));
        step(operator, id, "rollback", "多列了一项")
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("withdrawals[0].reason", equalTo("多列了一项"));
        assertThat(decidedUnder(today)).isEqualTo(before);
        asked(editor)
                .get("/v1/releases/{id}/workbooks/{name}", id, CUSTOMS)
                .then()
                .statusCode(200);
        asked(agency).get("/v1/releases/{id}", id).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        step(operator, id, "rollback", "再来").statusCode(409).body("code", equalTo("RELEASE_NOT_IN_FORCE"));
        approveByTwo(id, today).statusCode(200).body("state", equalTo("IN_FORCE"));
        toTakeBack.push(id);
    }

    @Test
    void a_day_that_was_approved_is_called_off_by_the_same_call() {
        String id = draft();
        approveByTwo(id, today.plusDays(3)).statusCode(200);
        step(approver, id, "rollback", "等细则").statusCode(200).body("state", equalTo("WITHDRAWN"));
        assertThat(decidedUnder(today.plusDays(3))).isNotEqualTo(contentHash(id));
    }

    @Test
    void whoever_handed_it_in_does_not_approve_it_under_any_key_of_theirs() {
        String both = keys.key("WH-XYB", Role.EDITOR, Role.APPROVER);
        String own = draft(both);
        approve(both, own, today).statusCode(403).body("code", equalTo("APPROVER_IS_EDITOR"));

        String editing = keys.keyOf("王五", "WH-XYB", Role.EDITOR);
        String approving = keys.keyOf("王五", "WH-XYB", Role.APPROVER);
        String id = draft(editing);
        approve(approving, id, today).statusCode(403).body("code", equalTo("APPROVER_IS_EDITOR"));
        asked(editor).get("/v1/releases/{id}", id).then().body("state", equalTo("DRAFT"));
    }

    @Test
    void above_the_share_a_further_person_approves_the_same_day() {
        QuarkusMock.installMockForType((release, against) -> Optional.of(new BigDecimal("0.2")), ImpactOfDraft.class);
        String id = draft();
        String first = keys.keyOf("赵六", "WH-XYB", Role.APPROVER);
        approve(first, id, today)
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("approvals[0].approversNeeded", equalTo(2))
                .body("approvals[0].changedShare", equalTo(0.2f));
        approve(first, id, today).statusCode(409).body("code", equalTo("APPROVED_BY_YOU"));
        approve(keys.keyOf("赵六", "WH-XYB", Role.APPROVER), id, today)
                .statusCode(409)
                .body("code", equalTo("APPROVED_BY_YOU"));
        approve(approver, id, today.plusDays(1)).statusCode(200).body("state", equalTo("DRAFT"));
        approve(approver, id, today).statusCode(200).body("state", equalTo("IN_FORCE"));
        toTakeBack.push(id);
    }

    @Test
    void while_the_impact_is_being_counted_nobody_approves() {
        String id = draft();
        QuarkusTransaction.begin();
        try {
            jobs.ask(Job.about(UUID.fromString(id), JobKind.IMPACT, null, clock.instant()));
            assertThat(catchThrowableOfType(
                                    Refusal.class,
                                    () -> approveRelease.approve(
                                            new Caller(UUID.randomUUID(), "WH-XYB", Set.of(Role.APPROVER)),
                                            UUID.fromString(id),
                                            today,
                                            "已核对"))
                            .code())
                    .isEqualTo(ErrorCode.RELEASE_IMPACT_PENDING);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void whoever_hands_in_the_same_content_is_its_editor_too() {
        byte[] bytes = variant();
        String id = draft(editor, bytes);
        String second = keys.key("WH-XYB", Role.EDITOR, Role.APPROVER);
        assertThat(upload(second, bytes).statusCode(200).extract().<String>path("id"))
                .isEqualTo(id);
        approve(second, id, today).statusCode(403).body("code", equalTo("APPROVER_IS_EDITOR"));
    }

    @Test
    void what_cannot_be_approved_says_why_and_nothing_changes() {
        String id = draft();
        approve(editor, id, today).statusCode(403).body("code", equalTo("FORBIDDEN_ROLE"));
        approve(approver, id, today.minusDays(1)).statusCode(422).body("code", equalTo("RELEASE_DAY_PAST"));
        approve(approver, id, today.plusYears(6)).statusCode(422).body("code", equalTo("FIELD_RANGE"));
        asked(approver)
                .contentType(ContentType.JSON)
                .body("{\"effectiveFrom\":\"" + today + "\"}")
                .post("/v1/releases/{id}/approval", id)
                .then()
                .statusCode(422)
                .body("code", equalTo("FIELD_MISSING"))
                .body("errors[0].pointer", equalTo("/reason"));
        approve(approver, "00000000-0000-0000-0000-000000000000", today)
                .statusCode(404)
                .body("code", equalTo("RELEASE_NOT_FOUND"));
        String refused = upload(editor, new byte[] {1, (byte) ++variants})
                .statusCode(202)
                .extract()
                .path("id");
        awaitChecked(refused);
        approve(approver, refused, today).statusCode(409).body("code", equalTo("RELEASE_HAS_ERRORS"));
        asked(editor).get("/v1/releases/{id}", id).then().body("state", equalTo("DRAFT"));
    }

    @Test
    void bytes_that_changed_since_they_were_checked_cannot_become_law() throws SQLException {
        String id = draft();
        addAByte(id);
        approve(approver, id, today).statusCode(409).body("code", equalTo("RELEASE_CHANGED"));
    }

    @Test
    void a_release_with_rows_whose_article_is_not_in_force_on_the_day_is_refused_for_that_day() {
        byte[] registers = ReleaseBooks.edited("registers.xlsx", book -> {
            var sheet = book.getSheet("法规依据");
            ReleaseBooks.set(sheet, "HGJCTL-9", "失效日", today.plusDays(20).toString());
        });
        String id = asked(editor)
                .multiPart("registers.xlsx", "registers.xlsx", registers)
                .post("/v1/releases")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        awaitChecked(id);
        asked(editor).get("/v1/releases/{id}", id).then().body("state", equalTo("DRAFT"));
        approve(approver, id, today.plusDays(21))
                .statusCode(422)
                .body("code", equalTo("RELEASE_NOT_FOR_DAY"))
                .body("detail", containsString("BASIS_NOT_IN_FORCE"));
    }

    @Test
    void every_step_is_on_record_with_who_and_why() throws SQLException {
        String id = draft();
        approveByTwo(id, today.plusDays(2)).statusCode(200);
        step(approver, id, "activation", "提前").statusCode(200);
        step(operator, id, "rollback", "撤回").statusCode(200);
        assertThat(audited(id))
                .containsExactly(
                        "RELEASE null",
                        "RELEASE_HANDED_IN null",
                        "RELEASE_CHECKED null",
                        "RELEASE_APPROVED 已核对",
                        "RELEASE_APPROVED 已核对",
                        "ACTIVATION 已核对",
                        "RELEASE_CALLED_OFF 提前",
                        "ACTIVATION 提前",
                        "RELEASE_ROLLED_BACK 撤回");
    }

    @Test
    void an_approval_sent_twice_under_one_key_has_one_effect() {
        String id = draft();
        String body = "{\"effectiveFrom\":\"%s\",\"reason\":\"已核对\"}".formatted(today.plusDays(4));
        approve(colleague, id, today.plusDays(4)).statusCode(200);
        String first = asked(approver)
                .header("Idempotency-Key", "once-" + id)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/releases/{id}/approval", id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        toTakeBack.push(id);
        asked(approver)
                .header("Idempotency-Key", "once-" + id)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/releases/{id}/approval", id)
                .then()
                .statusCode(200)
                .header("Idempotent-Replay", "true")
                .body(equalTo(first));
    }

    @Test
    void bad_good_and_two_at_once_run_exactly_the_rows_that_were_handed_in() throws InterruptedException {
        String bad = upload(editor, new byte[] {2, (byte) ++variants})
                .statusCode(202)
                .extract()
                .path("id");
        var drafts = new java.util.concurrent.ConcurrentLinkedQueue<Renamed>();
        drafts.add(handedIn("HG-901"));
        List<Thread> both = Stream.of("HG-902", "HG-903")
                .map(row -> new Thread(() -> drafts.add(handedIn(row))))
                .toList();
        both.forEach(Thread::start);
        for (Thread each : both) {
            each.join();
        }
        awaitChecked(bad);
        asked(editor).get("/v1/releases/{id}", bad).then().body("state", equalTo("REFUSED"));
        assertThat(drafts).hasSize(3);
        String before = null;
        for (Renamed draft : drafts) {
            String id = draft.id();
            awaitChecked(id);
            List<String> rows = asked(editor)
                    .get("/v1/releases/{id}/findings", id)
                    .then()
                    .body("items.findAll { it.severity == 'ERROR' }", equalTo(List.of()))
                    .extract()
                    .path("coverage.source.rowCode");
            assertThat(rows).filteredOn(row -> row.startsWith("HG-90")).containsExactly(draft.row());
            if (before != null) {
                approve(colleague, id, today)
                        .statusCode(409)
                        .body("code", equalTo("RELEASE_OUTDATED"))
                        .body("detail", containsString(before));
                upload(editor, draft.bytes()).statusCode(200).body("id", equalTo(id));
            }
            approveByTwo(id, today).statusCode(200);
            assertThat(customsRows())
                    .as("the rows that decide")
                    .contains(draft.row())
                    .doesNotContain("HG-001");
            assertThat(decidedUnder(today)).isEqualTo(contentHash(id));
            toTakeBack.push(id);
            before = id;
        }
    }

    private record Renamed(String row, byte[] bytes, String id) {}

    private Renamed handedIn(String row) {
        byte[] bytes = ReleaseBooks.renamedRow(CUSTOMS, "HG-001", row);
        return new Renamed(
                row, bytes, upload(editor, bytes).statusCode(202).extract().path("id"));
    }

    /** Codes of the rows that decide about a listed customs debtor's clearance today. */
    private List<String> customsRows() {
        String customs = keys.key("WH-HG", Role.INITIATING_DEPARTMENT, Role.IMPLEMENTING_AGENCY);
        String subject = Fixtures.organisation();
        ReleaseBooks.listDebtor(customs, subject, today);
        return asked(customs)
                .contentType(ContentType.JSON)
                .body("""
                {"subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},
                 "matter":"CUSTOMS_CLEARANCE","region":"420100","purpose":"通关","caseNumber":"测试-1"}""".formatted(subject))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .path("measures.source.rowCode");
    }

    private String decidedUnder(LocalDate day) {
        return asked(agency)
                .contentType(ContentType.JSON)
                .body("""
                {"subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},
                 "matter":"GOVERNMENT_PROCUREMENT_QUALIFICATION","region":"420100","asOf":"%s",
                 "purpose":"供应商资格审查","caseNumber":"测试-1"}""".formatted(Fixtures.organisation(), day))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .path("release.contentHash");
    }

    private String draft() {
        return draft(editor);
    }

    private String draft(String by) {
        return draft(by, variant());
    }

    private String draft(String by, byte[] bytes) {
        String id = upload(by, bytes).statusCode(202).extract().path("id");
        awaitChecked(id);
        asked(by).get("/v1/releases/{id}", id).then().body("state", equalTo("DRAFT"));
        return id;
    }

    private static synchronized byte[] variant() {
        return ReleaseBooks.variantOf(CUSTOMS, "之" + ++variants);
    }

    private ValidatableResponse upload(String by, byte[] bytes) {
        return asked(by)
                .multiPart(CUSTOMS, "customs.xlsx", bytes)
                .post("/v1/releases")
                .then();
    }

    private void awaitChecked(String id) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> !asked(editor)
                        .get("/v1/releases/{id}", id)
                        .<String>path("state")
                        .equals("CHECKING"));
    }

    private ValidatableResponse approve(String by, String id, LocalDate from) {
        return asked(by)
                .contentType(ContentType.JSON)
                .body("{\"effectiveFrom\":\"%s\",\"reason\":\"已核对\"}".formatted(from))
                .post("/v1/releases/{id}/approval", id)
                .then();
    }

    /** As what nobody has counted must be approved. */
    private ValidatableResponse approveByTwo(String id, LocalDate from) {
        approve(colleague, id, from).statusCode(200).body("approvals[-1].approversNeeded", equalTo(2));
        return approve(approver, id, from);
    }

    private ValidatableResponse step(String by, String id, String step, String reason) {
        return asked(by)
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"%s\"}".formatted(reason))
                .post("/v1/releases/{id}/" + step, id)
                .then();
    }

    private String contentHash(String id) {
        return asked(editor).get("/v1/releases/{id}", id).path("contentHash");
    }

    private List<String> audited(String reference) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "select kind || ' ' || coalesce(purpose, 'null') from audit_entry where reference = ? order by number")) {
            statement.setString(1, reference);
            try (var rows = statement.executeQuery()) {
                var kinds = new ArrayList<String>();
                while (rows.next()) {
                    kinds.add(rows.getString(1));
                }
                return kinds;
            }
        }
    }

    private void addAByte(String id) throws SQLException {
        execute("alter table release_workbook disable trigger release_workbook_stays");
        execute("update release_workbook set bytes = bytes || '\\x00' where name = '" + CUSTOMS + "' and release_id = '"
                + id + "'");
        execute("alter table release_workbook enable trigger release_workbook_stays");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static RequestSpecification asked(String key) {
        return given().filter(new ContractFilter()).auth().oauth2(key);
    }
}
