package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.xinheng.testing.Api.sending;
import static org.xinheng.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.caller.Role;
import org.xinheng.kernel.OrganisationCode;
import org.xinheng.kernel.UnifiedSocialCreditCode;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.TestDatabase;
import org.xinheng.testing.TestKeys;

/** Listings over HTTP: who may enter what, what an entry must say, and how it stands on which day as known when. */
@QuarkusTest
class ListingApiTest {
    @Inject
    TestKeys keys;

    @Inject
    TestDatabase database;

    private final LocalDate today = Fixtures.today();
    private final LocalDate from = today.minusMonths(2);
    private final LocalDate to = today.plusMonths(6);
    private String finance;
    private String court;
    private String auditor;

    @BeforeEach
    void twoInitiatingDepartmentsAndAnAuditor() {
        finance = keys.key("WH-CZJ", Role.INITIATING_DEPARTMENT);
        court = keys.key("WH-ZY", Role.INITIATING_DEPARTMENT);
        auditor = keys.key("WH-XYB", Role.AUDITOR);
    }

    @Test
    void an_entry_is_answered_with_its_address_and_read_there_as_it_was_answered() {
        String supplier = Fixtures.organisation();
        var entered = sending(finance, Fixtures.procurementBan(supplier, from, to))
                .post("/v1/listings")
                .then()
                .statusCode(201)
                .header("Location", startsWith("/v1/listings/"))
                .body("initiatingDepartment", equalTo("WH-CZJ"))
                .body("subject.identifier", equalTo(supplier))
                .body("designation.facts", equalTo("示范事实"))
                .body("status.standing", equalTo("IN_FORCE"))
                .extract();

        String read = with(finance)
                .get(entered.header("Location"))
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(JsonPath.from(read).getMap("")).isEqualTo(entered.jsonPath().getMap(""));
    }

    @Test
    void a_department_enters_only_the_kinds_that_it_determines_in_its_region() {
        sending(court, Fixtures.procurementBan(Fixtures.organisation(), from, to))
                .post("/v1/listings")
                .then()
                .statusCode(403)
                .body("code", equalTo("LIST_KIND_NOT_YOURS"))
                .body("errors[0].pointer", equalTo("/listKind"));
        sending(
                        finance,
                        Fixtures.procurementBan(Fixtures.organisation(), from, to)
                                .replace("\"420100\"", "\"110000\""))
                .post("/v1/listings")
                .then()
                .statusCode(403)
                .body("code", equalTo("LIST_KIND_NOT_YOURS"));
    }

    @ParameterizedTest
    @CsvSource({
        "documentNumber,DESIGNATION_INCOMPLETE",
        "ground,DESIGNATION_INCOMPLETE",
        "facts,DESIGNATION_INCOMPLETE",
        "legalBases,DESIGNATION_INCOMPLETE",
        "priorNoticeOn,DESIGNATION_INCOMPLETE",
        "measuresReminded,DESIGNATION_INCOMPLETE",
        "removalConditions,DESIGNATION_INCOMPLETE",
        "remedies,DESIGNATION_INCOMPLETE"
    })
    void a_black_entry_without_a_part_of_its_decision_is_refused_at_that_part(String field, String code) {
        String body = Fixtures.procurementBan(Fixtures.organisation(), from, to)
                .replaceAll("\"" + field + "\":(\"[^\"]*\"|\\[[^]]*]|true),?\\s*", "")
                .replaceAll(",\\s*}", "}");
        boolean required = field.equals("documentNumber");

        sending(finance, body)
                .post("/v1/listings")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/designation/" + field))
                .body("errors.code", hasItem(required ? "FIELD_MISSING" : code));
    }

    @Test
    void gravity_notice_term_ground_and_days_are_held_against_the_law_all_at_once() {
        LocalDate later = from.plusDays(1);
        String body = Fixtures.procurementBan(Fixtures.organisation(), from, from.plusYears(9))
                .replace("\"gravity\":\"SERIOUS\",", "")
                .replace("\"ground\":\"ZFCG-2\"", "\"ground\":\"ZDSS-1\"")
                .replaceAll("\"priorNoticeOn\":\"[^\"]*\"", "\"priorNoticeOn\":\"" + later + "\"")
                .replaceAll("\"legalBases\":\\[[^]]*]", "\"legalBases\":[\"NOPE-1\"]");

        sending(finance, body)
                .post("/v1/listings")
                .then()
                .statusCode(422)
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }.sort()",
                        equalTo(List.of(
                                "/designation/ground GROUND_NOT_OF_LIST_KIND",
                                "/designation/legalBases/0 CODE_UNKNOWN",
                                "/designation/priorNoticeOn PRIOR_NOTICE_AFTER_DECISION",
                                "/expiresOn LISTING_TERM_TOO_LONG",
                                "/gravity FIELD_MISSING")));
    }

    @Test
    void a_kind_that_rests_on_a_memorandum_alone_takes_no_entry() {
        String transport = keys.key("WH-JTJ", Role.INITIATING_DEPARTMENT);
        sending(
                        transport,
                        Fixtures.procurementBan(Fixtures.organisation(), from, to)
                                .replace("\"ZFCG\"", "\"CXCZ\""))
                .post("/v1/listings")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("LIST_KIND_WITHOUT_BASIS"));
    }

    @Test
    void a_removal_ends_the_entry_from_its_day_on_and_what_was_known_before_stays_readable() {
        String supplier = Fixtures.organisation();
        String id = entered(finance, Fixtures.procurementBan(supplier, from, to));
        long knownBefore = with(finance).get("/v1/listings/{id}", id).jsonPath().getLong("knownAt");

        sending(finance, removal(today.plusDays(3)))
                .post("/v1/listings/{id}/removal", id)
                .then()
                .statusCode(201)
                .header("Location", equalTo("/v1/listings/" + id))
                .body("status.standing", equalTo("IN_FORCE"))
                .body("events.type", contains("REMOVED"))
                .body("events[0].reason", equalTo("纠正"));

        standing(id, today.plusDays(2), null).body("status.standing", equalTo("IN_FORCE"));
        standing(id, today.plusDays(3), null)
                .body("status.standing", equalTo("REMOVED"))
                .body("status.since", equalTo(today.plusDays(3).toString()));
        standing(id, today.plusDays(3), knownBefore)
                .body("status.standing", equalTo("IN_FORCE"))
                .body("events", empty());
        standing(id, from.minusDays(1), null).body("status.standing", equalTo("AHEAD"));
        standing(id, to.plusDays(1), knownBefore).body("status.standing", equalTo("EXPIRED"));
    }

    @Test
    void a_listing_is_removed_once_by_its_own_department_and_not_before_it_began() {
        String id = entered(finance, Fixtures.procurementBan(Fixtures.organisation(), from, to));

        sending(court, removal(today))
                .post("/v1/listings/{id}/removal", id)
                .then()
                .statusCode(403)
                .body("code", equalTo("LIST_KIND_NOT_YOURS"));
        sending(finance, removal(from.minusDays(1)))
                .post("/v1/listings/{id}/removal", id)
                .then()
                .statusCode(422)
                .body("code", equalTo("LISTING_DATES"))
                .body("errors[0].pointer", equalTo("/removedOn"));
        sending(finance, removal(today))
                .post("/v1/listings/{id}/removal", id)
                .then()
                .statusCode(201);
        sending(finance, removal(today))
                .post("/v1/listings/{id}/removal", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("LISTING_ALREADY_REMOVED"));
        sending(finance, removal(today))
                .post("/v1/listings/{id}/removal", "0193a2f0-2222-7a55-9a3b-5d2f8c4e1b70")
                .then()
                .statusCode(404)
                .body("code", equalTo("LISTING_NOT_FOUND"));
    }

    @Test
    void a_search_tells_what_is_in_force_on_a_day_as_known_at_a_commit() {
        String supplier = Fixtures.organisation();
        String id = entered(finance, Fixtures.procurementBan(supplier, from, to));
        long known = with(finance).get("/v1/listings/{id}", id).jsonPath().getLong("knownAt");

        assertThat(found(supplier, today, null)).containsExactly(id);
        assertThat(found(supplier, to, null)).containsExactly(id);
        assertThat(found(supplier, to.plusDays(1), null)).isEmpty();
        assertThat(found(supplier, from.minusDays(1), null)).isEmpty();
        assertThat(found(supplier, today, known - 1)).isEmpty();

        sending(finance, removal(today))
                .post("/v1/listings/{id}/removal", id)
                .then()
                .statusCode(201);

        assertThat(found(supplier, today, null)).isEmpty();
        assertThat(found(supplier, today, known)).containsExactly(id);
    }

    @Test
    void pages_of_a_search_hang_together_whatever_is_entered_meanwhile() {
        String kindOfItsOwn = keys.key("WH-SWJ", Role.INITIATING_DEPARTMENT);
        List<String> ids = List.of(taxEntry(kindOfItsOwn), taxEntry(kindOfItsOwn), taxEntry(kindOfItsOwn));

        JsonPath first = with(kindOfItsOwn)
                .queryParam("listKind", "ZDSS")
                .queryParam("size", 2)
                .get("/v1/listings")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .extract()
                .jsonPath();
        String meanwhile = taxEntry(kindOfItsOwn);
        JsonPath second = with(kindOfItsOwn)
                .queryParam("listKind", "ZDSS")
                .queryParam("size", 2)
                .queryParam("after", first.getString("next"))
                .get("/v1/listings")
                .then()
                .statusCode(200)
                .body("next", nullValue())
                .body("knownAt", equalTo((int) first.getLong("knownAt")))
                .extract()
                .jsonPath();

        assertThat(first.getList("items.id", String.class)).containsExactly(ids.get(0), ids.get(1));
        assertThat(second.getList("items.id", String.class))
                .containsExactly(ids.get(2))
                .doesNotContain(meanwhile);
    }

    @Test
    void a_department_reads_its_own_entries_and_an_auditor_all() {
        String supplier = Fixtures.organisation();
        String id = entered(finance, Fixtures.procurementBan(supplier, from, to));

        with(court).get("/v1/listings/{id}", id).then().statusCode(404).body("code", equalTo("LISTING_NOT_FOUND"));
        with(court)
                .queryParam("scheme", "USCC")
                .queryParam("identifier", supplier)
                .get("/v1/listings")
                .then()
                .statusCode(200)
                .body("items", empty());
        with(auditor).get("/v1/listings/{id}", id).then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void a_wrong_inner_code_is_a_notice_and_no_refusal() {
        String number = Fixtures.organisation().substring(8, 16);
        String wrong = OrganisationCode.checkCharacter(number) == '0' ? "1" : "0";
        String wrongInside =
                UnifiedSocialCreditCode.completing("91420100" + number + wrong).value();
        sending(finance, Fixtures.procurementBan(wrongInside, from, to))
                .post("/v1/listings")
                .then()
                .statusCode(201)
                .body("notices.code", contains("INNER_CODE_CHECK"));
    }

    @Test
    void spelling_from_a_spreadsheet_is_read_as_the_number_it_means() {
        String supplier = Fixtures.organisation();
        String spelt = supplier.substring(0, 8) + " - " + supplier.substring(8).toLowerCase(java.util.Locale.ROOT);
        StringBuilder fullWidth = new StringBuilder();
        spelt.chars().forEach(c -> fullWidth.append((char) (c >= '0' && c <= '9' ? c - '0' + '０' : c)));

        sending(finance, Fixtures.procurementBan(fullWidth.toString(), from, to))
                .post("/v1/listings")
                .then()
                .statusCode(201)
                .body("subject.identifier", equalTo(supplier));
    }

    @Test
    void nothing_is_written_of_an_entry_that_is_refused() {
        var before = database.rowCounts();
        sending(
                        finance,
                        Fixtures.procurementBan(Fixtures.organisation(), from, to)
                                .replace("ZFCGF-77", "NOPE-7"))
                .header("Idempotency-Key", "refused-" + Fixtures.organisation())
                .post("/v1/listings")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/designation/legalBases/0"))
                .body("errors.code", not(hasItem("INTERNAL_ERROR")));
        assertThat(database.rowCounts()).isEqualTo(before);
    }

    private io.restassured.response.ValidatableResponse standing(String id, LocalDate day, Long knownAt) {
        var asked = with(auditor).queryParam("inForceOn", day.toString());
        return (knownAt == null ? asked : asked.queryParam("knownAt", knownAt))
                .get("/v1/listings/{id}", id)
                .then()
                .statusCode(200);
    }

    private List<String> found(String supplier, LocalDate day, Long knownAt) {
        var asked = with(auditor)
                .queryParam("scheme", "USCC")
                .queryParam("identifier", supplier)
                .queryParam("inForceOn", day.toString());
        return (knownAt == null ? asked : asked.queryParam("knownAt", knownAt))
                .get("/v1/listings")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", String.class);
    }

    private String taxEntry(String tax) {
        return entered(
                tax,
                Fixtures.procurementBan(Fixtures.organisation(), from, to)
                        .replace("\"ZFCG\"", "\"ZDSS\"")
                        .replace("\"ZFCG-2\"", "\"ZDSS-1\"")
                        .replaceAll("\"decidedTerm\":\\{[^}]*},", ""));
    }

    private static String removal(LocalDate day) {
        return """
                {"removedOn":"%s","reason":"纠正","documentNumber":"移出1号"}""".formatted(day);
    }

    private static String entered(String key, String body) {
        return sending(key, body)
                .post("/v1/listings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
