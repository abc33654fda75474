package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.testing.Api;
import org.xinheng.testing.DailyWork;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.PostgresResource;
import org.xinheng.testing.TestKeys;

/** Entries of partner regions, taken in under an agreement, over HTTP: Changsha's, recognised in Wuhan. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RecognitionApiTest {
    private static final LocalDate TODAY = Fixtures.today();
    private static final String CHANGSHA = "430100";

    @Inject
    TestKeys keys;

    private String registrar;

    @BeforeEach
    void aRegistrarOfWuhan() {
        registrar = keys.key("WH-SCJG", Role.IMPLEMENTING_AGENCY, Role.INITIATING_DEPARTMENT);
    }

    @Test
    void a_partners_entry_is_marked_and_our_own_rows_decide_what_follows() {
        String company = Fixtures.organisation();
        enter(registrar, entry("JYYC", company, CHANGSHA, "HR-CJZY-CS"))
                .statusCode(201)
                .body("recognisedUnder", equalTo("HR-CJZY-CS"))
                .body("region", equalTo(CHANGSHA));
        inspected(registrar, company, "420100")
                .body("outcome", equalTo("SUPERVISE"))
                .body("measures.source.rowCode", hasItem("JYYC-022"));
    }

    @Test
    void it_counts_nowhere_but_where_it_is_recognised() {
        String company = Fixtures.organisation();
        enter(registrar, entry("JYYC", company, CHANGSHA, "HR-CJZY-CS")).statusCode(201);
        inspected(keys.key("YC-SCJG", Role.IMPLEMENTING_AGENCY), company, "420500")
                .body("outcome", equalTo("CLEAR"))
                .body("measures", hasSize(0));
    }

    @Test
    void an_own_entry_carries_no_agreement() {
        enter(registrar, entry("JYYC", Fixtures.organisation(), "420100", null))
                .statusCode(201)
                .body("recognisedUnder", nullValue());
    }

    @Test
    void what_the_agreement_does_not_say_is_refused() {
        String company = Fixtures.organisation();
        refused(registrar, entry("JYYC", company, CHANGSHA, "HR-NONE"));
        refused(registrar, entry("JYYC", company, "420500", "HR-CJZY-CS"));
        refused(registrar, entry("JYYC", company, CHANGSHA, "HR-CJZY-HF"));
        refused(keys.key("YC-SCJG", Role.INITIATING_DEPARTMENT), entry("JYYC", company, CHANGSHA, "HR-CJZY-CS"));
        refused(keys.key("WH-CZJ", Role.INITIATING_DEPARTMENT), entry("JYYC", company, CHANGSHA, "HR-CJZY-CS"));
    }

    @Test
    void a_file_of_a_partner_carries_the_agreement_in_a_column() {
        String company = Fixtures.organisation();
        String csv = "listKind,subject.type,subject.scheme,subject.identifier,subject.name,designation.documentType,"
                + "designation.documentNumber,designation.documentDate,designation.issuedBy,designation.ground,listedOn,"
                + "region,recognisedUnder\n"
                + "JYYC,ORGANISATION,USCC," + company + ",示范公司,OTHER_STATUTORY,列异1号," + TODAY.minusDays(9)
                + ",长沙市市场监督管理局,JYYC-1," + TODAY.minusDays(9) + ",430100,HR-CJZY-CS\n";
        Api.with(registrar)
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/v1/listing-batches")
                .then()
                .statusCode(201);
        inspected(registrar, company, "420100").body("measures.source.rowCode", hasItem("JYYC-022"));
    }

    @Test
    void own_entries_are_handed_over_since_a_commit() {
        String company = Fixtures.organisation();
        String recognised = Fixtures.organisation();
        String before = handedOver(registrar, "JYYC", 0).extract().header("Xinheng-Known-At");
        String listing = enter(registrar, entry("JYYC", company, "420100", null))
                .extract()
                .path("id");
        enter(registrar, entry("JYYC", recognised, CHANGSHA, "HR-CJZY-CS")).statusCode(201);
        ValidatableResponse page = handedOver(registrar, "JYYC", Long.parseLong(before));
        String lines = page.extract().asString();
        assertThat(lines).contains(company).doesNotContain(recognised);
        assertThat(lines.lines()).hasSize(1);

        String after = page.extract().header("Xinheng-Known-At");
        Api.sending(registrar, """
                {"removedOn":"%s","reason":"已补报","documentNumber":"移1号","correction":true}""".formatted(TODAY))
                .post("/v1/listings/" + listing + "/removal")
                .then()
                .statusCode(201);
        String removal =
                handedOver(registrar, "JYYC", Long.parseLong(after)).extract().asString();
        assertThat(removal.lines()).hasSize(1);
        assertThat(removal).contains("\"operation\":\"REMOVE\"", company, "移1号");
    }

    @Test
    void a_restored_entry_is_handed_over_as_ended_once_for_sharing_ends_with_it() {
        String labour = keys.key("WH-RSJ", Role.INITIATING_DEPARTMENT);
        String employer = Fixtures.organisation();
        LocalDate from = TODAY.minusMonths(13);
        String listing = enter(
                        labour,
                        Fixtures.wageArrears(employer, from, from.plusYears(3).minusDays(1), "420100"))
                .statusCode(201)
                .extract()
                .path("id");
        String entered = handedOver(labour, "NMGGZ", 0).extract().header("Xinheng-Known-At");
        String restoration = Api.sending(keys.key("WH-XYB", Role.CREDIT_OFFICE), """
                {"performedOn":"%s","promise":"承诺守信","documents":["支付证明"]}""".formatted(TODAY.minusDays(1)))
                .post("/v1/listings/" + listing + "/restorations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Api.sending(labour, "{\"granted\":true,\"reason\":\"条件具备\",\"documentNumber\":\"修1号\"}")
                .post("/v1/restorations/" + restoration + "/decision")
                .then()
                .statusCode(201);
        ValidatableResponse page = handedOver(labour, "NMGGZ", Long.parseLong(entered));
        String ended = page.extract().asString();
        assertThat(ended.lines()).hasSize(1);
        assertThat(ended).contains("\"operation\":\"REMOVE\"", employer, "修1号");

        DailyWork.happened(labour, listing, "REVOKED", TODAY);
        String known = page.extract().header("Xinheng-Known-At");
        assertThat(handedOver(labour, "NMGGZ", Long.parseLong(known)).extract().asString())
                .doesNotContain(employer);
    }

    @Test
    void a_stayed_entry_is_handed_over_as_ended_and_as_entered_when_execution_goes_on() {
        String company = Fixtures.organisation();
        String listing = enter(registrar, entry("JYYC", company, "420100", null))
                .statusCode(201)
                .extract()
                .path("id");
        String entered = handedOver(registrar, "JYYC", 0).extract().header("Xinheng-Known-At");
        DailyWork.happened(registrar, listing, "STAYED", TODAY.minusDays(2));
        ValidatableResponse stayed = handedOver(registrar, "JYYC", Long.parseLong(entered));
        assertThat(stayed.extract().asString().lines())
                .singleElement()
                .asString()
                .contains(company, "\"operation\":\"REMOVE\"", "\"removedOn\":\"" + TODAY.minusDays(2), "文1号");

        DailyWork.happened(registrar, listing, "STAY_ENDED", TODAY);
        String known = stayed.extract().header("Xinheng-Known-At");
        assertThat(handedOver(registrar, "JYYC", Long.parseLong(known))
                        .extract()
                        .asString()
                        .lines())
                .singleElement()
                .asString()
                .contains(company, "\"listedOn\":")
                .doesNotContain("REMOVE");
        assertThat(handedOver(registrar, "JYYC", 0).extract().asString().lines().filter(line -> line.contains(company)))
                .as("whoever begins now is told what it came to")
                .singleElement()
                .asString()
                .doesNotContain("REMOVE");
    }

    @Test
    void a_list_that_no_agreement_names_is_handed_to_nobody() {
        Api.with(keys.key("WH-CZJ", Role.INITIATING_DEPARTMENT))
                .queryParam("listKind", "ZFCG")
                .get("/v1/recognition/entries")
                .then()
                .statusCode(422)
                .body("code", equalTo("RECOGNITION_NOT_AGREED"));
        Api.with(registrar).get("/v1/recognition/entries").then().statusCode(400);
    }

    private static ValidatableResponse handedOver(String key, String listKind, long since) {
        return Api.with(key)
                .queryParam("listKind", listKind)
                .queryParam("since", since)
                .get("/v1/recognition/entries")
                .then()
                .statusCode(200);
    }

    private static void refused(String key, String body) {
        enter(key, body)
                .statusCode(422)
                .body("code", equalTo("RECOGNITION_NOT_AGREED"))
                .body("errors[0].pointer", equalTo("/recognisedUnder"));
    }

    private static ValidatableResponse enter(String key, String body) {
        return Api.sending(key, body).post("/v1/listings").then();
    }

    private static ValidatableResponse inspected(String key, String company, String region) {
        return Api.sending(key, """
                {"subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},"matter":"SUPERVISION_PLANNING",
                 "region":"%s","purpose":"抽查","caseNumber":"测试-1"}""".formatted(company, region))
                .post("/v1/decisions")
                .then()
                .statusCode(201);
    }

    private static String entry(String kind, String company, String region, String agreement) {
        return """
                {"listKind":"%s","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                 "designation":{"documentType":"OTHER_STATUTORY","documentNumber":"列异1号","documentDate":"%s",
                 "issuedBy":"长沙市市场监督管理局","ground":"JYYC-1"},"listedOn":"%s","region":"%s"%s}""".formatted(
                        kind,
                        company,
                        TODAY.minusDays(9),
                        TODAY.minusDays(9),
                        region,
                        agreement == null ? "" : ",\"recognisedUnder\":\"" + agreement + "\"");
    }
}
