package org.xinheng.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.impact.Counts;
import org.xinheng.impact.ImpactQuestion;
import org.xinheng.impact.ImpactSources;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.release.Releases;
import org.xinheng.release.Timeline;
import org.xinheng.release.life.ImpactOfDraft;
import org.xinheng.testing.ContractFilter;
import org.xinheng.testing.FewListings;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.ReleaseBooks;
import org.xinheng.testing.TestKeys;
import org.xinheng.work.Job;
import org.xinheng.work.JobKind;
import org.xinheng.work.Jobs;

/**
 * Issue 3, item 5: what a draft would change, counted by hand beforehand. Other tests list and decide in the same database,
 * so what is counted here happens in a region of its own, 新洲区.
 */
@QuarkusTest
@TestProfile(FewListings.class)
class ImpactApiTest {
    private static final String PROCUREMENT = "memoranda/government-procurement.xlsx";
    private static final String DEBTORS = "memoranda/judgment-debtors.xlsx";
    private static final String REGION = "420117";
    private static final String OTHER_REGION = "420100";
    private static final int MOST_AFFECTED = 10;

    @Inject
    TestKeys keys;

    @Inject
    Clock clock;

    @Inject
    ImpactOfDraft impactOfDraft;

    @Inject
    ImpactSources sources;

    @Inject
    Jobs jobs;

    @Inject
    Releases releases;

    @Inject
    EntityManager entities;

    @Test
    void a_draft_tells_beforehand_whom_it_reaches_otherwise() {
        String finance = keys.key("WH-CZJ", Role.IMPLEMENTING_AGENCY, Role.INITIATING_DEPARTMENT);
        String editor = keys.key("WH-XYB", Role.EDITOR);
        LocalDate today = BeijingTime.dayOf(clock.instant());
        String listed = organisation("K0000001");
        list(finance, listed, today);
        decide(finance, listed);
        decide(finance, listed);
        decide(finance, organisation("K0000002"));
        String draft = draft(editor);

        JsonPath impact = count(editor, draft, "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(today, today));

        // two of the three decisions of the region told ZF-01 PROHIBIT, under the draft RESTRICT
        assertThat(line(impact, "decisions.byRegion")).isEqualTo(new Counts(0, 0, 0, 2, 0, 0));
        // the listing: procurement at FINANCE, PROCUREMENT_AGENCY, PUBLIC_RESOURCE_TRADING weaker; the advice to BANK
        // and
        // FINANCIAL_REGULATION gone; that to CREDIT_BUREAU, CREDIT_OFFICE, BANK on one article more
        assertThat(line(impact, "listings.byRegion")).isEqualTo(new Counts(0, 2, 0, 3, 3, 0));
        assertThat(impact.getMap("report.listings.byMeasure.find { it.code == 'ZF-01' }"))
                .containsEntry("title", "禁止参加政府采购活动");
        assertThat(impact.getFloat("report.changedShare")).isPositive();
        UUID inForce = UUID.fromString(impact.getString("report.against"));
        assertThat(impactOfDraft.changedShare(UUID.fromString(draft), inForce))
                .as("a count over a chosen period of decisions is none to approve by")
                .isEmpty();
        impact = count(editor, draft, "{}");
        assertThat(impactOfDraft.changedShare(UUID.fromString(draft), inForce))
                .map(BigDecimal::floatValue)
                .hasValue(impact.getFloat("report.changedShare"));

        // counted again it is the same
        JsonPath again = count(editor, draft, "{}");
        for (String part : List.of("listings", "decisions", "mostAffected")) {
            Object first = impact.get("report." + part);
            Object second = again.get("report." + part);
            assertThat(second).isEqualTo(first);
        }

        // the way back gains what the draft takes
        JsonPath back = count(
                editor,
                impact.getString("report.against"),
                "{\"against\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(draft, today, today));
        assertThat(line(back, "decisions.byRegion")).isEqualTo(new Counts(0, 0, 2, 0, 0, 0));
        assertThat(line(back, "listings.byRegion")).isEqualTo(new Counts(2, 0, 3, 0, 3, 0));

        subjects(editor, draft, listed);

        // counted again for days on which nothing was decided: the newest count is the one that is told
        for (LocalDate empty : List.of(today.minusDays(1), today.plusDays(1))) {
            JsonPath none = count(editor, draft, "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(empty, empty));
            assertThat(none.getList("report.decisions.byRegion.code")).doesNotContain(REGION);
            assertThat(none.getString("report.from")).isEqualTo(empty.toString());
        }
        assertThat(onRecord("IMPACT_ASKED", draft)).hasSize(5);
    }

    @Test
    void who_became_known_after_the_question_is_not_in_its_answer() {
        String finance = keys.key("WH-CZJ", Role.IMPLEMENTING_AGENCY, Role.INITIATING_DEPARTMENT);
        String editor = keys.key("WH-XYB", Role.EDITOR);
        LocalDate today = BeijingTime.dayOf(clock.instant());
        String draft = draft(editor);
        String late = organisation("K0000009");
        decide(finance, late, OTHER_REGION);
        long watermark = sources.watermark();
        list(finance, late, today, OTHER_REGION);
        decide(finance, late, OTHER_REGION);
        UUID inForce = new Timeline(releases.tenures()).on(today).tenure().releaseId();
        var question = new ImpactQuestion(UUID.fromString(draft), inForce, today, today, today, watermark);
        QuarkusTransaction.requiringNew()
                .run(() ->
                        jobs.ask(Job.about(question.release(), JobKind.IMPACT, question.written(), clock.instant())));
        await().atMost(Duration.ofMinutes(5))
                .until(() -> impact(editor, draft).getString("state").equals("DONE"));
        assertThat(impact(editor, draft).getLong("report.watermark")).isEqualTo(watermark);
        List<String> displayed = asked(editor)
                .queryParam("purpose", "评估")
                .queryParam("caseNumber", "P-1")
                .queryParam("size", 200)
                .get("/v1/releases/{id}/impact/subjects", draft)
                .then()
                .statusCode(200)
                .extract()
                .path("items.subject.identifier");
        assertThat(displayed).doesNotContain(late);
    }

    @Test
    void persons_are_shown_masked_each_on_record_and_the_ten_most_affected_name_nobody() {
        String court = keys.key("WH-ZY", Role.INITIATING_DEPARTMENT);
        String editor = keys.key("WH-XYB", Role.EDITOR);
        LocalDate today = BeijingTime.dayOf(clock.instant());
        for (int i = 0; i <= MOST_AFFECTED; i++) {
            asked(court)
                    .contentType(ContentType.JSON)
                    .body(Fixtures.defaulter(
                            Fixtures.person(),
                            "示范人",
                            today.minusDays(10),
                            today.plusYears(2).minusDays(11)))
                    .post("/v1/listings")
                    .then()
                    .statusCode(201);
        }
        String draft = checkedDraft(
                editor,
                DEBTORS,
                ReleaseBooks.edited(
                        DEBTORS,
                        book -> cell(
                                book.getSheet("措施"),
                                "SXBZXR-004",
                                "有效期至",
                                today.minusDays(1).toString())));
        JsonPath impact = count(editor, draft, "{}");
        assertThat(impact.getLong("report.affectedSubjects")).isGreaterThan(MOST_AFFECTED);
        assertThat(impact.getList("report.mostAffected")).hasSize(MOST_AFFECTED);
        assertThat(impact.getMap("report.mostAffected[0]")).doesNotContainKeys("subject", "identifier", "name");

        String caseNumber = "P-" + draft;
        List<Map<String, Object>> persons = asked(editor)
                .queryParam("purpose", "评估")
                .queryParam("caseNumber", caseNumber)
                .get("/v1/releases/{id}/impact/subjects", draft)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.subject.type == 'PERSON' }.subject");
        assertThat(persons).isNotEmpty().allSatisfy(person -> {
            assertThat(person.get("identifier").toString()).contains("****");
            assertThat(person.get("name").toString()).isNotEqualTo("示范人").contains("*");
        });
        assertThat(onRecord("IMPACT_SUBJECTS_READ", caseNumber)).hasSize(1);
        assertThat(onRecord("IMPACT_SUBJECT_READ", caseNumber)).hasSameSizeAs(persons);
    }

    /** Entries of a kind about a release or for a case. */
    private List<?> onRecord(String kind, String of) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select number from audit_entry where kind = :kind and (reference = :of or case_number = :of)")
                        .setParameter("kind", kind)
                        .setParameter("of", of)
                        .getResultList());
    }

    @Test
    void what_cannot_be_counted_is_refused() {
        String editor = keys.key("WH-XYB", Role.EDITOR);
        asked(editor)
                .get("/v1/releases/{id}/impact", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("RELEASE_NOT_FOUND"));
        asked(editor)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/releases/{id}/impact", UUID.randomUUID())
                .then()
                .statusCode(404);
        String draft = draft(editor);
        asked(editor)
                .get("/v1/releases/{id}/impact/subjects", draft)
                .then()
                .statusCode(404)
                .body("code", equalTo("IMPACT_NOT_ASKED"));
        asked(editor)
                .contentType(ContentType.JSON)
                .body("{\"day\":\"2020-01-01\"}")
                .post("/v1/releases/{id}/impact", draft)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/day"));
        asked(editor)
                .contentType(ContentType.JSON)
                .body("{\"from\":\"2026-02-02\",\"to\":\"2026-02-01\"}")
                .post("/v1/releases/{id}/impact", draft)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/to"));
        asked(keys.key("WH-CZJ", Role.IMPLEMENTING_AGENCY))
                .get("/v1/releases/{id}/impact", draft)
                .then()
                .statusCode(403);
    }

    private void subjects(String editor, String draft, String listed) {
        asked(editor)
                .get("/v1/releases/{id}/impact/subjects", draft)
                .then()
                .statusCode(422)
                .body("code", equalTo("PURPOSE_REQUIRED"));
        JsonPath page = asked(editor)
                .queryParam("purpose", "评估")
                .queryParam("caseNumber", "P-1")
                .queryParam("size", 200)
                .get("/v1/releases/{id}/impact/subjects", draft)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Object> mine = page.getMap("items.find { it.subject.identifier == '" + listed + "' }");
        // 2 decisions, 3 answers in procurement, 2 + 3 on credit
        assertThat(mine).containsEntry("changedAnswers", 10);
        List<Integer> most = page.getList("items.changedAnswers");
        assertThat(most).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    private JsonPath count(String editor, String release, String body) {
        asked(editor)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/releases/{id}/impact", release)
                .then()
                .statusCode(202)
                .body("state", notNullValue());
        await().atMost(Duration.ofMinutes(5)).until(() -> {
            JsonPath impact = impact(editor, release);
            assertThat(impact.getString("state")).isNotEqualTo("FAILED");
            return impact.getString("state").equals("DONE");
        });
        return impact(editor, release);
    }

    private static JsonPath impact(String editor, String release) {
        return asked(editor)
                .get("/v1/releases/{id}/impact", release)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Counts line(JsonPath impact, String lines) {
        Map<String, Integer> changes =
                impact.getMap("report." + lines + ".find { it.code == '" + REGION + "' }.changes");
        return new Counts(
                changes.get("gained"),
                changes.get("lost"),
                changes.get("stronger"),
                changes.get("weaker"),
                changes.get("basisChanged"),
                changes.get("withheldChanged"));
    }

    /** ZFCG-001 restricts instead of prohibiting, ZFCG-005 is over, ZFCG-006 cites one article more. */
    private String draft(String editor) {
        byte[] bytes = ReleaseBooks.edited(PROCUREMENT, book -> {
            XSSFSheet rules = book.getSheet("措施");
            cell(rules, "ZFCG-001", "效力", "RESTRICT");
            cell(rules, "ZFCG-005", "有效期至", "2026-11-23");
            cell(rules, "ZFCG-006", "法规依据", "GF33-11、GF33-10");
            cell(rules, "ZFCG-009", "最后核对", "草案 " + UUID.randomUUID());
        });
        return checkedDraft(editor, PROCUREMENT, bytes);
    }

    private static String checkedDraft(String editor, String workbook, byte[] bytes) {
        String id = asked(editor)
                .multiPart(workbook, workbook.substring(workbook.lastIndexOf('/') + 1), bytes)
                .post("/v1/releases")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(Duration.ofMinutes(5))
                .until(() ->
                        asked(editor).get("/v1/releases/{id}", id).jsonPath().get("check") != null);
        asked(editor)
                .get("/v1/releases/{id}/findings", id)
                .then()
                .body("items.findAll { it.severity == 'ERROR' }", equalTo(List.of()));
        return id;
    }

    private static void cell(XSSFSheet sheet, String code, String heading, String text) {
        int column = -1;
        for (var cell : sheet.getRow(7)) {
            column = cell.getStringCellValue().equals(heading) ? cell.getColumnIndex() : column;
        }
        for (Row row : sheet) {
            if (row.getRowNum() > 7
                    && row.getCell(0) != null
                    && row.getCell(0).getStringCellValue().equals(code)) {
                row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(text);
            }
        }
    }

    private static void list(String finance, String supplier, LocalDate today) {
        list(finance, supplier, today, REGION);
    }

    private static void list(String finance, String supplier, LocalDate today, String region) {
        LocalDate from = today.minusMonths(2);
        LocalDate to = today.plusMonths(10);
        asked(finance)
                .contentType(ContentType.JSON)
                .body("""
                        {"listKind":"ZFCG","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                         "gravity":"SERIOUS","designation":{"documentType":"ADMINISTRATIVE_PENALTY_DECISION",
                         "documentNumber":"示范罚1号","documentDate":"%s","issuedBy":"武汉市财政局","ground":"ZFCG-2","facts":"示范",
                         "legalBases":["ZFCGF-77"],"priorNoticeOn":"%s","measuresReminded":true,
                         "removalConditions":"期限届满","remedies":"行政复议"},"listedOn":"%s","expiresOn":"%s",
                         "decidedTerm":{"from":"%s","to":"%s"},"region":"%s"}""".formatted(supplier, from, from.minusDays(30), from, to, from, to, region))
                .post("/v1/listings")
                .then()
                .statusCode(201);
    }

    private static void decide(String finance, String supplier) {
        decide(finance, supplier, REGION);
    }

    private static void decide(String finance, String supplier, String region) {
        asked(finance)
                .contentType(ContentType.JSON)
                .body("""
                        {"subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},
                         "matter":"GOVERNMENT_PROCUREMENT_QUALIFICATION","region":"%s",
                         "purpose":"供应商资格审查","caseNumber":"测试-1"}""".formatted(supplier, region))
                .post("/v1/decisions")
                .then()
                .statusCode(201);
    }

    private static RequestSpecification asked(String key) {
        return given().filter(new ContractFilter()).auth().oauth2(key);
    }

    private static String organisation(String own) {
        return Fixtures.organisation("91420100", own);
    }
}
