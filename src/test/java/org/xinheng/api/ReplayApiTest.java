package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.xinheng.api.ProofActors.asked;
import static org.xinheng.api.ProofActors.organisation;
import static org.xinheng.api.ProofActors.with;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.CallerKeys;
import org.xinheng.caller.Role;
import org.xinheng.testing.PostgresResource;

/** The same again, or what differs and why. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReplayApiTest {
    @Inject
    CallerKeys callerKeys;

    @Inject
    Clock clock;

    @Inject
    EntityManager entities;

    private ProofActors actors;

    @BeforeEach
    void aDesk() {
        actors = new ProofActors(callerKeys, clock);
    }

    @Test
    void a_decision_comes_out_the_same_though_its_listing_was_removed_since() {
        String supplier = organisation();
        String listing = actors.listed(supplier, actors.today.minusMonths(2), actors.today.plusMonths(6));
        String id = actors.decided(supplier).getString("id");
        actors.removed(listing);
        with(actors.auditor)
                .post("/v1/decisions/{id}/replay", id)
                .then()
                .statusCode(200)
                .body("result", equalTo("SAME"))
                .body("under", equalTo("THEN"))
                .body("differences", empty());
    }

    @Test
    void under_today_a_listing_known_later_is_named_as_the_cause() {
        String supplier = organisation();
        String id = actors.decided(supplier).getString("id");
        String listing = actors.listed(supplier, actors.today.minusMonths(2), actors.today.plusMonths(6));
        with(actors.auditor)
                .post("/v1/decisions/{id}/replay", id)
                .then()
                .statusCode(200)
                .body("result", equalTo("SAME"));
        var replay = asked(actors.auditor, """
            {"under":"TODAY"}\
            """)
                .post("/v1/decisions/{id}/replay", id)
                .then()
                .statusCode(200)
                .body("result", equalTo("DIFFERENT"))
                .body("differences.causes.flatten()", not(hasItem("RELEASE")))
                .body("differences.causes.flatten()", not(hasItem("ENGINE")))
                .extract()
                .jsonPath();
        assertThat(replay.getString("differences.find { it.what == 'OUTCOME' }.then"))
                .isEqualTo("CLEAR");
        assertThat(replay.getString("differences.find { it.what == 'OUTCOME' }.now"))
                .isEqualTo("PROHIBIT");
        assertThat(replay.getString("differences.find { it.what == 'MEASURE' }.listing"))
                .isEqualTo(listing);
        assertThat(replay.<List<String>>get("differences.find { it.what == 'MEASURE' }.causes"))
                .containsExactly("LISTING_KNOWN_LATER");
        assertThat(replay.getLong("now.watermark")).isGreaterThan(replay.getLong("then.watermark"));
    }

    @Test
    void where_the_personal_data_was_erased_it_is_said_with_a_code() {
        String id = actors.decided(organisation()).getString("id");
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("delete from decision_personal where decision_id = :id")
                        .setParameter("id", UUID.fromString(id))
                        .executeUpdate());
        with(actors.auditor)
                .post("/v1/decisions/{id}/replay", id)
                .then()
                .statusCode(410)
                .body("code", equalTo("PERSONAL_DATA_ERASED"));
    }

    @Test
    void a_decision_about_a_person_is_replayed_for_a_case_and_on_record() {
        String id = asked(actors.finance, """
            {"subject":{"type":"PERSON","scheme":"CITIZEN_ID","identifier":"%s"},
             "matter":"GOVERNMENT_PROCUREMENT_QUALIFICATION","region":"420100",
             "purpose":"供应商资格审查","caseNumber":"测试-2"}\
            """.formatted(ProofActors.person()))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        with(actors.auditor)
                .post("/v1/decisions/{id}/replay", id)
                .then()
                .statusCode(422)
                .body("code", equalTo("PURPOSE_REQUIRED"));
        asked(actors.auditor, """
            {"purpose":"审计","caseNumber":"审-1"}\
            """)
                .post("/v1/decisions/{id}/replay", id)
                .then()
                .statusCode(200)
                .body("result", equalTo("SAME"));
        List<?> onRecord = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select case_number from audit_entry where kind = 'DECISION_REPLAYED' and reference ="
                                        + " :id")
                        .setParameter("id", id)
                        .getResultList());
        assertThat(onRecord).isEqualTo(List.of("审-1"));
    }

    @Test
    void what_the_contract_does_not_know_is_refused_and_another_agencys_decision_is_not_there() {
        String id = actors.decided(organisation()).getString("id");
        asked(actors.auditor, """
            {"under":"TOMORROW"}\
            """)
                .post("/v1/decisions/{id}/replay", id)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/under"));
        with(actors.key("WH-GGZY", Role.IMPLEMENTING_AGENCY))
                .contentType(ContentType.JSON)
                .post("/v1/decisions/{id}/replay", id)
                .then()
                .statusCode(404)
                .body("code", equalTo("DECISION_NOT_FOUND"));
    }
}
