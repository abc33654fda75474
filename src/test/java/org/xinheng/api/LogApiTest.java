package org.xinheng.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.audit.Checkpoint;
import org.xinheng.audit.ProofCheck;
import org.xinheng.audit.Receipt;
import org.xinheng.audit.TreeHash;
import org.xinheng.caller.BearerKey;
import org.xinheng.caller.Caller;
import org.xinheng.caller.CallerKey;
import org.xinheng.caller.CallerKeys;
import org.xinheng.caller.Role;
import org.xinheng.notary.SignedNote;
import org.xinheng.notary.VerifierKey;
import org.xinheng.testing.Fixtures;

@QuarkusTest
class LogApiTest {
    @Inject
    CallerKeys callerKeys;

    @Inject
    Clock clock;

    @Inject
    EntityManager entities;

    private String finance;
    private String tender;
    private String auditor;

    @BeforeEach
    void anAgencyAnotherAndAnAuditor() {
        finance = key("WH-CZJ", Role.IMPLEMENTING_AGENCY);
        tender = key("WH-GGZY", Role.IMPLEMENTING_AGENCY);
        auditor = key("WH-XYB", Role.AUDITOR);
    }

    @Test
    void a_decision_comes_with_a_receipt_that_its_reader_can_verify_without_the_service() {
        JsonPath answer = decided().jsonPath();
        SignedNote note = SignedNote.parse(answer.getString("receipt.note"));
        assertThat(note.isSignedByOneOf(keys())).isTrue();
        Receipt receipt = Receipt.read(answer.getString("receipt.note")).orElseThrow();
        assertThat(receipt.leafHash().hex()).isEqualTo(answer.getString("receipt.leafHash"));
        assertThat(receipt.integratedBy())
                .isAfter(clock.instant())
                .isBefore(clock.instant().plus(Receipt.PROMISE).plusSeconds(1));
    }

    @Test
    void the_promise_is_kept_and_the_proof_leads_from_the_receipt_to_the_signed_checkpoint() {
        String leafHash = decided().jsonPath().getString("receipt.leafHash");
        JsonPath proof = integrated(finance, leafHash);

        SignedNote note = SignedNote.parse(proof.getString("checkpoint.note"));
        assertThat(note.isSignedByOneOf(keys())).isTrue();
        Checkpoint checkpoint = Checkpoint.read(note.text()).orElseThrow();
        assertThat(TreeHash.ofLeaf(Base64.getDecoder().decode(proof.getString("leaf")))
                        .hex())
                .isEqualTo(leafHash);
        assertThat(ProofCheck.includes(
                        proof.getLong("position"),
                        checkpoint.size(),
                        TreeHash.ofHex(leafHash),
                        hashes(proof.getList("path")),
                        checkpoint.root()))
                .isTrue();
        given().auth()
                .oauth2(auditor)
                .get("/v1/audit/entries/{position}/proof", proof.getLong("position"))
                .then()
                .statusCode(200)
                .body("leafHash", equalTo(leafHash))
                .body("record", equalTo("DECISION"));
    }

    @Test
    void a_later_checkpoint_is_proved_to_continue_an_earlier_one() {
        integrated(finance, decided().jsonPath().getString("receipt.leafHash"));
        Checkpoint earlier = checkpoint();
        integrated(finance, decided().jsonPath().getString("receipt.leafHash"));
        Checkpoint later = checkpoint();
        assertThat(later.size()).isGreaterThan(earlier.size());
        JsonPath proof = given().auth()
                .oauth2(auditor)
                .queryParam("from", earlier.size())
                .queryParam("to", later.size())
                .get("/v1/audit/consistency")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(proof.getString("from.rootHash")).isEqualTo(earlier.root().base64());
        assertThat(proof.getString("to.rootHash")).isEqualTo(later.root().base64());
        assertThat(ProofCheck.isHead(
                        earlier.size(), later.size(), earlier.root(), later.root(), hashes(proof.getList("proof"))))
                .isTrue();
    }

    @Test
    void the_checkpoint_is_a_signed_note_of_three_lines() {
        integrated(finance, decided().jsonPath().getString("receipt.leafHash"));
        String note = given().auth().oauth2(auditor).get("/v1/audit/checkpoint").asString();
        assertThat(note)
                .matches(
                        "xinheng\\.local/log\\n[1-9][0-9]*\\n[A-Za-z0-9+/]{43}=\\n\\n— xinheng\\.local/log [A-Za-z0-9+/]+=*\\n");
    }

    @Test
    void the_same_key_gives_the_same_receipt_and_so_does_reading_the_decision() {
        String key = "receipt-" + UUID.randomUUID();
        String first = decided(key).asString();
        assertThat(decided(key).asString()).isEqualTo(first);
        assertThat(given().auth()
                        .oauth2(finance)
                        .get("/v1/decisions/{id}", JsonPath.from(first).getString("id"))
                        .asString())
                .isEqualTo(first);
    }

    @Test
    void an_agency_gets_no_proof_of_another_agencys_decision() {
        String leafHash = decided().jsonPath().getString("receipt.leafHash");
        long position = integrated(finance, leafHash).getLong("position");
        for (Object entry : List.of(position, leafHash)) {
            given().auth()
                    .oauth2(tender)
                    .get("/v1/audit/entries/{entry}/proof", entry)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("ENTRY_NOT_FOUND"));
        }
    }

    @Test
    void an_agency_gets_proofs_of_its_decisions_and_not_of_what_else_it_did() {
        LocalDate from = Fixtures.today().minusMonths(2);
        given().auth()
                .oauth2(key("WH-CZJ", Role.INITIATING_DEPARTMENT))
                .contentType(ContentType.JSON)
                .body(Fixtures.procurementBan(Fixtures.organisation(), from, from.plusYears(1)))
                .post("/v1/listings")
                .then()
                .statusCode(201);
        long position = await().until(this::newestEntryOfFinanceThatIsNoDecision, found -> !found.isEmpty())
                .get(0);
        given().auth()
                .oauth2(auditor)
                .get("/v1/audit/entries/{position}/proof", position)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(finance)
                .get("/v1/audit/entries/{position}/proof", position)
                .then()
                .statusCode(404)
                .body("code", equalTo("ENTRY_NOT_FOUND"));
    }

    private List<Long> newestEntryOfFinanceThatIsNoDecision() {
        List<?> found = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("""
                select l.position from audit_leaf l join audit_entry e on e.number = l.number
                where e.department = 'WH-CZJ' and e.record = 'LISTING_COMMIT' order by l.position desc limit 1""").getResultList());
        return found.stream().map(each -> ((Number) each).longValue()).toList();
    }

    @Test
    void what_names_no_entry_and_no_size_is_told_so() {
        integrated(finance, decided().jsonPath().getString("receipt.leafHash"));
        for (String entry :
                List.of("-1", "01", "999999999", "99999999999999999999", "ab", "0".repeat(64), "A".repeat(64))) {
            given().auth()
                    .oauth2(auditor)
                    .get("/v1/audit/entries/{entry}/proof", entry)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("ENTRY_NOT_FOUND"));
        }
        refused("", 400, "PARAMETER_INVALID", "query:from");
        refused("?from=0", 400, "PARAMETER_INVALID", "query:from");
        refused("?from=x", 400, "PARAMETER_INVALID", "query:from");
        refused("?from=2&to=1", 422, "LOG_SIZE", "query:from");
        refused("?from=1&to=999999999", 422, "LOG_SIZE", "query:to");
    }

    private void refused(String query, int status, String code, String pointer) {
        given().auth()
                .oauth2(auditor)
                .get("/v1/audit/consistency" + query)
                .then()
                .statusCode(status)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    private Checkpoint checkpoint() {
        String note = given().auth().oauth2(auditor).get("/v1/audit/checkpoint").asString();
        return Checkpoint.read(SignedNote.parse(note).text()).orElseThrow();
    }

    private List<VerifierKey> keys() {
        List<String> written = given().auth()
                .oauth2(auditor)
                .accept(ContentType.JSON)
                .get("/v1/audit/checkpoint")
                .then()
                .statusCode(200)
                .extract()
                .path("verifierKeys");
        return written.stream().map(VerifierKey::parse).toList();
    }

    private static List<TreeHash> hashes(List<String> base64) {
        return base64.stream().map(TreeHash::ofBase64).toList();
    }

    private static JsonPath integrated(String key, String leafHash) {
        return await().until(
                        () -> given().auth().oauth2(key).get("/v1/audit/entries/{hash}/proof", leafHash),
                        response -> response.statusCode() == 200)
                .jsonPath();
    }

    private Response decided() {
        return decided("once-" + UUID.randomUUID());
    }

    private Response decided(String idempotencyKey) {
        return given().auth()
                .oauth2(finance)
                .header("Idempotency-Key", idempotencyKey)
                .contentType(ContentType.JSON)
                .body("""
                        {"subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"91420100XE5X00019Q"},
                         "matter":"GOVERNMENT_PROCUREMENT_QUALIFICATION","region":"420100",
                         "purpose":"供应商资格审查","caseNumber":"WH-2026-0815"}""".getBytes(StandardCharsets.UTF_8))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .response();
    }

    private String key(String department, Role... roles) {
        BearerKey key = BearerKey.generate(new java.security.SecureRandom());
        callerKeys.add(
                new CallerKey(
                        new Caller(UUID.randomUUID(), department, Set.of(roles)), "", false, clock.instant(), null),
                key.hash());
        return key.secret();
    }
}
