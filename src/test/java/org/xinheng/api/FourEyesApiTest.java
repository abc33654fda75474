package org.xinheng.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.release.Releases;
import org.xinheng.testing.ContractFilter;
import org.xinheng.testing.DraftsUnderTest;
import org.xinheng.testing.FewListings;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.ReleaseBooks;
import org.xinheng.testing.TestKeys;

/** Issue 3, items 5 and 6: how many must approve, by what has really been counted. */
@QuarkusTest
@TestProfile(FewListings.class)
class FourEyesApiTest {
    private static final String CUSTOMS = "memoranda/customs.xlsx";
    private static final String RED_LISTS = "memoranda/other-red-lists.xlsx";

    @Inject
    TestKeys keys;

    @Inject
    Clock clock;

    @Inject
    Releases releases;

    private DraftsUnderTest drafts;
    private String approver;
    private String colleague;
    private LocalDate today;

    @BeforeEach
    void twoApproversAndSomebodyListed() {
        drafts = new DraftsUnderTest(keys);
        approver = keys.key("WH-XYB", Role.APPROVER);
        colleague = keys.key("WH-XYB", Role.APPROVER);
        today = BeijingTime.dayOf(clock.instant());
        ReleaseBooks.listDebtor(keys.key("WH-HG", Role.INITIATING_DEPARTMENT), Fixtures.organisation(), today);
    }

    @AfterEach
    void theFirstReleaseServesAgain() {
        drafts.takeBackAll();
    }

    @Test
    void one_approves_what_is_counted_to_change_nothing_of_the_release_it_replaces() {
        String id = drafts.checked();
        drafts.counted(id, "{}");
        drafts.approvedBy(approver, id, today)
                .statusCode(200)
                .body("state", equalTo("IN_FORCE"))
                .body("approvals[0].approversNeeded", equalTo(1))
                .body("approvals[0].changedShare", equalTo(0));
        drafts.takeBackLater(id);
    }

    @Test
    void two_approve_what_is_counted_to_change_most_answers() {
        String id = withoutMostMemoranda();
        drafts.counted(id, "{}");
        drafts.approvedBy(approver, id, today)
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("approvals[0].approversNeeded", equalTo(2))
                .body("approvals[0].changedShare", greaterThan(0.05f));
        drafts.approvedBy(colleague, id, today).statusCode(200).body("state", equalTo("IN_FORCE"));
        drafts.takeBackLater(id);
    }

    @Test
    void a_count_against_itself_or_for_days_of_the_callers_choice_is_no_count() {
        String id = withoutMostMemoranda();
        for (String question : List.of(
                "{\"against\":\"" + id + "\"}",
                "{\"day\":\"" + today.plusYears(4) + "\"}",
                "{\"from\":\"" + today + "\"}",
                "{\"to\":\"" + today.minusYears(1) + "\"}",
                "{\"from\":\"" + today.plusDays(1) + "\",\"to\":\"" + today.plusDays(60) + "\"}")) {
            drafts.counted(id, question);
        }
        drafts.approvedBy(approver, id, today)
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("approvals[0].approversNeeded", equalTo(2))
                .body("approvals[0].changedShare", nullValue());
    }

    @Test
    void a_count_against_a_release_that_has_been_replaced_since_is_no_count() {
        byte[] customs = ReleaseBooks.variantOf(CUSTOMS, Fixtures.organisation());
        String id = drafts.checked(CUSTOMS, customs);
        drafts.counted(id, "{}");
        String between = drafts.checked();
        drafts.approved(between, today);
        assertThat(drafts.checked(CUSTOMS, customs)).isEqualTo(id);
        drafts.approvedBy(approver, id, today)
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("approvals[0].approversNeeded", equalTo(2))
                .body("approvals[0].changedShare", nullValue());
    }

    /** Without the rows of nearly all memoranda: whatever is answered, is answered otherwise. */
    private String withoutMostMemoranda() {
        var parcel = given().filter(new ContractFilter()).auth().oauth2(keys.key("WH-XYB", Role.EDITOR));
        releases.workbookEntries(releases.tenures().get(0).releaseId()).stream()
                .map(workbook -> workbook.name())
                .filter(name -> name.startsWith("memoranda/") && !name.equals(RED_LISTS))
                .forEach(name -> parcel.multiPart("leftOut", name));
        parcel.multiPart(
                RED_LISTS,
                "other-red-lists.xlsx",
                ReleaseBooks.variantOf(RED_LISTS, Fixtures.organisation().substring(8)));
        String id = parcel.post("/v1/releases").then().statusCode(202).extract().path("id");
        drafts.awaitChecked(id);
        return id;
    }
}
