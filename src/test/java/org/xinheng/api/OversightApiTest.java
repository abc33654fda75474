package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.xinheng.api.ProofActors.asked;
import static org.xinheng.api.ProofActors.organisation;
import static org.xinheng.api.ProofActors.question;
import static org.xinheng.api.ProofActors.with;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.CallerKeys;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.PostgresResource;

/** What auditors ask of all decisions together; each question is on record. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OversightApiTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    CallerKeys callerKeys;

    @Inject
    Clock clock;

    @Inject
    EntityManager entities;

    private ProofActors actors;

    @BeforeEach
    void aDesk() {
        actors = new ProofActors(callerKeys, clock);
    }

    private String barred() {
        String supplier = organisation();
        actors.listed(supplier, actors.today.minusMonths(2), actors.today.plusMonths(6));
        return supplier;
    }

    @Test
    void decisions_are_found_by_measure_row_article_agency_outcome_release_and_period_and_by_nothing_else() {
        var decision = actors.decided(barred());
        String id = decision.getString("id");
        String release = decision.getString("release.id");
        for (String criterion : List.of(
                "\"measure\":\"ZF-01\"",
                "\"rowCode\":\"ZFCG-001\"",
                "\"legalBasis\":\"ZFCGF-77\"",
                "\"agency\":\"WH-CZJ\"",
                "\"matter\":\"GOVERNMENT_PROCUREMENT_QUALIFICATION\"",
                "\"outcome\":\"PROHIBIT\"",
                "\"release\":\"" + release + "\"",
                "\"decisionCaseNumber\":\"测试-1\"",
                "\"from\":\"" + actors.today + "\",\"to\":\"" + actors.today + "\"")) {
            assertThat(found(criterion)).as(criterion).contains(id);
        }
        for (String criterion : List.of(
                "\"measure\":\"CZ-01\"",
                "\"rowCode\":\"NMGGZ-001\"",
                "\"legalBasis\":\"XZXKF-78\"",
                "\"agency\":\"WH-GGZY\"",
                "\"matter\":\"HONOUR_AWARD\"",
                "\"outcome\":\"CLEAR\"",
                "\"release\":\"00000000-0000-7000-8000-000000000000\"",
                "\"decisionCaseNumber\":\"无此案\"",
                "\"to\":\"" + actors.today.minusDays(1) + "\"")) {
            assertThat(found(criterion)).as(criterion).doesNotContain(id);
        }
    }

    @Test
    void what_was_withheld_is_found_as_well_as_what_was_applied() {
        String id = asked(
                        actors.finance,
                        question(barred()).replace("GOVERNMENT_PROCUREMENT_QUALIFICATION", "FISCAL_FUND_APPLICATION"))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .body("withheld.rowCode", hasItem("ZFCG-007"))
                .extract()
                .path("id");
        assertThat(found("\"measure\":\"CZ-01\"")).contains(id);
        assertThat(found("\"rowCode\":\"ZFCG-007\"")).contains(id);
    }

    @Test
    void decisions_about_a_subject_are_found_by_any_number_it_bears() {
        String supplier = barred();
        String id = actors.decided(supplier).getString("id");
        String number = supplier.substring(8, 17);
        asked(actors.auditor, """
            {"subject":{"type":"ORGANISATION","scheme":"ORGANISATION_CODE","identifier":"%s"},
             "purpose":"审计","caseNumber":"审-2"}\
            """.formatted(number))
                .post("/v1/audit/decision-searches")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id)));
    }

    @Test
    void decisions_about_a_subject_are_found_for_a_case_and_on_record_and_nothing_found_names_the_subject() {
        String supplier = barred();
        String id = actors.decided(supplier).getString("id");
        String subject = """
            "subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"}\
            """.formatted(supplier);
        asked(actors.auditor, "{" + subject + ",\"purpose\":\"审计\"}")
                .post("/v1/audit/decision-searches")
                .then()
                .statusCode(422)
                .body("code", equalTo("PURPOSE_REQUIRED"))
                .body("errors[0].pointer", equalTo("/caseNumber"));
        asked(actors.auditor, "{" + subject + ",\"caseNumber\":\"审-1\"}")
                .post("/v1/audit/decision-searches")
                .then()
                .statusCode(422)
                .body("code", equalTo("PURPOSE_REQUIRED"))
                .body("errors[0].pointer", equalTo("/purpose"));
        String answer = asked(actors.auditor, "{" + subject + ",\"purpose\":\"审计\",\"caseNumber\":\"审-" + id + "\"}")
                .post("/v1/audit/decision-searches")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id)))
                .extract()
                .asString();
        assertThat(answer).doesNotContain(supplier);
        List<?> onRecord = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("select kind from audit_entry where case_number = :number"
                                + " and subject_lookup is not null")
                        .setParameter("number", "审-" + id)
                        .getResultList());
        assertThat(onRecord).isEqualTo(List.of("DECISION_SEARCH"));
    }

    @Test
    void decisions_are_read_page_by_page_newest_first() {
        String supplier = barred();
        String older = actors.decided(supplier).getString("id");
        String newer = actors.decided(supplier).getString("id");
        String criteria = """
            "subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},
            "purpose":"审计","caseNumber":"审-1","size":1\
            """.formatted(supplier);
        String next = asked(actors.auditor, "{" + criteria + "}")
                .post("/v1/audit/decision-searches")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(newer)))
                .extract()
                .path("next");
        asked(actors.auditor, "{" + criteria + ",\"after\":\"" + next + "\"}")
                .post("/v1/audit/decision-searches")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(older)))
                .body("next", equalTo(null));
    }

    @Test
    void decisions_touched_by_an_article_are_those_that_cite_it() {
        String cites = actors.decided(barred()).getString("id");
        String clear = actors.decided(organisation()).getString("id");
        with(actors.auditor)
                .queryParam("legalBasis", "ZFCGF-77")
                .queryParam("size", 200)
                .get("/v1/audit/affected")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(cites))
                .body("items.id", not(hasItem(clear)))
                .body("items.legalBases", everyItem(hasItem("ZFCGF-77")));
    }

    @Test
    void decisions_touched_by_a_late_entry_are_those_made_before_it_was_known_on_days_on_which_it_was_valid() {
        String supplier = organisation();
        String before = actors.decided(supplier).getString("id");
        String listing = actors.listed(supplier, actors.today.minusMonths(2), actors.today.plusMonths(6));
        String after = actors.decided(supplier).getString("id");
        with(actors.auditor)
                .queryParam("listing", listing)
                .get("/v1/audit/affected")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(before)))
                .body("items.id", not(hasItem(after)));
        with(actors.auditor)
                .get("/v1/audit/affected")
                .then()
                .statusCode(400)
                .body("code", equalTo("PARAMETER_INVALID"));
        with(actors.auditor)
                .queryParam("listing", "00000000-0000-7000-8000-000000000000")
                .get("/v1/audit/affected")
                .then()
                .statusCode(404)
                .body("code", equalTo("LISTING_NOT_FOUND"));
    }

    @Test
    void a_late_entry_touches_what_was_decided_about_its_responsible_person_and_nothing_after_its_last_day() {
        String supplier = organisation();
        LocalDate last = actors.today.plusMonths(6);
        String director = Fixtures.person();
        String aboutDirector = asked(
                        actors.finance, Fixtures.questionAboutPerson(director, "GOVERNMENT_PROCUREMENT_QUALIFICATION"))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String projected = asked(
                        actors.finance,
                        question(supplier).replace("\"region\"", "\"asOf\":\"" + last.plusDays(1) + "\",\"region\""))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String listing = asked(
                        actors.finance,
                        Fixtures.procurementBan(supplier, actors.today.minusMonths(2), last, """
                                [{"role":"LEGAL_REPRESENTATIVE","subject":{"type":"PERSON","scheme":"CITIZEN_ID",
                                 "identifier":"%s","name":"示范人"},"from":"2020-01-01","to":null}]""".formatted(director)))
                .post("/v1/listings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        with(actors.auditor)
                .queryParam("listing", listing)
                .get("/v1/audit/affected")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(aboutDirector))
                .body("items.id", not(hasItem(projected)));
    }

    @Test
    void rows_are_counted_in_a_period_and_as_a_file_and_each_such_question_is_on_record() throws IOException {
        actors.decided(barred());
        LocalDate tomorrow = actors.today.plusDays(1);
        LocalDate yesterday = actors.today.minusDays(1);
        assertThat(rows("from", actors.today).getInt("items.find { it.rowCode == 'ZFCG-001' }.applied"))
                .isPositive();
        assertThat(rows("from", tomorrow).getInt("items.applied.sum()")).isZero();
        assertThat(rows("to", yesterday).getInt("items.applied.sum()")).isZero();
        assertThat(onRecord("ROWS_COUNTED", "%from=" + tomorrow + "%")).isPositive();

        byte[] csv = with(actors.auditor)
                .accept("text/csv")
                .queryParam("from", tomorrow.toString())
                .get("/v1/audit/rows")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(csv, StandardCharsets.UTF_8)).contains("\"行代码\"", "\"ZFCG-001\"");
        Instant last = Instant.parse(
                rows("from", actors.today).getString("items.find { it.rowCode == 'ZFCG-001' }.lastDecidedAt"));
        byte[] fired = with(actors.auditor)
                .accept("text/csv")
                .queryParam("from", actors.today.toString())
                .get("/v1/audit/rows")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(fired, StandardCharsets.UTF_8))
                .as("by the clock of Beijing")
                .contains("\"" + BeijingTime.displayed(last) + "\"");
        byte[] xlsx = with(actors.auditor)
                .accept(XLSX)
                .queryParam("legalBasis", "ZFCGF-77")
                .queryParam("from", actors.today.toString())
                .get("/v1/audit/affected")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isPositive();
        }
        assertThat(onRecord("ROWS_EXPORT", "CSV%from=" + tomorrow + "%")).isPositive();
        assertThat(onRecord("DECISION_EXPORT", "XLSX legalBasis=ZFCGF-77 from=" + actors.today))
                .isPositive();
        String never = "2001-02-03";
        with(actors.auditor)
                .queryParam("legalBasis", "ZFCGF-77")
                .queryParam("to", never)
                .get("/v1/audit/affected")
                .then()
                .statusCode(200);
        assertThat(onRecord("DECISION_SEARCH", "JSON legalBasis=ZFCGF-77 to=" + never))
                .isEqualTo(1);
    }

    private JsonPath rows(String bound, LocalDate day) {
        return with(actors.auditor)
                .queryParam(bound, day.toString())
                .get("/v1/audit/rows")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private long onRecord(String kind, String detail) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Number) entities.createNativeQuery(
                                "select count(*) from audit_entry where kind = :kind and detail like :detail")
                        .setParameter("kind", kind)
                        .setParameter("detail", detail)
                        .getSingleResult())
                .longValue();
    }

    @Test
    void rows_that_fire_come_first_and_those_that_never_do_can_be_had_alone() {
        actors.decided(barred());
        var all = with(actors.auditor)
                .get("/v1/audit/rows")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(all.getInt("items.find { it.rowCode == 'ZFCG-001' }.applied"))
                .isPositive();
        assertThat(all.getString("items.find { it.rowCode == 'ZFCG-001' }.lastDecidedAt"))
                .isNotNull();
        Set<String> fired = new HashSet<>(all.getList("items.findAll { it.applied + it.withheld > 0 }.rowCode"));
        assertThat(all.getList("items.rowCode", String.class).subList(0, fired.size()))
                .containsExactlyInAnyOrderElementsOf(fired);
        List<String> never = with(actors.auditor)
                .queryParam("only", "NEVER_FIRED")
                .get("/v1/audit/rows")
                .then()
                .statusCode(200)
                .extract()
                .path("items.rowCode");
        assertThat(never).isNotEmpty().doesNotContainAnyElementsOf(fired);
        assertThat(never.size() + fired.size()).isEqualTo(all.getList("items").size());
    }

    @Test
    void a_file_for_excel_knows_its_encoding_and_runs_no_formula() throws IOException {
        String supplier = barred();
        String number = "=1+1 " + supplier;
        Instant decidedAt =
                Instant.parse(asked(actors.finance, question(supplier).replace("测试-1", number))
                        .post("/v1/decisions")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("decidedAt"));
        String body = "{\"decisionCaseNumber\":\"" + number + "\"}";
        byte[] csv = asked(actors.auditor, body)
                .accept("text/csv")
                .post("/v1/audit/decision-searches")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(csv, StandardCharsets.UTF_8))
                .contains("\"决策编号\"", "\"'" + number + "\"", "\"ZFCG-001\"")
                .contains("\"" + BeijingTime.displayed(decidedAt) + "\"")
                .contains("\r\n");
        byte[] xlsx = asked(actors.auditor, body)
                .accept(XLSX)
                .post("/v1/audit/decision-searches")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            var row = workbook.getSheetAt(0).getRow(1);
            assertThat(StreamSupport.stream(row.spliterator(), false))
                    .allMatch(cell -> cell.getCellType() == CellType.STRING);
            assertThat(row.getCell(7).getStringCellValue()).isEqualTo(number);
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo(BeijingTime.displayed(decidedAt));
        }
        List<?> onRecord = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select kind from audit_entry where detail like :detail order by number")
                        .setParameter("detail", "%decisionCase=" + number + "%")
                        .getResultList());
        assertThat(onRecord).isEqualTo(List.of("DECISION_EXPORT", "DECISION_EXPORT"));
    }

    @Test
    void what_is_wrong_with_a_question_is_told_and_agencies_do_not_ask() {
        asked(actors.auditor, "{\"score\":1}")
                .post("/v1/audit/decision-searches")
                .then()
                .statusCode(422)
                .body("code", equalTo("FIELD_UNKNOWN"));
        asked(actors.finance, "{}")
                .post("/v1/audit/decision-searches")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN_ROLE"));
        with(actors.auditor)
                .queryParam("legalBasis", "ZFCGF-77")
                .queryParam("to", "2001-01-01")
                .get("/v1/audit/affected")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    private List<String> found(String criterion) {
        return asked(actors.auditor, "{\"size\":1000," + criterion + "}")
                .post("/v1/audit/decision-searches")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
