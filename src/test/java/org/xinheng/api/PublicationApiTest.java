package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.testing.Api;
import org.xinheng.testing.DailyWork;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.PostgresResource;
import org.xinheng.testing.TestKeys;

/** What of the lists is published, read without a key. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PublicationApiTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final LocalDate TODAY = Fixtures.today();

    @Inject
    TestKeys keys;

    private String finance;
    private String court;

    @BeforeEach
    void departments() {
        finance = keys.key("WH-CZJ", Role.INITIATING_DEPARTMENT);
        court = keys.key("WH-ZY", Role.INITIATING_DEPARTMENT);
    }

    @Test
    void a_batch_shows_its_entries_to_everybody_and_the_entry_goes_when_it_is_removed() {
        String supplier = Fixtures.organisation();
        String listing = barred(supplier);
        assertThat(displayed("ZFCG"))
                .as("nothing is shown before it is published")
                .doesNotContain(listing);
        int number = publish(finance, "ZFCG")
                .statusCode(201)
                .body("entries", greaterThan(0))
                .extract()
                .path("number");

        JsonPath entry = entries("ZFCG");
        assertThat(entry.getString("find { it.id == '" + listing + "' }.subject.identifier"))
                .isEqualTo(supplier);
        assertThat(entry.getInt("find { it.id == '" + listing + "' }.batch")).isEqualTo(number);
        assertThat(entry.getString("find { it.id == '" + listing + "' }.initiatingDepartment"))
                .isEqualTo("武汉市财政局");

        Api.sending(finance, """
                {"removedOn":"%s","reason":"决定撤销","documentNumber":"移出1号","correction":true}""".formatted(TODAY))
                .post("/v1/listings/" + listing + "/removal")
                .then()
                .statusCode(201);
        assertThat(displayed("ZFCG")).doesNotContain(listing);
    }

    @Test
    void a_stay_takes_the_entry_out_of_sight_and_its_end_brings_it_back() {
        String listing = barred(Fixtures.organisation());
        publish(finance, "ZFCG").statusCode(201);
        happened(listing, "STAYED");
        assertThat(displayed("ZFCG")).doesNotContain(listing);
        happened(listing, "STAY_ENDED");
        assertThat(displayed("ZFCG")).contains(listing);
    }

    @Test
    void publicity_ends_with_the_restoration() {
        String listing = barred(Fixtures.organisation(), TODAY.minusMonths(13), TODAY.plusMonths(6));
        publish(finance, "ZFCG").statusCode(201);
        assertThat(displayed("ZFCG")).contains(listing);
        String application = Api.sending(keys.key("WH-XYB", Role.CREDIT_OFFICE), """
                {"performedOn":"%s","promise":"承诺守信","documents":["履行证明"]}""".formatted(TODAY.minusDays(1)))
                .post("/v1/listings/" + listing + "/restorations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Api.sending(finance, "{\"granted\":true,\"reason\":\"经审查\",\"documentNumber\":\"修1号\"}")
                .post("/v1/restorations/" + application + "/decision")
                .then()
                .statusCode(201);
        assertThat(displayed("ZFCG")).doesNotContain(listing);
    }

    @Test
    void what_is_light_is_in_principle_not_published() {
        barred(Fixtures.organisation());
        publish(finance, "ZFCG").statusCode(201);
        String light = DailyWork.entered(
                finance,
                Fixtures.procurementBan(Fixtures.organisation(), TODAY.minusDays(9), TODAY.plusMonths(9))
                        .replace("\"SERIOUS\"", "\"LIGHT\""));
        publish(finance, "ZFCG").statusCode(409).body("code", equalTo("NOTHING_TO_PUBLISH"));
        String serious = barred(Fixtures.organisation());
        publish(finance, "ZFCG").statusCode(201).body("entries", equalTo(1));
        assertThat(displayed("ZFCG")).contains(serious).doesNotContain(light);
        Api.with(finance)
                .get("/v1/listings/" + light + "/restorations")
                .then()
                .statusCode(200)
                .body("rule.unpublished", equalTo(true));
    }

    @Test
    void an_objection_is_marked_for_everybody() {
        String listing = barred(Fixtures.organisation());
        publish(finance, "ZFCG").statusCode(201);
        Api.sending(keys.key("WH-XYB", Role.CREDIT_OFFICE), "{\"statement\":\"与事实不符\"}")
                .post("/v1/listings/" + listing + "/objections")
                .then()
                .statusCode(201);
        assertThat(entries("ZFCG").getBoolean("find { it.id == '" + listing + "' }.objectionOpen"))
                .isTrue();
    }

    @Test
    void a_person_is_shown_only_where_the_law_allows_it_and_then_masked() {
        String hidden = Fixtures.person();
        String allowed = Fixtures.person();
        String notShown =
                DailyWork.entered(court, Fixtures.defaulter(hidden, "张三丰", TODAY.minusDays(9), TODAY.plusMonths(9)));
        String displayed = DailyWork.entered(
                court,
                Fixtures.defaulter(allowed, "李四光", TODAY.minusDays(9), TODAY.plusMonths(9))
                        .replace("\"region\"", "\"publishPersonalData\":true,\"region\""));
        publish(court, "SXBZXR").statusCode(201);
        JsonPath entries = entries("SXBZXR");
        assertThat(entries.<String>getList("id")).contains(displayed).doesNotContain(notShown);
        String text = entries.prettify();
        assertThat(text).doesNotContain(allowed, hidden, "李四光", "张三丰", "未报告财产");
        assertThat(entries.getString("find { it.id == '" + displayed + "' }.subject.identifier"))
                .startsWith("999999")
                .contains("*");
    }

    @Test
    void a_list_without_an_article_for_it_is_not_published() {
        publish(keys.key("WH-SCJG", Role.INITIATING_DEPARTMENT), "FJGFX")
                .statusCode(422)
                .body("code", equalTo("PUBLICATION_WITHOUT_BASIS"))
                .body("errors[0].pointer", equalTo("/listKind"));
        Api.given().get("/v1/public/lists/FJGFX/entries").then().statusCode(404);
        Api.given()
                .get("/v1/public/lists")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("ZFCG", "SXBZXR", "AJNSR"))
                .body("items.code", not(hasItem("JYYC")))
                .body("items.publicationBases", everyItem(hasSize(greaterThan(0))));
    }

    @Test
    void a_department_publishes_the_lists_that_it_may_determine() {
        publish(finance, "SXBZXR").statusCode(403).body("code", equalTo("LIST_KIND_NOT_YOURS"));
        publish(finance, "NONE").statusCode(422).body("code", equalTo("CODE_UNKNOWN"));
        barred(Fixtures.organisation());
        publish(keys.key("WH-XYB", Role.CREDIT_OFFICE), "ZFCG").statusCode(201).body("region", equalTo("420100"));
    }

    @Test
    void a_batch_without_anything_new_is_none() {
        barred(Fixtures.organisation());
        publish(finance, "ZFCG").statusCode(201);
        publish(finance, "ZFCG").statusCode(409).body("code", equalTo("NOTHING_TO_PUBLISH"));
    }

    @Test
    void red_lists_are_published_too_and_batches_are_counted() {
        String tax = keys.key("WH-SWJ", Role.INITIATING_DEPARTMENT);
        String company = Fixtures.organisation();
        DailyWork.entered(tax, """
                {"listKind":"AJNSR","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                 "designation":{"documentType":"OTHER_STATUTORY","documentNumber":"公告1号","documentDate":"%s",
                 "issuedBy":"武汉市税务局","ground":"AJNSR-1"},"listedOn":"%s","expiresOn":"%s","region":"420117"}""".formatted(company, TODAY.minusDays(5), TODAY.minusDays(5), TODAY.plusMonths(10)));
        publish(tax, "AJNSR").statusCode(201);
        // of one district: tests of feeds leave ten thousands of this list
        assertThat(entries("AJNSR", "420117").<String>getList("subject.identifier"))
                .contains(company);
        Api.given()
                .queryParam("listKind", "AJNSR")
                .get("/v1/public/batches")
                .then()
                .statusCode(200)
                .body("items[0].listKind", equalTo("AJNSR"))
                .body("items[0].publishedOn", equalTo(TODAY.toString()));
        Api.given()
                .get("/v1/public/lists")
                .then()
                .body("items.find { it.code == 'AJNSR' }.batches", greaterThan(0))
                .body("items.find { it.code == 'AJNSR' }.lastPublishedOn", equalTo(TODAY.toString()));
    }

    @Test
    void entries_come_in_pages_and_as_files() {
        String first = barred(Fixtures.organisation());
        String second = barred(Fixtures.organisation());
        publish(finance, "ZFCG").statusCode(201);
        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            var request = Api.given();
            JsonPath page = (next == null
                            ? request.queryParam("size", 1)
                            : request.queryParam("size", 200).queryParam("after", next))
                    .get("/v1/public/lists/ZFCG/entries")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
            next = page.getString("next");
        } while (next != null);
        assertThat(seen).contains(first, second).doesNotHaveDuplicates();

        String csv = Api.given()
                .accept("text/csv")
                .get("/v1/public/lists/ZFCG/entries")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv).startsWith("\uFEFF\"名单种类\"").contains("示范公司");
    }

    @Test
    void the_next_page_asks_for_the_same_region_and_size() {
        barred(Fixtures.organisation());
        barred(Fixtures.organisation());
        publish(finance, "ZFCG").statusCode(201);
        Api.given()
                .queryParam("region", "420100")
                .queryParam("size", 1)
                .get("/v1/public/lists/ZFCG/entries")
                .then()
                .statusCode(200)
                .header("Link", containsString("region=420100&size=1"));
    }

    @Test
    void a_file_holds_every_entry_and_not_a_page_of_them() throws IOException {
        LocalDate from = TODAY.minusMonths(2);
        String lines = IntStream.range(0, 120)
                .mapToObj(i -> Fixtures.procurementBan(Fixtures.organisation(), from, TODAY.plusMonths(6))
                        .replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"));
        Api.with(finance)
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/v1/listing-batches")
                .then()
                .statusCode(201);
        String batch = publish(finance, "ZFCG").statusCode(201).extract().path("id");
        byte[] book = Api.given()
                .accept(XLSX)
                .get("/v1/public/lists/ZFCG/entries")
                .then()
                .statusCode(200)
                .header("Link", nullValue())
                .extract()
                .asByteArray();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(book))) {
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(4).getStringCellValue())
                    .isEqualTo("主体名称");
            assertThat(workbook.getSheetAt(0).getLastRowNum())
                    .isEqualTo(entries("ZFCG").getList("id").size());
        }
        String ofBatch = Api.given()
                .accept("text/csv")
                .queryParam("batch", batch)
                .get("/v1/public/lists/ZFCG/entries")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(ofBatch.lines()).hasSizeGreaterThanOrEqualTo(121);
    }

    @Test
    void one_batch_is_read_by_its_id() {
        String first = barred(Fixtures.organisation());
        String earlier = publish(finance, "ZFCG").statusCode(201).extract().path("id");
        String second = barred(Fixtures.organisation());
        JsonPath later = publish(finance, "ZFCG").statusCode(201).extract().jsonPath();
        Api.given()
                .queryParam("batch", later.getString("id"))
                .get("/v1/public/lists/ZFCG/entries")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(second)))
                .body("items.batch", equalTo(List.of(later.getInt("number"))));
        Api.given()
                .queryParam("batch", earlier)
                .get("/v1/public/lists/ZFCG/entries")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(first))
                .body("items.id", not(hasItem(second)));
        Api.given()
                .queryParam("batch", earlier)
                .get("/v1/public/lists/SXBZXR/entries")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
        Api.given()
                .queryParam("batch", "7")
                .get("/v1/public/lists/ZFCG/entries")
                .then()
                .statusCode(400);
    }

    @Test
    void the_measure_list_in_force_is_published_with_its_date() {
        Api.given()
                .get("/v1/public/measure-list")
                .then()
                .statusCode(200)
                .body("day", equalTo(TODAY.toString()))
                .body("editions.code", equalTo(List.of("2024")))
                .body("editions[0].inForceFrom", equalTo("2024-02-18"))
                .body("items", hasSize(14))
                .body("release.contentHash", notNullValue());
        Api.given()
                .queryParam("inForceOn", "2023-05-01")
                .get("/v1/public/measure-list")
                .then()
                .statusCode(200)
                .body("editions.code", equalTo(List.of("2022")));
        assertThat(Api.given()
                        .accept("text/csv")
                        .get("/v1/public/measure-list")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("限制市场或行业准入");
    }

    @Test
    void the_rows_in_force_say_whom_a_measure_reaches_by_which_article_and_through_whom() {
        String row = "items.find { it.rowCode == 'ZFCG-001' }.";
        JsonPath rows = Api.given()
                .get("/v1/public/measure-rows")
                .then()
                .statusCode(200)
                .body("day", equalTo(TODAY.toString()))
                .body("release.contentHash", notNullValue())
                .body("items.legalBases", everyItem(hasSize(greaterThan(0))))
                .body("items.agencyKinds", everyItem(hasSize(greaterThan(0))))
                .body(row + "listKinds.title", hasItem("政府采购严重违法失信行为记录名单"))
                .body(row + "measure.title", equalTo("禁止参加政府采购活动"))
                .body(row + "effect.title", equalTo("禁止"))
                .body(row + "roles.code", hasItem("LISTED_SUBJECT"))
                .body(row + "term.kind.code", notNullValue())
                .extract()
                .jsonPath();
        assertThat(rows.getList("items.rowCode")).doesNotHaveDuplicates().hasSizeGreaterThan(100);
        JsonPath earlier = Api.given()
                .queryParam("inForceOn", "2024-04-30")
                .get("/v1/public/measure-rows")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(earlier.getList("items.findAll { it.validTo == '2024-04-30' }"))
                .isNotEmpty();
        assertThat(rows.getList("items.findAll { it.validTo == '2024-04-30' }"))
                .as("a row that is over is not in force")
                .isEmpty();
        assertThat(Api.given()
                        .accept("text/csv")
                        .get("/v1/public/measure-rows")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .startsWith("\uFEFF\"行代码\"")
                .contains("ZFCG-001", "《政府采购法》第七十七条", "实施单位");
    }

    @Test
    void bad_questions_of_the_public_are_told_what_is_wrong() {
        Api.given()
                .queryParam("after", "x")
                .get("/v1/public/lists/ZFCG/entries")
                .then()
                .statusCode(400);
        Api.given()
                .queryParam("size", 5001)
                .get("/v1/public/lists/ZFCG/entries")
                .then()
                .statusCode(400);
        Api.given()
                .queryParam("region", "999999")
                .get("/v1/public/lists/ZFCG/entries")
                .then()
                .statusCode(422);
        Api.given().get("/v1/public/lists/NONE/entries").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        Api.given()
                .queryParam("identifier", "91420100XE5X00019Q")
                .get("/v1/public/lists/ZFCG/entries")
                .then()
                .statusCode(400);
    }

    /** All of them, page by page: other tests of this database publish many. */
    private JsonPath entries(String listKind) {
        return entries(listKind, "420100");
    }

    private JsonPath entries(String listKind, String region) {
        List<Object> items = new ArrayList<>();
        String after = null;
        do {
            var request = Api.given().queryParam("size", 5000).queryParam("region", region);
            if (after != null) {
                request.queryParam("after", after);
            }
            JsonPath page = request.get("/v1/public/lists/" + listKind + "/entries")
                    .then()
                    .statusCode(200)
                    .body("day", is(TODAY.toString()))
                    .extract()
                    .jsonPath();
            items.addAll(page.getList("items"));
            after = page.getString("next");
        } while (after != null);
        return JsonPath.from(groovy.json.JsonOutput.toJson(Map.of("items", items)))
                .setRootPath("items");
    }

    private List<String> displayed(String listKind) {
        return entries(listKind).getList("id");
    }

    private ValidatableResponse publish(String key, String listKind) {
        return Api.sending(key, "{\"listKind\":\"" + listKind + "\"}")
                .post("/v1/publications")
                .then();
    }

    private void happened(String listing, String type) {
        DailyWork.happened(finance, listing, type, TODAY);
    }

    private String barred(String supplier) {
        return barred(supplier, TODAY.minusMonths(2), TODAY.plusMonths(6));
    }

    private String barred(String supplier, LocalDate from, LocalDate to) {
        return DailyWork.entered(finance, Fixtures.procurementBan(supplier, from, to));
    }
}
