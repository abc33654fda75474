package org.xinheng.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.xinheng.testing.Api.sending;
import static org.xinheng.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.caller.Role;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.TestKeys;

/** Who stands behind the number: the legal person of a branch, the operator of an individual business. */
@QuarkusTest
class PrincipalApiTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Inject
    TestKeys keys;

    private final LocalDate today = Fixtures.today();
    private final LocalDate from = today.minusMonths(2);
    private final LocalDate to = today.plusMonths(6);
    private String finance;
    private String court;

    @BeforeEach
    void whoEntersAndWhoAsks() {
        finance = keys.key("WH-CZJ", Role.INITIATING_DEPARTMENT, Role.IMPLEMENTING_AGENCY);
        court = keys.key("WH-ZY", Role.INITIATING_DEPARTMENT);
    }

    @Test
    void what_is_held_against_the_legal_person_is_withheld_from_its_branch_and_a_person_looks_at_it() {
        String company = Fixtures.organisation();
        String entry = entered(finance, Fixtures.procurementBan(company, from, to));
        String decision = asked(branch("示范公司武汉分公司", principal("ORGANISATION_CODE", company.substring(8, 17))))
                .body("outcome", equalTo("REVIEW"))
                .body("measures", empty())
                .body("withheld.reason", hasItem("PRINCIPAL_LISTED"))
                .body("withheld.reason", everyItem(equalTo("PRINCIPAL_LISTED")))
                .body("withheld.listing", everyItem(equalTo(entry)))
                .body("notices", empty())
                .body("prompt", containsString("所属法人或者经营者在名单上"))
                .extract()
                .path("id");

        with(finance)
                .get("/v1/decisions/" + decision + "/explanation")
                .then()
                .statusCode(200)
                .body("items.reason", hasItem("PRINCIPAL_LISTED"));
        with(keys.key("WH-XYB", Role.AUDITOR))
                .post("/v1/decisions/" + decision + "/replay")
                .then()
                .statusCode(200)
                .body("result", equalTo("SAME"));
    }

    @Test
    void decisions_are_found_by_whom_the_subject_stands_for_and_touched_by_what_becomes_known_of_it() {
        String company = Fixtures.organisation();
        String decision = asked(branch("示范公司武汉分公司", principal("USCC", company)))
                .body("outcome", equalTo("CLEAR"))
                .extract()
                .path("id");
        String entry = entered(finance, Fixtures.procurementBan(company, from, to));
        String auditor = keys.key("WH-XYB", Role.AUDITOR);
        String search = """
                {"subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},"purpose":"审计",
                 "caseNumber":"审-1"}""".formatted(company);
        sending(auditor, search)
                .post("/v1/audit/decision-searches")
                .then()
                .statusCode(200)
                .body("items.id", contains(decision));
        with(auditor)
                .queryParam("listing", entry)
                .get("/v1/audit/affected")
                .then()
                .statusCode(200)
                .body("items.id", contains(decision));
        with(auditor)
                .queryParam("from", today.toString())
                .get("/v1/late-listings")
                .then()
                .statusCode(200)
                .body("items.find { it.listing == '" + entry + "' }.decisions", contains(decision));
    }

    @Test
    void the_legal_person_of_a_branch_that_is_on_no_list_leaves_the_branch_clear() {
        asked(branch("示范公司武汉分公司", principal("USCC", Fixtures.organisation())))
                .body("outcome", equalTo("CLEAR"))
                .body("notices", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"示范公司武汉分公司", "示范商贸有限公司第二分店", "示范银行股份有限公司江岸支行", "示范证券公司营业部", "示范协会武汉办事处"})
    void a_branch_without_its_legal_person_is_never_clear(String name) {
        asked(branch(name, ""))
                .body("outcome", equalTo("REVIEW"))
                .body("notices.code", contains("PRINCIPAL_WANTED"))
                .body("notices.pointer", contains("/subject/principal/identifier"));
    }

    @Test
    void a_subject_that_is_known_as_a_branch_is_asked_for_its_legal_person_under_no_name_too() {
        String branch = Fixtures.organisation();
        String ban = Fixtures.procurementBan(branch, from, to).replace("示范公司", "示范公司江岸分公司");
        String entry = entered(finance, ban);
        sending(
                        finance,
                        "{\"removedOn\":\"%s\",\"reason\":\"更正\",\"documentNumber\":\"移1号\",\"correction\":true}"
                                .formatted(today))
                .post("/v1/listings/" + entry + "/removal")
                .then()
                .statusCode(201);
        String subject = "{\"type\":\"ORGANISATION\",\"scheme\":\"USCC\",\"identifier\":\"%s\"}";
        asked(subject.formatted(branch))
                .body("outcome", equalTo("REVIEW"))
                .body("notices.code", contains("PRINCIPAL_WANTED"));
    }

    @Test
    void what_is_held_against_the_operator_is_withheld_from_the_individual_business() {
        String number = "K%07d".formatted(9_000_000 + NEXT.incrementAndGet());
        String business = Fixtures.organisation("92420100", number);
        String subject = "{\"type\":\"ORGANISATION\",\"scheme\":\"USCC\",\"identifier\":\"%s\"%s}";
        asked(subject.formatted(business, "")).body("notices.code", contains("OPERATOR_WANTED"));

        String operator = Fixtures.person();
        entered(court, Fixtures.defaulter(operator, "示范甲", from, to));
        String old = operator.substring(0, 6) + operator.substring(8, 17);
        asked(subject.formatted(business, "," + principal("CITIZEN_ID", old)))
                .body("outcome", equalTo("REVIEW"))
                .body("withheld.reason", hasItem("PRINCIPAL_LISTED"))
                .body("notices.code", not(hasItem("OPERATOR_WANTED")));
    }

    @Test
    void the_number_of_the_principal_is_checked_like_any_other() {
        String company = Fixtures.organisation();
        sending(finance, question(branch("示范公司武汉分公司", principal("USCC", company.substring(8, 17)))))
                .post("/v1/decisions")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDENTIFIER_SCHEME_MISMATCH"))
                .body("errors[0].pointer", equalTo("/subject/principal/identifier"));
    }

    private String entered(String key, String body) {
        return sending(key, body)
                .post("/v1/listings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse asked(String subject) {
        return sending(finance, question(subject)).post("/v1/decisions").then().statusCode(201);
    }

    private static String question(String subject) {
        return "{\"subject\":%s,\"matter\":\"GOVERNMENT_PROCUREMENT_QUALIFICATION\",\"region\":\"420100\","
                        .formatted(subject)
                + "\"purpose\":\"资格审查\",\"caseNumber\":\"测试-1\"}";
    }

    private static String branch(String name, String principal) {
        return "{\"type\":\"ORGANISATION\",\"scheme\":\"USCC\",\"identifier\":\"%s\",\"name\":\"%s\"%s}"
                .formatted(Fixtures.organisation(), name, principal.isEmpty() ? "" : "," + principal);
    }

    private static String principal(String scheme, String number) {
        return "\"principal\":{\"scheme\":\"%s\",\"identifier\":\"%s\"}".formatted(scheme, number);
    }
}
