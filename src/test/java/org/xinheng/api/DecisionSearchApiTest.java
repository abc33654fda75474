package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.xinheng.testing.Api.sending;
import static org.xinheng.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.TestKeys;

/** The search of decisions over HTTP: one's own, newest first, page by page. */
@QuarkusTest
class DecisionSearchApiTest {
    @Inject
    TestKeys keys;

    private final LocalDate today = Fixtures.today();
    private final String caseNumber = "检索-" + Fixtures.organisation();
    private String finance;

    @BeforeEach
    void anAgency() {
        finance = keys.key("WH-CZJ", Role.IMPLEMENTING_AGENCY);
    }

    @Test
    void pages_run_from_the_newest_to_the_oldest_without_a_gap_whatever_is_decided_meanwhile() {
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            asked.add(0, decided(caseNumber));
        }
        List<String> read = new ArrayList<>();
        String after = null;
        do {
            var page = with(finance).queryParam("caseNumber", caseNumber).queryParam("size", 2);
            JsonPath answer = (after == null ? page : page.queryParam("after", after))
                    .get("/v1/decisions")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            read.addAll(answer.getList("items.id", String.class));
            after = answer.getString("next");
            decided(caseNumber);
        } while (after != null);

        assertThat(read).isEqualTo(asked);
    }

    @Test
    void it_is_narrowed_by_day_matter_outcome_and_case() {
        String id = decided(caseNumber);
        found("from", today.toString()).body("items.id", contains(id));
        found("to", today.minusDays(1).toString()).body("items", empty());
        found("from", today.plusDays(1).toString()).body("items", empty());
        found("matter", "TENDER_QUALIFICATION").body("items", empty());
        found("outcome", "CLEAR").body("items.id", contains(id));
        found("outcome", "PROHIBIT").body("items", empty());
    }

    @Test
    void an_agency_sees_its_own_and_an_auditor_all_and_nothing_of_the_subject_is_in_the_list() {
        decided(caseNumber);
        with(keys.key("WH-GGZY", Role.IMPLEMENTING_AGENCY))
                .queryParam("caseNumber", caseNumber)
                .get("/v1/decisions")
                .then()
                .statusCode(200)
                .body("items", empty());
        with(keys.key("WH-XYB", Role.AUDITOR))
                .queryParam("caseNumber", caseNumber)
                .get("/v1/decisions")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].agency", equalTo("WH-CZJ"))
                .body("items[0].caseNumber", equalTo(caseNumber));
    }

    private io.restassured.response.ValidatableResponse found(String parameter, String value) {
        return with(finance)
                .queryParam("caseNumber", caseNumber)
                .queryParam(parameter, value)
                .get("/v1/decisions")
                .then()
                .statusCode(200);
    }

    private String decided(String inCase) {
        return sending(finance, Fixtures.question(Fixtures.organisation()).replace("测试-1", inCase))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
