package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.xinheng.testing.Api.sending;
import static org.xinheng.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.caller.Role;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.testing.DailyWork;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.TestDatabase;
import org.xinheng.testing.TestKeys;

/** Personal data (L8): read for a purpose and a case only, on record, masked, encrypted at rest. */
@QuarkusTest
class PersonalDataApiTest {
    private static final String NAME = "示例甲某某";
    private static final String MATTER = "HIGH_CONSUMPTION_CHECK";

    @Inject
    TestKeys keys;

    @Inject
    TestDatabase database;

    @Inject
    LookupHash lookupHash;

    private String court;
    private String auditor;
    private String agency;
    private String person;
    private String listing;
    private String decision;
    private String objection;
    private String restoration;

    @BeforeEach
    void aPersonOnAListAndADecisionAboutThem() {
        court = keys.key("WH-ZY", Role.INITIATING_DEPARTMENT);
        auditor = keys.key("WH-XYB", Role.AUDITOR);
        agency = keys.key("WH-JTJ", Role.IMPLEMENTING_AGENCY);
        person = Fixtures.person();
        var today = Fixtures.today();
        listing = sending(court, Fixtures.defaulter(person, NAME, today.minusMonths(13), today.plusMonths(11)))
                .post("/v1/listings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        decision = sending(agency, Fixtures.questionAboutPerson(person, MATTER))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        objection = DailyWork.objected(court, listing, NAME + "已经报告财产");
        restoration = DailyWork.applied(court, listing, today, NAME + "承诺守信");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/decisions/{decision}",
                "/v1/decisions/{decision}/explanation",
                "/v1/decisions/{decision}/feedback",
                "/v1/listings/{listing}",
                "/v1/listings/{listing}/objections",
                "/v1/listings/{listing}/restorations",
                "/v1/objections/{objection}",
                "/v1/restorations/{restoration}"
            })
    void what_concerns_a_person_is_read_for_a_purpose_and_a_case_and_every_reading_is_on_record(String template) {
        String path = template.replace("{decision}", decision)
                .replace("{listing}", listing)
                .replace("{objection}", objection)
                .replace("{restoration}", restoration);
        refused(with(auditor), path, "query:purpose");
        refused(with(auditor).queryParam("caseNumber", "审-1"), path, "query:purpose");
        refused(with(auditor).queryParam("purpose", "审计抽查"), path, "query:caseNumber");
        assertThat(readings()).isEmpty();

        String read = with(auditor)
                .queryParam("purpose", "审计抽查")
                .queryParam("caseNumber", "审-1")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(readings()).containsExactly("WH-XYB 审计抽查 审-1");
        // the facts of a designation are free text, shown to whoever says why
        assertThat(read).doesNotContain(person, "\"name\":\"" + NAME);
    }

    @Test
    void a_person_is_looked_up_on_the_lists_for_a_purpose_and_a_case_only() {
        RequestSpecification search =
                with(auditor).queryParam("scheme", "CITIZEN_ID").queryParam("identifier", person);
        refused(search, "/v1/listings", "query:purpose");
        assertThat(readings()).isEmpty();

        with(auditor)
                .queryParam("scheme", "CITIZEN_ID")
                .queryParam("identifier", person)
                .queryParam("purpose", "审计抽查")
                .queryParam("caseNumber", "审-2")
                .get("/v1/listings")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(listing))
                .body(
                        "items[0].subject.identifier",
                        equalTo(person.substring(0, 6) + "********" + person.substring(14)));

        assertThat(readings()).containsExactly("WH-XYB 审计抽查 审-2", "WH-XYB 审计抽查 审-2");
    }

    @Test
    void a_page_of_a_search_without_a_purpose_shows_nothing_of_a_person() {
        with(court)
                .queryParam("listKind", "SXBZXR")
                .queryParam("size", 200)
                .get("/v1/listings")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '" + listing + "' }.subject.identifier", equalTo("******"))
                .body("items.find { it.id == '" + listing + "' }.subject.name", nullValue())
                .body("items.find { it.id == '" + listing + "' }.designation.facts", nullValue());
        assertThat(readings()).isEmpty();
    }

    @Test
    void a_listing_that_names_a_person_beside_an_organisation_is_read_for_a_case_and_each_person_has_their_record() {
        String finance = keys.key("WH-CZJ", Role.INITIATING_DEPARTMENT);
        var today = Fixtures.today();
        String named = """
                [{"role":"LEGAL_REPRESENTATIVE","subject":{"type":"PERSON","scheme":"CITIZEN_ID","identifier":"%s","name":"%s"},
                  "from":"2020-01-01","to":null}]""".formatted(person, NAME);
        String id = sending(
                        finance,
                        Fixtures.procurementBan(
                                Fixtures.organisation(), today.minusMonths(1), today.plusMonths(6), named))
                .post("/v1/listings")
                .then()
                .statusCode(201)
                .body("responsiblePersons", hasSize(1))
                .body("responsiblePersons[0].subject.name", equalTo("示****"))
                .extract()
                .path("id");

        for (String what : List.of("", "/objections", "/restorations")) {
            refused(with(finance), "/v1/listings/" + id + what, "query:purpose");
            with(finance)
                    .queryParam("purpose", "核对")
                    .queryParam("caseNumber", "核-1")
                    .get("/v1/listings/" + id + what)
                    .then()
                    .statusCode(200);
        }

        assertThat(readings()).containsExactly("WH-CZJ 核对 核-1", "WH-CZJ 核对 核-1", "WH-CZJ 核对 核-1");
    }

    @Test
    void a_decision_needs_a_purpose_and_a_case_number_and_says_neither_number_nor_name() {
        String question = Fixtures.questionAboutPerson(person, MATTER);
        for (String field : List.of("purpose", "caseNumber")) {
            sending(
                            agency,
                            question.replaceAll("\"" + field + "\":\"[^\"]*\",?", "")
                                    .replaceAll(",\\s*}$", "}"))
                    .post("/v1/decisions")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("FIELD_MISSING"))
                    .body("errors[0].pointer", equalTo("/" + field));
        }
        String answer = sending(agency, question)
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        assertThat(answer).doesNotContain(person, NAME);
    }

    @Test
    void nothing_in_the_database_says_who_a_person_is() {
        sending(
                        agency,
                        Fixtures.questionAboutPerson(person, MATTER)
                                .replace("\"identifier\"", "\"name\":\"" + NAME + "\",\"identifier\""))
                .header("Idempotency-Key", "personal-" + Fixtures.organisation())
                .post("/v1/decisions")
                .then()
                .statusCode(201);
        DailyWork.answered(court, objection, "DISMISSED", NAME + "没有报告");
        DailyWork.ruled(court, restoration, true, NAME + "已经履行");
        String hex = java.util.HexFormat.of().formatHex(person.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(database.tablesThatSay(person, NAME, hex)).isEmpty();
    }

    @Test
    void a_refusal_does_not_repeat_the_number_it_refuses() {
        String wrong = person.substring(0, 17) + (person.charAt(17) == '1' ? '2' : '1');
        String refusal = sending(agency, Fixtures.questionAboutPerson(wrong, MATTER))
                .post("/v1/decisions")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDENTIFIER_CHECK_CHARACTER"))
                .extract()
                .asString();
        assertThat(refusal).doesNotContain(wrong, person);
    }

    @Test
    void a_person_is_never_found_by_name() {
        with(auditor)
                .queryParam("name", NAME)
                .get("/v1/listings")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("query:name"));
        sending(
                        agency,
                        Fixtures.questionAboutPerson(Fixtures.person(), MATTER)
                                .replace("\"identifier\"", "\"name\":\"" + NAME + "\",\"identifier\""))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .body("measures", empty())
                .body("withheld", empty());
    }

    private static void refused(RequestSpecification request, String path, String pointer) {
        request.get(path)
                .then()
                .statusCode(422)
                .body("code", equalTo("PURPOSE_REQUIRED"))
                .body("errors[0].pointer", equalTo(pointer));
    }

    /** Who read about the person, why and for which case, by what is on record. */
    private List<String> readings() {
        return database.column(
                "select department || ' ' || purpose || ' ' || case_number from audit_entry"
                        + " where subject_lookup = ? and kind in ('DECISION_READ', 'LISTING_READ', 'LISTING_SEARCH',"
                        + " 'LISTING_OBJECTIONS_READ', 'LISTING_RESTORATIONS_READ', 'OBJECTION_READ', 'RESTORATION_READ')"
                        + " order by number",
                lookupHash.of(IdentifierScheme.CITIZEN_ID, person));
    }
}
