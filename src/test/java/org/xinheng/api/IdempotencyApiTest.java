package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.xinheng.testing.Api.sending;
import static org.xinheng.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.caller.Role;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.TestDatabase;
import org.xinheng.testing.TestKeys;

/** The header Idempotency-Key over HTTP (S3): one effect, the same bytes again. */
@QuarkusTest
class IdempotencyApiTest {
    @Inject
    TestKeys keys;

    @Inject
    TestDatabase database;

    private String finance;
    private String idempotencyKey;

    @BeforeEach
    void aKey() {
        finance = keys.key("WH-CZJ", Role.IMPLEMENTING_AGENCY, Role.INITIATING_DEPARTMENT);
        idempotencyKey = "case/" + Fixtures.organisation();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/decisions", "/v1/listings"})
    void the_same_body_gets_the_same_bytes_and_has_one_effect(String path) {
        String body = body(path);
        Response first = posted(finance, path, body);
        Map<String, Long> before = database.rowCounts();
        Response again = posted(finance, path, spacedOut(body));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replay")).isNull();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(database.rowCounts()).isEqualTo(before);
    }

    @Test
    void a_batch_a_removal_and_feedback_are_repeated_in_the_same_way() {
        String supplier = Fixtures.organisation();
        String from = Fixtures.today().minusMonths(1).toString();
        String csv = "listKind,subject.type,subject.scheme,subject.identifier,listedOn,region,gravity\n"
                + "ZFCG,ORGANISATION,USCC," + supplier + "," + from + ",420100,SERIOUS\n";
        Response refused = batch(csv);
        Response refusedAgain = batch(csv);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refusedAgain.asByteArray()).isEqualTo(refused.asByteArray());
        assertThat(refusedAgain.header("Location")).isEqualTo(refused.header("Location"));

        String listing = posted(finance, "/v1/listings", body("/v1/listings")).path("id");
        String removal = "{\"removedOn\":\"" + Fixtures.today() + "\",\"reason\":\"纠正\",\"documentNumber\":\"移1\"}";
        String removalPath = "/v1/listings/" + listing + "/removal";
        Response removed = posted(finance, removalPath, removal);
        Response removedAgain = posted(finance, removalPath, removal);
        assertThat(removed.statusCode()).isEqualTo(201);
        assertThat(removedAgain.asByteArray()).isEqualTo(removed.asByteArray());
        assertThat(removedAgain.header("Idempotent-Replay")).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/decisions", "/v1/listings"})
    void another_body_under_the_key_is_refused_and_has_no_effect(String path) {
        posted(finance, path, body(path));
        Map<String, Long> before = database.rowCounts();

        posted(finance, path, body(path))
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"))
                .body("errors[0].pointer", equalTo("header:Idempotency-Key"));

        assertThat(database.rowCounts()).isEqualTo(before);
    }

    @Test
    void another_caller_and_another_address_have_a_scope_of_their_own() {
        String body = body("/v1/decisions");
        String first = posted(finance, "/v1/decisions", body).path("id");
        String colleague = keys.key("WH-CZJ", Role.IMPLEMENTING_AGENCY);

        posted(colleague, "/v1/decisions", body)
                .then()
                .statusCode(201)
                .header("Idempotent-Replay", nullValue())
                .body("id", org.hamcrest.Matchers.not(equalTo(first)));
        posted(finance, "/v1/listings", body("/v1/listings")).then().statusCode(201);
    }

    @Test
    void a_refused_request_may_be_sent_again_corrected_under_its_key() {
        posted(finance, "/v1/decisions", body("/v1/decisions").replace("\"420100\"", "\"999998\""))
                .then()
                .statusCode(422)
                .body("code", equalTo("CODE_UNKNOWN"));
        posted(finance, "/v1/decisions", body("/v1/decisions")).then().statusCode(201);
    }

    @Test
    void while_the_first_is_running_the_second_is_told_so_and_afterwards_gets_its_answer() {
        String body = body("/v1/listings");
        CompletableFuture<Response> first = new CompletableFuture<>();
        database.holding("lock table listing_commit in exclusive mode", () -> {
            first.completeAsync(() -> posted(finance, "/v1/listings", body));
            await().until(() ->
                    !database.column("select 1 from pg_locks where not granted").isEmpty());

            posted(finance, "/v1/listings", body)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("IDEMPOTENCY_IN_PROGRESS"));
        });

        assertThat(first.join().statusCode()).isEqualTo(201);
        assertThat(posted(finance, "/v1/listings", body).asByteArray())
                .isEqualTo(first.join().asByteArray());
    }

    @Test
    void many_at_once_under_one_key_make_one_listing() throws Exception {
        String body = body("/v1/listings");
        long before = database.rowCounts().get("listing");
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<Future<Response>> answers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                answers.add(clients.submit(() -> posted(finance, "/v1/listings", body)));
            }
            for (Future<Response> answer : answers) {
                assertThat(answer.get().statusCode()).isIn(201, 409);
            }
        } finally {
            clients.shutdown();
        }
        assertThat(database.rowCounts().get("listing")).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b"})
    void a_key_that_is_none_is_refused(String key) {
        sending(finance, body("/v1/decisions"))
                .header("Idempotency-Key", key)
                .post("/v1/decisions")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_INVALID"));
    }

    private static String body(String path) {
        return path.equals("/v1/listings")
                ? Fixtures.procurementBan(
                        Fixtures.organisation(),
                        Fixtures.today().minusMonths(1),
                        Fixtures.today().plusMonths(6))
                : Fixtures.question(Fixtures.organisation());
    }

    /** The same JSON with other spaces. */
    private static String spacedOut(String json) {
        return json.replace(",\"", " ,\n\t\"");
    }

    private Response posted(String key, String path, String body) {
        return sending(key, body).header("Idempotency-Key", idempotencyKey).post(path);
    }

    private Response batch(String csv) {
        return with(finance)
                .header("Idempotency-Key", idempotencyKey)
                .contentType("text/csv")
                .body(csv)
                .post("/v1/listing-batches");
    }
}
