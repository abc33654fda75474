package org.xinheng.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.testing.ContractFilter;
import org.xinheng.testing.DraftsUnderTest;
import org.xinheng.testing.FewListings;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.ReleaseBooks;
import org.xinheng.testing.TestKeys;

/** Issue 3, item 6: what one clerk has changed no other one undoes without a word. */
@QuarkusTest
@TestProfile(FewListings.class)
class LostUpdatesApiTest {
    private static final String CUSTOMS = "memoranda/customs.xlsx";
    private static final String STATISTICS = "memoranda/statistics.xlsx";

    @Inject
    TestKeys keys;

    @Inject
    Clock clock;

    private DraftsUnderTest drafts;
    private String approver;
    private String agency;
    private LocalDate today;

    @BeforeEach
    void twoClerks() {
        drafts = new DraftsUnderTest(keys);
        approver = keys.key("WH-XYB", Role.APPROVER);
        agency = keys.key("WH-CZJ", Role.IMPLEMENTING_AGENCY);
        today = BeijingTime.dayOf(clock.instant());
    }

    @AfterEach
    void theFirstReleaseServesAgain() {
        drafts.takeBackAll();
    }

    @Test
    void a_draft_made_before_another_workbook_changed_is_handed_in_again_before_it_is_approved() {
        String one = changed(CUSTOMS);
        byte[] statistics = bytes(STATISTICS);
        String other = drafts.checked(STATISTICS, statistics);
        drafts.approved(one, today);
        drafts.approvedBy(approver, other, today)
                .statusCode(409)
                .body("code", equalTo("RELEASE_OUTDATED"))
                .body("detail", containsString(CUSTOMS))
                .body("detail", not(containsString(STATISTICS)));
        read(other).body("state", equalTo("DRAFT")).body("approvals", equalTo(List.of()));

        String again = drafts.checked(STATISTICS, statistics);
        assertThat(again).isNotEqualTo(other);
        drafts.approved(again, today);
        assertThat(bytesOf(again, CUSTOMS)).isEqualTo(bytesOf(one, CUSTOMS));
    }

    @Test
    void of_two_clerks_who_change_one_workbook_the_later_one_looks_at_what_the_other_has_changed() {
        String one = changed(CUSTOMS);
        byte[] mine = bytes(CUSTOMS);
        String other = drafts.checked(CUSTOMS, mine);
        drafts.approved(one, today);
        drafts.approvedBy(approver, other, today)
                .statusCode(409)
                .body("code", equalTo("RELEASE_OUTDATED"))
                .body("detail", containsString(CUSTOMS))
                .body("detail", containsString(one));

        assertThat(drafts.checked(CUSTOMS, mine))
                .as("handed in again, and meant")
                .isEqualTo(other);
        drafts.approved(other, today);
        assertThat(bytesOf(inForce(), CUSTOMS)).isEqualTo(mine);
    }

    @Test
    void what_was_taken_back_comes_back_with_no_draft_that_was_made_of_it() {
        String bad = changed(CUSTOMS);
        drafts.approved(bad, today);
        String onTop = changed(CUSTOMS);
        rolledBack(bad).statusCode(200);
        drafts.forget(bad);
        drafts.approvedBy(approver, onTop, today)
                .statusCode(409)
                .body("code", equalTo("RELEASE_OUTDATED"))
                .body("detail", containsString(CUSTOMS));
    }

    @Test
    void a_workbook_that_another_clerk_changes_for_a_later_day_is_not_undone_then() {
        String later = changed(CUSTOMS);
        drafts.approved(later, today.plusDays(5));
        byte[] mine = bytes(CUSTOMS);
        String unseen = drafts.checked(CUSTOMS, mine);
        drafts.approvedBy(approver, unseen, today.plusDays(6))
                .statusCode(409)
                .body("code", equalTo("RELEASE_OUTDATED"))
                .body("detail", containsString(later));
        drafts.approvedBy(approver, unseen, today)
                .statusCode(409)
                .body("code", equalTo("RELEASE_UNDONE_LATER"))
                .body("detail", containsString(CUSTOMS))
                .body("detail", containsString(later));

        assertThat(drafts.checked(CUSTOMS, mine, today.plusDays(6)))
                .as("handed in again for the day, and meant")
                .isEqualTo(unseen);
        read(unseen).body("uploads[-1].basedOn", equalTo(later));
        drafts.approvedBy(approver, unseen, today.plusDays(6)).statusCode(200);
    }

    @Test
    void what_is_meant_for_a_later_day_carries_over_what_is_law_then() {
        String later = changed(CUSTOMS);
        drafts.approved(later, today.plusDays(5));
        String onTop = drafts.checked(STATISTICS, bytes(STATISTICS), today.plusDays(6));
        assertThat(bytesOf(onTop, CUSTOMS)).isEqualTo(bytesOf(later, CUSTOMS));
        drafts.approved(onTop, today.plusDays(6));
        asked(approver)
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"提前\"}")
                .post("/v1/releases/{id}/activation", onTop)
                .then()
                .statusCode(409)
                .body("code", equalTo("RELEASE_OUTDATED"))
                .body("detail", containsString(CUSTOMS));
    }

    @Test
    void a_workbook_left_out_on_purpose_takes_no_change_with_it_that_came_since() {
        var parcel = asked(keys.key("WH-XYB", Role.EDITOR))
                .multiPart("leftOut", STATISTICS)
                .multiPart(CUSTOMS, "customs.xlsx", bytes(CUSTOMS));
        String without =
                parcel.post("/v1/releases").then().statusCode(202).extract().path("id");
        drafts.awaitChecked(without);
        drafts.approved(changed(STATISTICS), today);
        drafts.approvedBy(approver, without, today)
                .statusCode(409)
                .body("code", equalTo("RELEASE_OUTDATED"))
                .body("detail", containsString(STATISTICS));
    }

    @Test
    void a_release_of_long_ago_is_not_approved_over_what_has_been_law_since() {
        String first = inForce();
        drafts.approved(changed(CUSTOMS), today);
        drafts.approvedBy(approver, first, today)
                .statusCode(409)
                .body("code", equalTo("RELEASE_OUTDATED"))
                .body("detail", containsString(CUSTOMS));
    }

    @Test
    void an_approval_says_nothing_of_a_release_that_came_in_between() {
        byte[] mine = bytes(CUSTOMS);
        String id = drafts.checked(CUSTOMS, mine);
        drafts.approvedBy(approver, id, today).statusCode(200).body("state", equalTo("DRAFT"));
        drafts.approved(changed(CUSTOMS), today);
        assertThat(drafts.checked(CUSTOMS, mine)).isEqualTo(id);
        String colleague = keys.key("WH-XYB", Role.APPROVER);
        drafts.approvedBy(colleague, id, today).statusCode(200).body("state", equalTo("DRAFT"));
        drafts.approvedBy(approver, id, today).statusCode(200).body("state", equalTo("IN_FORCE"));
        drafts.takeBackLater(id);
    }

    @Test
    void an_approver_who_hands_it_in_again_is_an_editor_and_has_approved_nothing() {
        String both = keys.key("WH-XYB", Role.EDITOR, Role.APPROVER);
        byte[] mine = bytes(CUSTOMS);
        String id = drafts.checked(CUSTOMS, mine);
        drafts.approvedBy(both, id, today).statusCode(200).body("state", equalTo("DRAFT"));
        asked(both)
                .multiPart(CUSTOMS, "customs.xlsx", mine)
                .post("/v1/releases")
                .then()
                .statusCode(200);
        drafts.approvedBy(approver, id, today).statusCode(200).body("state", equalTo("DRAFT"));
    }

    @Test
    void a_release_that_would_be_undone_by_one_approved_for_a_later_day_is_refused() {
        String later = changed(CUSTOMS);
        String sooner = changed(STATISTICS);
        drafts.approved(later, today.plusDays(5));
        drafts.approvedBy(approver, sooner, today)
                .statusCode(409)
                .body("code", equalTo("RELEASE_UNDONE_LATER"))
                .body("detail", containsString(STATISTICS))
                .body("detail", containsString(later));
    }

    @Test
    void with_a_release_that_is_taken_back_go_those_to_come_that_carry_its_workbooks_over() {
        String before = drafts.contentHash(inForce());
        String bad = changed(CUSTOMS);
        drafts.approved(bad, today);
        String onTop = changed(STATISTICS);
        drafts.approved(onTop, today.plusDays(3));
        read(onTop).body("state", equalTo("APPROVED"));

        rolledBack(bad)
                .statusCode(200)
                .body("withdrawals[0].calledOff.release", equalTo(List.of(onTop)))
                .body(
                        "withdrawals[0].calledOff.effectiveFrom",
                        equalTo(List.of(today.plusDays(3).toString())));
        drafts.forget(bad);
        drafts.forget(onTop);
        read(onTop).body("state", equalTo("DRAFT"));
        assertThat(decidedUnder(today.plusDays(3))).isEqualTo(before);
        drafts.approvedBy(approver, onTop, today.plusDays(3))
                .statusCode(409)
                .body("code", equalTo("RELEASE_OUTDATED"))
                .body("detail", containsString(CUSTOMS));
    }

    @Test
    void one_to_come_that_was_built_on_it_does_not_bring_it_back() {
        String bad = changed(CUSTOMS);
        drafts.approved(bad, today);
        String onTop = changed(CUSTOMS);
        drafts.approved(onTop, today.plusDays(3));
        rolledBack(bad).statusCode(200).body("withdrawals[0].calledOff.release", equalTo(List.of(onTop)));
        drafts.forget(bad);
        drafts.forget(onTop);
        read(onTop).body("state", equalTo("DRAFT"));
    }

    @Test
    void one_to_come_that_was_there_before_it_stays() {
        String sooner = changed(STATISTICS);
        drafts.approved(sooner, today.plusDays(3));
        String later = drafts.checked(CUSTOMS, bytes(CUSTOMS), today.plusDays(5));
        drafts.approved(later, today.plusDays(5));
        rolledBack(later).statusCode(200).body("withdrawals[0].calledOff", equalTo(List.of()));
        drafts.forget(later);
        read(sooner).body("state", equalTo("APPROVED"));
    }

    @Test
    void what_an_agency_could_read_the_day_before_it_still_reads_when_it_was_taken_back() {
        String id = changed(CUSTOMS);
        asked(agency).get("/v1/releases/{id}", id).then().statusCode(404);
        drafts.approved(id, today.plusDays(3));
        asked(agency).get("/v1/releases/{id}", id).then().statusCode(200).body("state", equalTo("APPROVED"));
        rolledBack(id).statusCode(200);
        drafts.forget(id);
        asked(agency).get("/v1/releases/{id}", id).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        asked(agency)
                .get("/v1/releases/{id}/workbooks/{name}", id, CUSTOMS)
                .then()
                .statusCode(200);
    }

    private String changed(String workbook) {
        return drafts.checked(workbook, bytes(workbook));
    }

    private static byte[] bytes(String workbook) {
        return ReleaseBooks.variantOf(workbook, UUID.randomUUID().toString());
    }

    private String inForce() {
        return asked(agency)
                .get("/v1/releases")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.inForce }.id");
    }

    private byte[] bytesOf(String id, String workbook) {
        return asked(approver)
                .get("/v1/releases/{id}/workbooks/{name}", id, workbook)
                .asByteArray();
    }

    private ValidatableResponse read(String id) {
        return asked(approver).get("/v1/releases/{id}", id).then().statusCode(200);
    }

    private ValidatableResponse rolledBack(String id) {
        return asked(approver)
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"多列了一项\"}")
                .post("/v1/releases/{id}/rollback", id)
                .then();
    }

    private String decidedUnder(LocalDate day) {
        return asked(agency)
                .contentType(ContentType.JSON)
                .body("""
                {"subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},
                 "matter":"GOVERNMENT_PROCUREMENT_QUALIFICATION","region":"420100","asOf":"%s",
                 "purpose":"供应商资格审查","caseNumber":"测试-1"}""".formatted(Fixtures.organisation(), day))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .path("release.contentHash");
    }

    private static RequestSpecification asked(String key) {
        return given().filter(new ContractFilter()).auth().oauth2(key);
    }
}
