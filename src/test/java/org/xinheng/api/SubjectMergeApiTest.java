package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.xinheng.testing.Api.sending;
import static org.xinheng.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.kernel.RegistrationNumber;
import org.xinheng.testing.DailyWork;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.TestKeys;

/** Two subjects are found to be one, and not to be after all, over HTTP (C66). */
@QuarkusTest
class SubjectMergeApiTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Inject
    TestKeys keys;

    private final LocalDate today = Fixtures.today();
    private final LocalDate from = today.minusMonths(2);
    private final LocalDate to = today.plusMonths(6);
    private String finance;
    private String tax;
    private String creditOffice;

    @BeforeEach
    void whoEntersAndWhoMerges() {
        finance = keys.key("WH-CZJ", Role.INITIATING_DEPARTMENT, Role.IMPLEMENTING_AGENCY);
        tax = keys.key("WH-SWJ", Role.INITIATING_DEPARTMENT);
        creditOffice = keys.key("WH-XYB", Role.CREDIT_OFFICE);
    }

    @Test
    void an_old_number_and_a_new_one_are_one_subject_until_that_is_undone() {
        String before = registrationNumber();
        String company = Fixtures.organisation();
        String entry = DailyWork.entered(
                finance, Fixtures.procurementBan(before, from, to).replace("\"USCC\"", "\"REGISTRATION_NUMBER\""));
        asked(company).body("outcome", equalTo("CLEAR"));

        String at = found("merges", creditOffice, before, company)
                .statusCode(201)
                .header("Location", startsWith("/v1/subjects/merges/"))
                .body("state", equalTo("MERGED"))
                .body("one.identifier", equalTo(before))
                .body("other.identifier", equalTo(company))
                .body("documentNumber", equalTo("合并1号"))
                .body("department", equalTo("WH-XYB"))
                .body("decisions", empty())
                .extract()
                .header("Location");
        with(creditOffice).get(at).then().statusCode(200).body("state", equalTo("MERGED"));
        with(finance).get(at).then().statusCode(404).body("code", equalTo("SUBJECT_MERGE_NOT_FOUND"));
        String decision = asked(company)
                .body("outcome", equalTo("PROHIBIT"))
                .body("measures.listing.id", hasItem(entry))
                .extract()
                .path("id");
        asked(company.substring(8, 17), "ORGANISATION_CODE").body("outcome", equalTo("PROHIBIT"));
        found("merges", creditOffice, company, before).statusCode(409).body("code", equalTo("SUBJECTS_ALREADY_ONE"));

        found("separations", creditOffice, company, before)
                .statusCode(201)
                .body("state", equalTo("SEPARATED"))
                .body("decisions", hasItem(decision));
        asked(company).body("outcome", equalTo("CLEAR"));
        asked(before, "REGISTRATION_NUMBER").body("outcome", equalTo("PROHIBIT"));
        found("separations", creditOffice, company, before)
                .statusCode(409)
                .body("code", equalTo("SUBJECTS_NOT_MERGED"));
    }

    @Test
    void a_department_merges_only_subjects_of_its_own_entries() {
        String one = Fixtures.organisation();
        String other = registrationNumber();
        DailyWork.entered(finance, Fixtures.procurementBan(one, from, to));
        found("merges", tax, other, one).statusCode(403).body("code", equalTo("SUBJECTS_NOT_YOURS"));
        found("merges", finance, other, one).statusCode(201).body("department", equalTo("WH-CZJ"));
        found("separations", tax, other, one).statusCode(403).body("code", equalTo("SUBJECTS_NOT_YOURS"));
    }

    @Test
    void numbers_that_follow_from_one_another_need_no_merge_and_two_types_are_never_one() {
        String company = Fixtures.organisation();
        found("merges", creditOffice, number("ORGANISATION_CODE", company.substring(8, 17)), number("USCC", company))
                .statusCode(409)
                .body("code", equalTo("SUBJECTS_ALREADY_ONE"));
        found(
                        "separations",
                        creditOffice,
                        number("ORGANISATION_CODE", company.substring(8, 17)),
                        number("USCC", company))
                .statusCode(409)
                .body("code", equalTo("SUBJECTS_NOT_MERGED"));
        found("merges", creditOffice, number("USCC", company), number("CITIZEN_ID", Fixtures.person()))
                .statusCode(422)
                .body("code", equalTo("IDENTIFIER_SCHEME_MISMATCH"))
                .body("errors[0].pointer", equalTo("/other/scheme"));
        found("merges", creditOffice, number("USCC", company), number("USCC", company.substring(8, 17)))
                .statusCode(422)
                .body("errors[0].message", containsString("ORGANISATION_CODE"));
    }

    /** Waits for the maker of tasks several times: a few seconds. */
    @Test
    void a_merge_lifts_the_rewards_of_one_for_the_black_entry_of_the_other_and_a_separation_brings_them_back() {
        String company = Fixtures.organisation();
        String before = registrationNumber();
        String red = DailyWork.entered(tax, """
                {"listKind":"AJNSR","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                 "designation":{"documentType":"LIST_DESIGNATION_DECISION","documentNumber":"示范税1号","documentDate":"%s",
                 "issuedBy":"武汉市税务局","ground":"AJNSR-1","legalBases":[]},
                 "listedOn":"%s","expiresOn":"%s","region":"420100"}""".formatted(company, from, from, to));
        DailyWork.entered(
                finance, Fixtures.procurementBan(before, from, to).replace("\"USCC\"", "\"REGISTRATION_NUMBER\""));
        awaitCauses(red, "APPLY", "ENTERED");
        found("merges", creditOffice, before, company).statusCode(201);
        awaitCauses(red, "LIFT", "BLACK_LISTED");
        found("separations", creditOffice, before, company).statusCode(201);
        awaitCauses(red, "APPLY", "RESUMED");
    }

    private void awaitCauses(String listing, String kind, String cause) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonPath tasks = with(creditOffice)
                    .get("/v1/tasks?size=200&listing=" + listing)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<String> causes = tasks.getList("items.findAll { it.kind == '" + kind + "' }.cause", String.class);
            assertThat(causes).contains(cause);
        });
    }

    private ValidatableResponse found(String what, String key, String one, String other) {
        return sending(
                        key,
                        "{\"one\":%s,\"other\":%s,\"documentNumber\":\"合并1号\",\"reason\":\"更名换照\"}"
                                .formatted(
                                        one.startsWith("{") ? one : number(schemeOf(one), one),
                                        other.startsWith("{") ? other : number(schemeOf(other), other)))
                .post("/v1/subjects/" + what)
                .then();
    }

    private static String schemeOf(String number) {
        return number.length() == 18 ? "USCC" : "REGISTRATION_NUMBER";
    }

    private static String number(String scheme, String value) {
        return "{\"scheme\":\"%s\",\"identifier\":\"%s\"}".formatted(scheme, value);
    }

    private ValidatableResponse asked(String company) {
        return asked(company, "USCC");
    }

    private ValidatableResponse asked(String number, String scheme) {
        return sending(finance, Fixtures.question(number).replace("\"USCC\"", "\"" + scheme + "\""))
                .post("/v1/decisions")
                .then()
                .statusCode(201);
    }

    private static String registrationNumber() {
        String first14 = String.format(Locale.ROOT, "420100%08d", 70_000_000 + NEXT.incrementAndGet());
        return first14 + RegistrationNumber.checkCharacter(first14);
    }
}
