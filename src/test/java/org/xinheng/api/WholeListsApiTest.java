package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
 * A whole list speaks for one source on one day: what a department determined itself, or what it recognises of one
 * partner. Districts with lists of their own, and an agreement by which Changsha recognises what Wuhan hands over.
 */
@QuarkusTest
@TestProfile(LawOfItsOwn.class)
@QuarkusTestResource(PostgresResource.class)
class WholeListsApiTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final LocalDate LISTED = TODAY.minusMonths(2);
    private static final String CHANGSHA = "430100";
    private static final String DISTRICT = "420117";
    private static final String HEADING = "subject.type,subject.scheme,subject.identifier,subject.name,"
            + "designation.documentType,designation.documentNumber,designation.documentDate,designation.issuedBy,"
            + "designation.ground,listedOn,region\n";
    private static boolean inForce;

    @Inject
    TestKeys keys;

    @Inject
    SettableClock clock;

    @BeforeEach
    void districtsWithListsOfTheirOwn() {
        on(TODAY);
        if (!inForce) {
            DraftsUnderTest drafts = new DraftsUnderTest(keys);
            drafts.approved(
                    drafts.checked("registers.xlsx", ReleaseBooks.edited("registers.xlsx", book -> {
                        Sheet departments = book.getSheet("部门");
                        for (String number : List.of("1", "2", "3", "4")) {
                            row(departments, "QX-SCJG" + number, "区市场监督管理局" + number, "MARKET_REGULATION", DISTRICT);
                        }
                        row(departments, "QX-RSJ", "区人力资源和社会保障局", "LABOUR", DISTRICT);
                        row(book.getSheet("互认协议"), "HR-CS-WH", "示范协议", "420100", CHANGSHA, "JYYC");
                        Sheet agreements = book.getSheet("互认协议");
                        ReleaseBooks.set(agreements, "HR-CS-WH", "已核实", "NO");
                        ReleaseBooks.set(agreements, "HR-CS-WH", "核对出处", "测试");
                    })),
                    TODAY);
            inForce = true;
        }
    }

    @Test
    void a_list_of_own_entries_says_nothing_of_recognised_ones_nor_a_partners_list_of_own_ones() {
        String registrar = initiator("QX-SCJG1");
        String own = Fixtures.organisation();
        List<String> partners = List.of(Fixtures.organisation(), Fixtures.organisation());
        posted(registrar, "listKind=JYYC", csv(DISTRICT, own)).statusCode(201);
        posted(registrar, "listKind=JYYC&recognisedUnder=HR-CJZY-CS", csv(CHANGSHA, partners.get(0), partners.get(1)))
                .statusCode(201)
                .body("entered", equalTo(2));

        posted(registrar, "mode=FULL&listKind=JYYC", csv(DISTRICT, own))
                .statusCode(201)
                .body("unchanged", equalTo(1))
                .body("removed", equalTo(0));
        posted(registrar, "mode=FULL&listKind=JYYC&recognisedUnder=HR-CJZY-CS", csv(CHANGSHA, partners.get(0)))
                .statusCode(202)
                .body("removal.inForce", equalTo(2))
                .body("removal.absent", equalTo(1));
    }

    @Test
    void a_list_of_two_sources_is_refused_at_the_rows_of_the_other_one() {
        String registrar = initiator("QX-SCJG2");
        String recognised = HEADING.strip() + ",recognisedUnder\n"
                + row(CHANGSHA, Fixtures.organisation()).strip() + ",HR-CJZY-CS\n";
        posted(registrar, "mode=FULL&listKind=JYYC", recognised)
                .statusCode(422)
                .body("errors.code", hasItem("SOURCE_OF_ANOTHER_FEED"))
                .body("errors.cell", hasItem("2/recognisedUnder"));
        posted(registrar, "listKind=JYYC&recognisedUnder=HR-CJZY-HF", recognised)
                .statusCode(422)
                .body("errors.code", hasItem("SOURCE_OF_ANOTHER_FEED"));
        posted(registrar, "listKind=JYYC&recognisedUnder=NOBODY", recognised)
                .statusCode(400)
                .body("code", equalTo("PARAMETER_INVALID"));
    }

    @Test
    void the_same_whole_list_is_one_batch_until_the_list_changes_or_another_day_comes() {
        String registrar = initiator("QX-SCJG3");
        String stored = Fixtures.organisation();
        String file = csv(DISTRICT, stored);
        String query = "mode=FULL&listKind=JYYC";
        String first = posted(registrar, query, file).statusCode(201).extract().path("id");
        posted(registrar, query, file).statusCode(201).body("id", equalTo(first));

        String empty =
                posted(registrar, query, HEADING).statusCode(202).extract().header("Location");
        confirmed(registrar, empty, "{\"reason\":\"全部移出\"}").statusCode(202);
        judged(registrar, empty).body("removed", equalTo(1));
        posted(registrar, query, file)
                .statusCode(201)
                .body("id", not(equalTo(first)))
                .body("entered", equalTo(1));

        on(TODAY.plusDays(1));
        posted(registrar, query, file)
                .statusCode(201)
                .body("unchanged", equalTo(1))
                .body("entered", equalTo(0))
                .body("recordedAt", org.hamcrest.Matchers.startsWith("2026-11-25"));
    }

    @Test
    void an_entry_whose_end_lies_ahead_stands_there_until_then_and_is_not_entered_twice() {
        String registrar = initiator("QX-SCJG4");
        String company = Fixtures.organisation();
        String file = csv(DISTRICT, company);
        String listing = posted(registrar, "listKind=JYYC", file)
                .statusCode(201)
                .extract()
                .path("rows[0].listing");
        Api.sending(registrar, """
                {"removedOn":"%s","reason":"已补报","documentNumber":"移1号"}""".formatted(TODAY.plusDays(9)))
                .post("/v1/listings/" + listing + "/removal")
                .then()
                .statusCode(201);
        posted(registrar, "mode=FULL&listKind=JYYC", file)
                .statusCode(201)
                .body("unchanged", equalTo(1))
                .body("entered", equalTo(0))
                .body("removed", equalTo(0));
        on(TODAY.plusDays(9));
        posted(registrar, "mode=FULL&listKind=JYYC", file).statusCode(201).body("entered", equalTo(1));
    }

    @Test
    void entries_that_may_not_leave_yet_are_ended_by_a_whole_list_as_a_correction_alone() {
        String labour = initiator("QX-RSJ");
        String listing = DailyWork.entered(
                labour,
                Fixtures.wageArrears(
                        Fixtures.organisation(), LISTED, LISTED.plusYears(3).minusDays(1), "420117"));
        String at = posted(labour, "mode=FULL&listKind=NMGGZ", HEADING)
                .statusCode(202)
                .body("removal.tooEarly", equalTo(1))
                .extract()
                .header("Location");
        confirmed(labour, at, "{\"reason\":\"已支付\"}")
                .statusCode(422)
                .body("code", equalTo("FULL_FEED_TOO_EARLY"))
                .body("errors[0].pointer", equalTo("/correction"));
        Api.with(labour).get("/v1/listings/" + listing).then().body("status.standing", equalTo("IN_FORCE"));

        confirmed(labour, at, "{\"reason\":\"列入错误\",\"correction\":true}").statusCode(202);
        judged(labour, at).body("removed", equalTo(1));
        Api.with(labour).get("/v1/listings/" + listing).then().body("status.standing", equalTo("REMOVED"));
    }

    @Test
    void operators_see_which_departments_feed_is_overdue_until_it_comes_in() {
        String registrar = initiator("QX-SCJG1");
        Api.sending(
                        keys.key("WH-XYB", Role.CREDIT_OFFICE),
                        "{\"department\":\"QX-SCJG1\",\"feed\":\"JYYC\",\"everyDays\":20}")
                .post("/v1/feeds")
                .then()
                .statusCode(200);
        String alarm = "xinheng_feeds_stale{department=\"QX-SCJG1\",feed=\"JYYC\"";
        on(TODAY.plusDays(60));
        await().atMost(Duration.ofSeconds(30)).until(() -> metrics().contains(alarm));
        posted(registrar, "listKind=JYYC", csv(DISTRICT, Fixtures.organisation()))
                .statusCode(201);
        on(TODAY.plusDays(61));
        await().atMost(Duration.ofSeconds(30)).until(() -> !metrics().contains(alarm));
    }

    private static String metrics() {
        return io.restassured.RestAssured.get("/q/metrics").asString();
    }

    @Test
    void what_is_handed_over_is_taken_in_as_it_is_by_the_department_of_the_other_region() {
        String wuhan = initiator("WH-SCJG");
        String changsha = initiator("CS-SCJG");
        String before = handedOver(wuhan, 0).get(0).header("Xinheng-Known-At");
        List<String> companies = new ArrayList<>();
        List<String> listings = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            companies.add(Fixtures.organisation());
            listings.add(entered(wuhan, companies.get(i), "列异" + i + "号"));
        }
        removed(wuhan, listings.get(1));
        DailyWork.happened(wuhan, listings.get(2), "STAYED", TODAY.minusDays(2));
        DailyWork.happened(wuhan, listings.get(2), "STAY_ENDED", TODAY);

        List<Response> pages = handedOver(wuhan, Long.parseLong(before));
        assertThat(pages).as("two entries looked at on each page").hasSizeGreaterThan(1);
        String whole = lines(pages);
        assertThat(whole.lines())
                .as("one that came and went is none, one that was stayed meanwhile is one")
                .hasSize(3)
                .noneMatch(line -> line.contains(companies.get(1)) || line.contains("REMOVE"));
        taken(changsha, whole).body("entered", equalTo(3)).body("removed", equalTo(0));

        removed(wuhan, listings.get(0));
        removed(wuhan, listings.get(3));
        entered(wuhan, companies.get(3), "列异更正号");
        String known = pages.get(pages.size() - 1).header("Xinheng-Known-At");
        String more = lines(handedOver(wuhan, Long.parseLong(known)));
        assertThat(more.lines()).hasSize(3);
        taken(changsha, more).body("entered", equalTo(1)).body("removed", equalTo(2));
        Api.with(changsha)
                .get("/v1/listings?listKind=JYYC&scheme=USCC&identifier=" + companies.get(2))
                .then()
                .statusCode(200)
                .body("items.recognisedUnder", hasItem("HR-CS-WH"))
                .body("items[0].status.standing", equalTo("IN_FORCE"));
    }

    @Test
    void a_removal_that_names_no_agreement_is_of_an_own_entry() {
        String registrar = initiator("QX-SCJG2");
        String company = Fixtures.organisation();
        posted(registrar, "listKind=JYYC&recognisedUnder=HR-CJZY-CS", csv(CHANGSHA, company))
                .statusCode(201);
        String removal = """
                {"listKind":"JYYC","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},
                 "operation":"REMOVE","removal":{"removedOn":"%s","reason":"移出","documentNumber":"移1号"}}""".formatted(company, TODAY).replace("\n", "") + "\n";
        lined(registrar, "listKind=JYYC", removal)
                .statusCode(422)
                .body("errors.code", hasItem("REMOVAL_TARGET_MISSING"));
        lined(registrar, "recognisedUnder=HR-CJZY-CS", removal).statusCode(201).body("removed", equalTo(1));
    }

    @Test
    void a_file_that_removes_an_entry_and_then_makes_it_again_leaves_it_in_force() {
        String registrar = initiator("QX-SCJG2");
        String company = Fixtures.organisation();
        String entry = """
                {"listKind":"JYYC","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                 "designation":{"documentType":"OTHER_STATUTORY","documentNumber":"列异1号","documentDate":"%s",
                 "issuedBy":"市场监督管理局","ground":"JYYC-1"},"listedOn":"%s","region":"420117"}""".formatted(company, LISTED, LISTED).replace("\n", "") + "\n";
        String first = lined(registrar, "listKind=JYYC", entry)
                .statusCode(201)
                .extract()
                .path("rows[0].listing");
        String removal = """
                {"listKind":"JYYC","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},
                 "operation":"REMOVE","removal":{"removedOn":"%s","reason":"移出","documentNumber":"移1号"}}""".formatted(company, TODAY).replace("\n", "") + "\n";
        String again = lined(registrar, "listKind=JYYC", removal + entry)
                .statusCode(201)
                .body("removed", equalTo(1))
                .body("entered", equalTo(1))
                .body("unchanged", equalTo(0))
                .extract()
                .path("rows[1].listing");
        assertThat(again).isNotEqualTo(first);
        Api.with(registrar).get("/v1/listings/" + again).then().body("status.standing", equalTo("IN_FORCE"));
    }

    // ---- what the tests are made of

    private void on(LocalDate day) {
        clock.set(day.atTime(10, 0).atZone(clock.getZone()).toInstant());
    }

    private String initiator(String department) {
        return keys.key(department, Role.INITIATING_DEPARTMENT);
    }

    private static String entered(String key, String company, String document) {
        return DailyWork.entered(key, """
                {"listKind":"JYYC","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                 "designation":{"documentType":"OTHER_STATUTORY","documentNumber":"%s","documentDate":"%s",
                 "issuedBy":"市场监督管理局","ground":"JYYC-1"},"listedOn":"%s","region":"420100"}""".formatted(company, document, LISTED, LISTED));
    }

    private static void removed(String key, String listing) {
        Api.sending(key, """
                {"removedOn":"%s","reason":"已补报","documentNumber":"移1号"}""".formatted(TODAY))
                .post("/v1/listings/" + listing + "/removal")
                .then()
                .statusCode(201);
    }

    /** All pages of two entries each. */
    private static List<Response> handedOver(String key, long since) {
        List<Response> pages = new ArrayList<>();
        String next = "/v1/recognition/entries?listKind=JYYC&size=2&since=" + since;
        while (next != null) {
            Response page = Api.with(key).urlEncodingEnabled(false).get(next);
            assertThat(page.statusCode()).isEqualTo(200);
            pages.add(page);
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        return pages;
    }

    private static String lines(List<Response> pages) {
        StringBuilder all = new StringBuilder();
        pages.forEach(page -> all.append(page.asString()));
        return all.toString();
    }

    private static ValidatableResponse taken(String key, String lines) {
        return lined(key, "recognisedUnder=HR-CS-WH", lines).statusCode(201);
    }

    private static ValidatableResponse lined(String key, String query, String lines) {
        return Api.with(key)
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/v1/listing-batches?" + query)
                .then();
    }

    private static ValidatableResponse posted(String key, String query, String file) {
        return Api.with(key)
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/listing-batches?" + query)
                .then();
    }

    private static ValidatableResponse confirmed(String key, String at, String body) {
        return Api.sending(key, body).post(at + "/confirmation").then();
    }

    private static ValidatableResponse judged(String key, String at) {
        await().atMost(Duration.ofSeconds(60)).until(() -> Api.with(key).get(at).statusCode() == 200);
        return Api.with(key).get(at).then();
    }

    private static String csv(String region, String... companies) {
        StringBuilder file = new StringBuilder(HEADING);
        for (String company : companies) {
            file.append(row(region, company));
        }
        return file.toString();
    }

    private static String row(String region, String company) {
        return "ORGANISATION,USCC," + company + ",示范公司,OTHER_STATUTORY,列异1号," + LISTED + ",市场监督管理局,JYYC-1," + LISTED
                + "," + region + "\n";
    }

    private static void row(Sheet sheet, String... cells) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int column = 0; column < cells.length; column++) {
            row.createCell(column).setCellValue(cells[column]);
        }
    }
}
