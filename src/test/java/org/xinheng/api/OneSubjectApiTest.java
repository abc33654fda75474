package org.xinheng.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.xinheng.testing.Api.sending;
import static org.xinheng.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.caller.Role;
import org.xinheng.kernel.CitizenId;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.TestKeys;

/** One subject under all its numbers, over HTTP (design §6.12): what is entered under one is found under the others. */
@QuarkusTest
class OneSubjectApiTest {
    @Inject
    TestKeys keys;

    private final LocalDate today = Fixtures.today();
    private final LocalDate from = today.minusMonths(2);
    private final LocalDate to = today.plusMonths(6);
    private String finance;
    private String court;
    private String bank;
    private String auditor;

    @BeforeEach
    void whoEntersAndWhoAsks() {
        finance = keys.key("WH-CZJ", Role.INITIATING_DEPARTMENT, Role.IMPLEMENTING_AGENCY);
        court = keys.key("WH-ZY", Role.INITIATING_DEPARTMENT);
        bank = keys.key("WH-YH", Role.IMPLEMENTING_AGENCY);
        auditor = keys.key("WH-XYB", Role.AUDITOR);
    }

    // ---- organisations: the code inside the unified code

    @Test
    void an_entry_under_the_organisation_code_is_found_under_the_unified_code_and_the_other_way_round() {
        String inside = Fixtures.organisation();
        String entry = entered(finance, ban(inside.substring(8, 17), "ORGANISATION_CODE"));
        decided(finance, organisation("USCC", inside))
                .body("outcome", equalTo("PROHIBIT"))
                .body("measures.listing.id", hasItem(entry));

        String outside = Fixtures.organisation();
        String other = entered(finance, ban(outside, "USCC"));
        String code = outside.substring(8, 16) + "-" + outside.charAt(16);
        decided(finance, organisation("ORGANISATION_CODE", code))
                .body("outcome", equalTo("PROHIBIT"))
                .body("measures.listing.id", hasItem(other));
    }

    @Test
    void what_the_field_set_of_the_court_files_under_the_organisation_code_is_found_under_the_unified_code() {
        String company = Fixtures.organisation();
        String file = """
                iname,caseCode,cardNum,courtName,partyTypeName,regDate,publishDate,disruptTypeName,duty
                示范公司,（2026）鄂01执1号,%s-%s,武汉市中级人民法院,581,%s,%s,违反财产报告制度,示范义务
                """.formatted(company.substring(8, 16), company.charAt(16), from.minusDays(20), from);
        fed(with(court).queryParam("layout", "SXBZXR"), "text/csv", file)
                .statusCode(201)
                .body("entered", equalTo(1));
        decided(finance, organisation("USCC", company))
                .body("outcome", not(equalTo("CLEAR")))
                .body("listsConsulted.listKind", hasItem("SXBZXR"));
        with(court)
                .queryParam("scheme", "USCC")
                .queryParam("identifier", company)
                .get("/v1/listings")
                .then()
                .statusCode(200)
                .body("items.listKind", contains("SXBZXR"));
    }

    @Test
    void a_removal_under_another_number_of_the_subject_ends_its_entry() {
        String company = Fixtures.organisation();
        String entry = entered(finance, ban(company, "USCC"));
        String row = """
                {"listKind":"ZFCG","subject":{"type":"ORGANISATION","scheme":"ORGANISATION_CODE","identifier":"%s"},
                 "operation":"REMOVE","removal":{"removedOn":"%s","reason":"更正","documentNumber":"移1号","correction":true}}
                """.formatted(company.substring(8, 17), today).replace("\n", "");
        fed(with(finance), "application/x-ndjson", row)
                .statusCode(201)
                .body("rows[0].result", equalTo("REMOVED"))
                .body("rows[0].listing", equalTo(entry));
        decided(finance, organisation("USCC", company)).body("outcome", equalTo("CLEAR"));
    }

    @Test
    void decisions_and_objections_to_notices_are_found_under_the_other_number_too() {
        String company = Fixtures.organisation();
        String decision =
                decided(finance, organisation("USCC", company)).extract().path("id");
        sending(auditor, """
                {"subject":{"type":"ORGANISATION","scheme":"ORGANISATION_CODE","identifier":"%s"},"purpose":"审计",
                 "caseNumber":"审-1"}""".formatted(company.substring(8, 17)))
                .post("/v1/audit/decision-searches")
                .then()
                .statusCode(200)
                .body("items.id", contains(decision));

        String notice = sending(finance, """
                {"listKind":"ZFCG","subject":{"type":"ORGANISATION","scheme":"ORGANISATION_CODE","identifier":"%s"},
                 "region":"420100","ground":"ZFCG-2","legalBases":["ZFCGF-77"],"facts":"示范",
                 "noticedOn":"%s"}""".formatted(company.substring(8, 17), from.minusDays(30)))
                .post("/v1/prior-notices")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        sending(keys.key(company, Role.SUBJECT), "{\"statement\":\"不属实\"}")
                .post("/v1/prior-notices/" + notice + "/objections")
                .then()
                .statusCode(201);
        sending(finance, ban(company, "USCC"))
                .post("/v1/listings")
                .then()
                .statusCode(409)
                .body("code", equalTo("PRIOR_NOTICE_OBJECTED"));
    }

    @Test
    void a_code_whose_inner_code_fails_its_check_is_never_clear() {
        String company = Fixtures.organisation();
        char wrong = company.charAt(16) == '0' ? '1' : '0';
        String first17 = company.substring(0, 16) + wrong;
        String code = first17 + org.xinheng.kernel.UnifiedSocialCreditCode.checkCharacter(first17);
        decided(finance, organisation("USCC", code))
                .body("outcome", equalTo("REVIEW"))
                .body("notices.code", contains("INNER_CODE_CHECK"))
                .body("prompt", containsString("核实"));
    }

    // ---- persons: numbers of old forms

    @Test
    void fifteen_digits_of_a_citizen_are_the_number_of_eighteen_in_entries_and_in_questions() {
        String person = Fixtures.person();
        String old = person.substring(0, 6) + person.substring(8, 17);
        String entry = entered(court, Fixtures.defaulter(person, "示范甲", from, to));
        decided(bank, person("CITIZEN_ID", old))
                .body("outcome", not(equalTo("CLEAR")))
                .body("notices.code", contains("IDENTIFIER_CONVERTED"));

        String another = Fixtures.person();
        String oldOfAnother = another.substring(0, 6) + another.substring(8, 17);
        sending(court, Fixtures.defaulter(oldOfAnother, "示范乙", from, to))
                .post("/v1/listings")
                .then()
                .statusCode(201)
                .body("subject.identifier", equalTo(another.substring(0, 6) + "********" + another.substring(14)))
                .body("notices.code", contains("IDENTIFIER_CONVERTED"));
        decided(bank, person("CITIZEN_ID", another))
                .body("outcome", not(equalTo("CLEAR")))
                .body("withheld.listing", not(hasItem(entry)));
    }

    @Test
    void a_permit_that_was_issued_again_is_the_permit_before() {
        entered(court, asPerson(Fixtures.defaulter("H0000000101", "示范丙", from, to), "HK_MACAO_PERMIT"));
        decided(bank, person("HK_MACAO_PERMIT", "H00000001")).body("outcome", not(equalTo("CLEAR")));
        decided(bank, person("HK_MACAO_PERMIT", "H0000000102")).body("outcome", not(equalTo("CLEAR")));
        entered(court, asPerson(Fixtures.defaulter("00000001", "示范丁", from, to), "TAIWAN_PERMIT"));
        decided(bank, person("TAIWAN_PERMIT", "0000000103(B)")).body("outcome", not(equalTo("CLEAR")));
    }

    // ---- a number under the name of another scheme

    @ParameterizedTest
    @CsvSource({
        "ORGANISATION, USCC, XE5X0001-9, ORGANISATION_CODE",
        "ORGANISATION, ORGANISATION_CODE, 91420100XE5X00019Q, USCC",
        "ORGANISATION, REGISTRATION_NUMBER, 91420100XE5X00019Q, USCC",
        "ORGANISATION, USCC, 420100000000014, REGISTRATION_NUMBER",
        "ORGANISATION, USCC, 000000198001010013, CITIZEN_ID",
        "PERSON, CITIZEN_ID, 91420100XE5X00019Q, USCC",
        "PERSON, OTHER_ID, 000000198001010013, CITIZEN_ID",
        "PERSON, OTHER_ID, 000000 800101 001, CITIZEN_ID",
        "PERSON, PASSPORT, 000000198001010013, CITIZEN_ID",
        "PERSON, PASSPORT, 000000800101001, CITIZEN_ID",
        "PERSON, OTHER_ID, 91420100XE5X00019Q, USCC",
        "PERSON, OTHER_ID, 420100000000014, REGISTRATION_NUMBER",
        "PERSON, OTHER_ID, XE5X00019, ORGANISATION_CODE",
        "PERSON, OTHER_ID, H1234567801, HK_MACAO_PERMIT",
        "PERSON, CITIZEN_ID, H12345678, HK_MACAO_PERMIT"
    })
    void a_whole_number_of_another_scheme_is_refused_and_its_scheme_named(
            String type, String scheme, String number, String right) {
        String subject = "{\"type\":\"%s\",\"scheme\":\"%s\",\"identifier\":\"%s\"}".formatted(type, scheme, number);
        mismatch(
                sending(finance, question(subject, "GOVERNMENT_PROCUREMENT_QUALIFICATION"))
                        .post("/v1/decisions")
                        .then(),
                right);
        mismatch(
                sending(
                                finance,
                                Fixtures.procurementBan("91420100XE5X00019Q", from, to)
                                        .replaceFirst("\"subject\":\\{[^}]*}", "\"subject\":" + subject))
                        .post("/v1/listings")
                        .then(),
                right);
    }

    private static void mismatch(ValidatableResponse answer, String right) {
        answer.statusCode(422)
                .body("code", equalTo("IDENTIFIER_SCHEME_MISMATCH"))
                .body("errors[0].pointer", equalTo("/subject/identifier"))
                .body("errors[0].message", containsString("应为：" + right));
    }

    @Test
    void a_row_of_a_feed_under_the_wrong_scheme_is_refused_too() {
        String row = Fixtures.procurementBan(Fixtures.organisation().substring(8, 17), from, to)
                .replace("\n", "");
        fed(with(finance), "application/x-ndjson", row)
                .statusCode(422)
                .body("errors.code", hasItem("IDENTIFIER_SCHEME_MISMATCH"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000080010100", "0000008001010011"})
    void no_refusal_leads_to_a_scheme_under_which_nothing_is_found(String number) {
        sending(bank, question(person("CITIZEN_ID", number), "CREDIT_GRANTING"))
                .post("/v1/decisions")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDENTIFIER_LENGTH"))
                .body("errors[0].message", not(containsString("其他证件")));
    }

    // ---- numbers of foreigners, days of birth, wrong check characters

    @Test
    void the_permanent_residence_number_of_a_foreigner_has_a_scheme_with_a_check() {
        String number = foreigner("911999", "19800101", "001");
        entered(court, asPerson(Fixtures.defaulter(number, "示范戊", from, to), "FOREIGN_PERMANENT_RESIDENCE"));
        decided(bank, person("FOREIGN_PERMANENT_RESIDENCE", number)).body("outcome", not(equalTo("CLEAR")));
        refused(person("FOREIGN_PERMANENT_RESIDENCE", number.substring(0, 17) + other(number.charAt(17))))
                .body("code", equalTo("IDENTIFIER_CHECK_CHARACTER"));
        refused(person("FOREIGN_PERMANENT_RESIDENCE", foreigner("911999", "19800230", "001")))
                .body("code", equalTo("IDENTIFIER_BIRTH_DATE"));
        refused(person("FOREIGN_PERMANENT_RESIDENCE", foreigner("911156", "19800101", "001")))
                .body("code", equalTo("IDENTIFIER_NATIONALITY"));
        refused(person("FOREIGN_PERMANENT_RESIDENCE", foreigner("901999", "19800101", "001")))
                .body("code", equalTo("IDENTIFIER_REGION"));
        for (String scheme : new String[] {"CITIZEN_ID", "PASSPORT", "OTHER_ID"}) {
            mismatch(refused(person(scheme, number)), "FOREIGN_PERMANENT_RESIDENCE");
        }
    }

    @Test
    void nobody_is_born_after_today() {
        String day = today.plusDays(1).toString().replace("-", "");
        String citizen = CitizenId.completing("999999" + day + "001").value();
        refused(person("CITIZEN_ID", citizen)).body("code", equalTo("IDENTIFIER_BIRTH_DATE"));
        refused(person("FOREIGN_PERMANENT_RESIDENCE", foreigner("911999", day, "001")))
                .body("code", equalTo("IDENTIFIER_BIRTH_DATE"));
        sending(court, Fixtures.defaulter(citizen, "示范己", from, to))
                .post("/v1/listings")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDENTIFIER_BIRTH_DATE"));
        String bornToday = CitizenId.completing("999999" + today.toString().replace("-", "") + "001")
                .value();
        decided(bank, person("CITIZEN_ID", bornToday)).body("notices", empty());
    }

    @Test
    void a_code_that_was_issued_with_a_wrong_check_character_is_accepted_when_it_is_confirmed() {
        String company = Fixtures.organisation();
        String issued = company.substring(0, 17) + other(company.charAt(17));
        String confirmed = organisation("USCC", issued).replace("}", ",\"identifierConfirmed\":true}");
        sending(finance, question(organisation("USCC", issued), "GOVERNMENT_PROCUREMENT_QUALIFICATION"))
                .post("/v1/decisions")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDENTIFIER_CHECK_CHARACTER"))
                .body("errors[0].message", containsString("identifierConfirmed"));
        sending(finance, ban(issued, "USCC").replaceFirst("\"name\"", "\"identifierConfirmed\":true,\"name\""))
                .post("/v1/listings")
                .then()
                .statusCode(201)
                .body("notices.code", contains("IDENTIFIER_CHECK_CONFIRMED"));
        decided(finance, confirmed)
                .body("outcome", equalTo("PROHIBIT"))
                .body("notices.code", contains("IDENTIFIER_CHECK_CONFIRMED"));
        with(finance)
                .queryParam("scheme", "USCC")
                .queryParam("identifier", issued)
                .queryParam("identifierConfirmed", true)
                .get("/v1/listings")
                .then()
                .statusCode(200)
                .body("items.listKind", contains("ZFCG"));
        sending(auditor, "{\"subject\":%s,\"purpose\":\"审计\",\"caseNumber\":\"审-2\"}".formatted(confirmed))
                .post("/v1/audit/decision-searches")
                .then()
                .statusCode(200)
                .body("items.outcome", contains("PROHIBIT"));
        with(keys.key(issued, Role.SUBJECT))
                .get("/v1/me/listings")
                .then()
                .statusCode(200)
                .body("items.listKind", contains("ZFCG"));
        sending(finance, ban(issued, "USCC").replaceFirst("\"name\"", "\"identifierConfirmed\":false,\"name\""))
                .post("/v1/listings")
                .then()
                .statusCode(422);
    }

    // ---- bodies

    private String entered(String key, String body) {
        return sending(key, body)
                .post("/v1/listings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse fed(RequestSpecification request, String type, String file) {
        return request.contentType(type)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/listing-batches")
                .then();
    }

    private String ban(String number, String scheme) {
        return Fixtures.procurementBan(number, from, to).replace("\"USCC\"", "\"" + scheme + "\"");
    }

    private ValidatableResponse decided(String key, String subject) {
        String matter = key.equals(bank) ? "CREDIT_GRANTING" : "GOVERNMENT_PROCUREMENT_QUALIFICATION";
        return sending(key, question(subject, matter))
                .post("/v1/decisions")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse refused(String subject) {
        return sending(bank, question(subject, "CREDIT_GRANTING"))
                .post("/v1/decisions")
                .then()
                .statusCode(422);
    }

    private static String question(String subject, String matter) {
        return "{\"subject\":%s,\"matter\":\"%s\",\"region\":\"420100\",\"purpose\":\"资格审查\",\"caseNumber\":\"测试-1\"}"
                .formatted(subject, matter);
    }

    private static String organisation(String scheme, String number) {
        return "{\"type\":\"ORGANISATION\",\"scheme\":\"%s\",\"identifier\":\"%s\"}".formatted(scheme, number);
    }

    private static String person(String scheme, String number) {
        return "{\"type\":\"PERSON\",\"scheme\":\"%s\",\"identifier\":\"%s\"}".formatted(scheme, number);
    }

    private static String asPerson(String body, String scheme) {
        return body.replace("\"CITIZEN_ID\"", "\"" + scheme + "\"");
    }

    private static String foreigner(String first6, String day, String sequence) {
        String first17 = first6 + day + sequence;
        return first17 + CitizenId.checkCharacter(first17);
    }

    private static char other(char check) {
        return check == '0' ? '1' : '0';
    }
}
