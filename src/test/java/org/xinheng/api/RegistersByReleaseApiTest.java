package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.caller.Role;
import org.xinheng.testing.Api;
import org.xinheng.testing.DailyWork;
import org.xinheng.testing.DraftsUnderTest;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.LawOfItsOwn;
import org.xinheng.testing.PostgresResource;
import org.xinheng.testing.ReleaseBooks;
import org.xinheng.testing.SettableClock;
import org.xinheng.testing.TestKeys;

/**
 * What registers say is read from the release in force and stands nowhere else, over HTTP: departments of Shanghai and
 * Zhejiang join, whose limits the register has; the agreement with Changsha gets a last day and names a list without
 * force; arrears of wages may be left later than the shipped register says.
 */
@QuarkusTest
@TestProfile(LawOfItsOwn.class)
@QuarkusTestResource(PostgresResource.class)
class RegistersByReleaseApiTest {
    /** Tuesday. */
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    private static final LocalDate LAST_DAY_AGREED = TODAY.plusDays(5);
    private static boolean inForce;

    @Inject
    TestKeys keys;

    @Inject
    SettableClock clock;

    @BeforeEach
    void registersWithMoreRegionsAndAnAgreementThatEnds() {
        on(TODAY);
        if (!inForce) {
            approved(book -> {});
            inForce = true;
        }
    }

    /** The shipped registers with what this class changes in them, and more, become law. */
    private void approved(Consumer<XSSFWorkbook> more) {
        DraftsUnderTest drafts = new DraftsUnderTest(keys);
        String id = drafts.checked("registers.xlsx", ReleaseBooks.edited("registers.xlsx", book -> {
            department(book.getSheet("部门"), "SH-CZJ", "上海市财政局", "310000");
            department(book.getSheet("部门"), "ZJ-CZJ", "浙江省财政厅", "330000");
            Sheet agreements = book.getSheet("互认协议");
            ReleaseBooks.set(agreements, "HR-CJZY-CS", "失效日", LAST_DAY_AGREED.toString());
            ReleaseBooks.set(agreements, "HR-CJZY-CS", "名单种类", "JYYC、SCJG、NMGGZ、CXCZ");
            ReleaseBooks.set(book.getSheet("名单目录"), "NMGGZ", "最早移出", "9 months");
            more.accept(book);
        }));
        drafts.approved(id, TODAY);
    }

    @ParameterizedTest
    @CsvSource({
        // 25 November; 25, 26, 27, 30 November, 1, 2 December
        "SH-CZJ, 310000, YY-SH, 2026-11-25, 2026-12-02, ",
        // 25, 26, 27, 30 November, 1 December; and fifteen more: 2 to 4, 7 to 11, 14 to 18, 21, 22 December
        "ZJ-CZJ, 330000, YY-ZJ, 2026-11-24, 2026-12-01, 2026-12-22"
    })
    void an_objection_is_marked_and_answered_within_the_limit_of_its_region(
            String department, String region, String limit, String markBy, String answerBy, String putOffTo) {
        String finance = keys.key(department, Role.INITIATING_DEPARTMENT);
        LocalDate from = TODAY.minusMonths(2);
        String listing = DailyWork.entered(
                finance,
                Fixtures.procurementBan(Fixtures.organisation(), from, from.plusYears(1))
                        .replace("\"420100\"", "\"" + region + "\""));
        String objection = Api.sending(keys.key("WH-XYB", Role.CREDIT_OFFICE), "{\"statement\":\"与事实不符\"}")
                .post("/v1/listings/" + listing + "/objections")
                .then()
                .statusCode(201)
                .body("limit", equalTo(limit))
                .body("markBy", equalTo(markBy))
                .body("answerBy", equalTo(answerBy))
                .extract()
                .path("id");
        ValidatableResponse putOff = Api.sending(finance, "{\"reason\":\"核实\"}")
                .post("/v1/objections/" + objection + "/extension")
                .then();
        if (putOffTo == null) {
            putOff.statusCode(409).body("code", equalTo("OBJECTION_NOT_EXTENDABLE"));
        } else {
            putOff.statusCode(201).body("answerBy", equalTo(putOffTo));
        }
    }

    @Test
    void what_a_partners_entry_brought_is_lifted_on_the_day_after_the_last_one_agreed() {
        String company = Fixtures.organisation();
        String listing = recognised(company, "430100", "HR-CJZY-CS");
        List<String> applied = agencies(listing, "APPLY");
        assertThat(applied).contains("WH-SCJG");

        on(LAST_DAY_AGREED);
        assertThat(measures(company)).isNotEmpty();
        assertThat(agencies(listing, "LIFT")).isEmpty();

        on(LAST_DAY_AGREED.plusDays(1));
        assertThat(measures(company)).isEmpty();
        lifted(listing, applied);
        Api.with(registrar())
                .get("/v1/listings/" + listing)
                .then()
                .statusCode(200)
                .body("status.standing", equalTo("IN_FORCE"))
                .body("expiresOn", nullValue());
    }

    @Test
    void an_agreement_that_gets_its_last_day_later_lifts_what_was_brought_before_that_was_known() {
        String company = Fixtures.organisation();
        String listing = recognised(company, "340100", "HR-CJZY-HF");
        List<String> applied = agencies(listing, "APPLY");
        assertThat(applied).contains("WH-SCJG");
        LocalDate last = TODAY.plusDays(9);
        approved(book -> ReleaseBooks.set(book.getSheet("互认协议"), "HR-CJZY-HF", "失效日", last.toString()));

        on(last);
        assertThat(measures(company)).isNotEmpty();
        assertThat(agencies(listing, "LIFT")).isEmpty();
        on(last.plusDays(1));
        lifted(listing, applied);
    }

    @Test
    void an_agreement_alone_gives_a_list_no_force_here() {
        Api.sending(keys.key("WH-JTJ", Role.INITIATING_DEPARTMENT), """
                        {"listKind":"CXCZ","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                         "gravity":"SERIOUS","designation":{"documentType":"LIST_DESIGNATION_DECISION",
                         "documentNumber":"示范列2号","documentDate":"%s","issuedBy":"长沙市交通运输局","facts":"超限"},
                         "listedOn":"%s","expiresOn":"%s","region":"430100","recognisedUnder":"HR-CJZY-CS"}""".formatted(
                                Fixtures.organisation(), TODAY.minusDays(9), TODAY.minusDays(9), TODAY.plusMonths(9)))
                .post("/v1/listings")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("LIST_KIND_WITHOUT_BASIS"))
                .body("errors.code", not(hasItem("RECOGNITION_NOT_AGREED")));
    }

    @Test
    void how_soon_an_entry_may_leave_is_what_the_register_in_force_says() {
        String labour = keys.key("WH-RSJ", Role.INITIATING_DEPARTMENT);
        LocalDate from = TODAY.minusMonths(7);
        String listing = DailyWork.entered(
                labour,
                Fixtures.wageArrears(
                        Fixtures.organisation(), from, from.plusYears(3).minusDays(1), "420100"));
        removed(labour, listing, from.plusMonths(9).minusDays(1))
                .statusCode(422)
                .body("code", equalTo("REMOVAL_TOO_EARLY"));
        removed(labour, listing, from.plusMonths(9)).statusCode(201);
    }

    private static ValidatableResponse removed(String key, String listing, LocalDate day) {
        return Api.sending(key, """
                        {"removedOn":"%s","reason":"已支付","documentNumber":"移出1号"}""".formatted(day))
                .post("/v1/listings/" + listing + "/removal")
                .then();
    }

    private void on(LocalDate day) {
        clock.set(day.atTime(10, 0).atZone(clock.getZone()).toInstant());
    }

    private String registrar() {
        return keys.key("WH-SCJG", Role.IMPLEMENTING_AGENCY, Role.INITIATING_DEPARTMENT);
    }

    private String recognised(String company, String region, String agreement) {
        String registrar = registrar();
        String listing = DailyWork.entered(
                registrar, """
                {"listKind":"JYYC","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                 "designation":{"documentType":"OTHER_STATUTORY","documentNumber":"列异1号","documentDate":"%s",
                 "issuedBy":"市场监督管理局","ground":"JYYC-1"},"listedOn":"%s","region":"%s",
                 "recognisedUnder":"%s"}""".formatted(company, TODAY.minusDays(9), TODAY.minusDays(9), region, agreement));
        DailyWork.tasksMade(registrar, listing);
        return listing;
    }

    private void lifted(String listing, List<String> applied) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(agencies(listing, "LIFT")).containsExactlyInAnyOrderElementsOf(applied));
    }

    private List<String> measures(String company) {
        return DailyWork.decided(registrar(), """
                {"subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},"matter":"SUPERVISION_PLANNING",
                 "region":"420100","purpose":"抽查","caseNumber":"测试-1"}""".formatted(company)).getList("measures.measure");
    }

    private List<String> agencies(String listing, String kind) {
        return Api.with(keys.key("WH-XYB", Role.CREDIT_OFFICE))
                .get("/v1/tasks?size=200&kind=" + kind + "&listing=" + listing)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.agency");
    }

    private static void department(Sheet sheet, String code, String name, String region) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        List<String> cells = List.of(code, name, "FINANCE", region);
        for (int column = 0; column < cells.size(); column++) {
            row.createCell(column).setCellValue(cells.get(column));
        }
    }
}
