package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
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

/** Issue 4, item 4: a release that changes what the rules name asks agencies to lift and to apply, of entries of long ago. */
@QuarkusTest
@TestProfile(LawOfItsOwn.class)
@QuarkusTestResource(PostgresResource.class)
class TasksByReleaseApiTest {
    private static final String CUSTOMS = "memoranda/customs.xlsx";
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @Inject
    TestKeys keys;

    @Inject
    SettableClock clock;

    private DraftsUnderTest drafts;
    private String customs;

    @BeforeEach
    void customsOnAKnownDay() {
        clock.set(TODAY.atTime(10, 0).atZone(clock.getZone()).toInstant());
        drafts = new DraftsUnderTest(keys);
        customs = keys.key("WH-HG", Role.INITIATING_DEPARTMENT, Role.IMPLEMENTING_AGENCY);
    }

    @AfterEach
    void lawAsBefore() {
        drafts.takeBackAll();
    }

    @Test
    void what_a_row_brought_is_lifted_with_the_row_and_what_takes_its_place_applies_until_it_is_taken_back() {
        String listing = DailyWork.entered(customs, ReleaseBooks.debtor(Fixtures.organisation(), TODAY));
        String removed = DailyWork.entered(customs, ReleaseBooks.debtor(Fixtures.organisation(), TODAY));
        DailyWork.tasksMade(customs, removed);
        Api.sending(customs, """
                        {"removedOn":"%s","reason":"列入有误","documentNumber":"更正1号","correction":true}""".formatted(TODAY))
                .post("/v1/listings/" + removed + "/removal")
                .then()
                .statusCode(201);
        DailyWork.tasksMade(customs, removed);
        assertThat(steps(listing)).contains("WH-HG APPLY ENTERED HG-001");
        List<String> ended = steps(removed);
        List<String> before = steps(listing);

        drafts.approved(drafts.checked(CUSTOMS, ReleaseBooks.renamedRow(CUSTOMS, "HG-001", "HG-801")), TODAY);
        awaitSteps(listing, before, List.of("WH-HG LIFT CHANGED HG-001", "WH-HG APPLY CHANGED HG-801"));

        before = steps(listing);
        drafts.takeBackAll();
        awaitSteps(listing, before, List.of("WH-HG LIFT CHANGED HG-801", "WH-HG APPLY RESUMED HG-001"));
        assertThat(steps(removed)).isEqualTo(ended);
    }

    @Test
    void a_row_that_takes_the_place_of_another_leaves_the_lift_of_the_other_to_be_done() {
        String listing = DailyWork.entered(customs, ReleaseBooks.debtor(Fixtures.organisation(), TODAY));
        DailyWork.tasksMade(customs, listing);
        List<String> before = steps(listing);
        drafts.approved(drafts.checked(CUSTOMS, ReleaseBooks.renamedRow(CUSTOMS, "HG-001", "HG-801")), TODAY);
        awaitSteps(listing, before, List.of("WH-HG LIFT CHANGED HG-001", "WH-HG APPLY CHANGED HG-801"));
        assertThat(tasksOf(listing)
                        .getList("items.findAll { it.cause == 'CHANGED' && it.agency == 'WH-HG' }.state", String.class))
                .containsExactly("OPEN", "OPEN");
    }

    @Test
    void a_release_that_names_nothing_else_for_an_entry_makes_no_task_of_it() {
        String listing = DailyWork.entered(customs, ReleaseBooks.debtor(Fixtures.organisation(), TODAY));
        DailyWork.tasksMade(customs, listing);
        List<String> before = steps(listing);
        drafts.approved(drafts.checked(), TODAY);

        String witness = DailyWork.entered(customs, ReleaseBooks.debtor(Fixtures.organisation(), TODAY));
        DailyWork.tasksMade(customs, witness);
        drafts.approved(drafts.checked(CUSTOMS, ReleaseBooks.renamedRow(CUSTOMS, "HG-001", "HG-801")), TODAY);
        awaitSteps(listing, before, List.of("WH-HG LIFT CHANGED HG-001", "WH-HG APPLY CHANGED HG-801"));
    }

    @Test
    void what_a_release_changes_holds_from_its_day_whatever_happened_to_the_entry_before() {
        String listing = DailyWork.entered(customs, ReleaseBooks.debtor(Fixtures.organisation(), TODAY));
        DailyWork.happened(customs, listing, "STAYED", TODAY.minusDays(10));
        DailyWork.happened(customs, listing, "STAY_ENDED", TODAY.minusDays(5));
        DailyWork.tasksMade(customs, listing);
        List<String> before = steps(listing);
        drafts.approved(drafts.checked(CUSTOMS, ReleaseBooks.renamedRow(CUSTOMS, "HG-001", "HG-801")), TODAY);
        awaitSteps(listing, before, List.of("WH-HG LIFT CHANGED HG-001", "WH-HG APPLY CHANGED HG-801"));
        assertThat(tasksOf(listing).getList("items.findAll { it.cause == 'CHANGED' }.effectiveOn", String.class))
                .containsExactly(TODAY.toString(), TODAY.toString());
    }

    private void awaitSteps(String listing, List<String> before, List<String> more) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(steps(listing))
                        .startsWith(before.toArray(String[]::new))
                        .hasSizeGreaterThan(before.size())
                        .containsAll(more));
        assertThat(steps(listing).subList(before.size(), steps(listing).size())).containsExactlyElementsOf(more);
    }

    /** Each task of an entry: agency, kind, cause and rows, in the order of their numbers. */
    private List<String> steps(String listing) {
        return tasksOf(listing)
                .getList(
                        "items.collect { it.agency + ' ' + it.kind + ' ' + it.cause + ' ' + it.lines.rowCode.join(' ') }",
                        String.class);
    }

    private JsonPath tasksOf(String listing) {
        return Api.with(keys.key("WH-XYB", Role.CREDIT_OFFICE))
                .get("/v1/tasks?size=200&listing=" + listing)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
