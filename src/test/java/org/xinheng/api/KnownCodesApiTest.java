package org.xinheng.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.xinheng.api.ProofActors.asked;
import static org.xinheng.api.ProofActors.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.caller.CallerKeys;
import org.xinheng.testing.PostgresResource;

/** A search by a code that no register contains is refused with the register's name, wherever a code is asked for. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class KnownCodesApiTest {
    @Inject
    CallerKeys callerKeys;

    @Inject
    Clock clock;

    private ProofActors actors;

    @BeforeEach
    void anAuditor() {
        actors = new ProofActors(callerKeys, clock);
    }

    @ParameterizedTest
    @CsvSource({
        "measure, ZZ-99, measures",
        "rowCode, ZFCG-999, releases",
        "legalBasis, NOPE-1, legal-bases",
        "agency, WH-NOPE, departments",
        "matter, NO_SUCH_MATTER, matters"
    })
    void a_search_for_decisions_by_an_unknown_code_is_refused(String field, String code, String register) {
        refused(
                asked(actors.auditor, "{\"" + field + "\":\"" + code + "\"}").post("/v1/audit/decision-searches"),
                422,
                "/" + field,
                code,
                register);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/audit/affected, legalBasis, NOPE-1, legal-bases",
        "/v1/decisions, matter, NO_SUCH_MATTER, matters",
        "/v1/listings, listKind, NOPE, list-kinds",
        "/v1/tasks, agency, WH-NOPE, departments",
        "/v1/acts, department, WH-NOPE, departments",
        "/v1/feeds, department, WH-NOPE, departments",
        "/v1/public/batches, listKind, NOPE, list-kinds"
    })
    void a_filter_by_an_unknown_code_is_refused(String path, String parameter, String code, String register) {
        refused(with(actors.auditor).queryParam(parameter, code).get(path), 422, "query:" + parameter, code, register);
    }

    @Test
    void codes_of_the_registers_are_searched_by() {
        asked(
                        actors.auditor,
                        "{\"measure\":\"ZF-01\",\"rowCode\":\"ZFCG-001\",\"legalBasis\":\"ZFCGF-77\",\"agency\":\"WH-CZJ\","
                                + "\"matter\":\"GOVERNMENT_PROCUREMENT_QUALIFICATION\"}")
                .post("/v1/audit/decision-searches")
                .then()
                .statusCode(200);
        with(actors.auditor)
                .queryParam("listKind", "ZFCG")
                .get("/v1/listings")
                .then()
                .statusCode(200);
    }

    private static void refused(Response answer, int status, String pointer, String code, String register) {
        answer.then()
                .statusCode(status)
                .body("code", equalTo("CODE_UNKNOWN"))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].message", containsString(code))
                .body("errors[0].message", containsString(register));
    }
}
