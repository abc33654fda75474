package org.xinheng.decision.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.api.ProofActors;
import org.xinheng.caller.CallerKeys;
import org.xinheng.testing.PostgresResource;

/** One document for people and one for machines, the same facts. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EvidenceApiTest {
    /** Told in the document in words. */
    private static final Set<String> IN_WORDS = Set.of("true", "false");

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

    private String barred() {
        String supplier = ProofActors.organisation();
        actors.listed(supplier, actors.today.minusMonths(2), actors.today.plusMonths(6));
        return actors.decided(supplier).getString("id");
    }

    @Test
    void the_document_for_people_holds_every_fact_of_the_one_for_machines() throws IOException {
        String id = barred();
        integrated(id);
        JsonNode facts = new ObjectMapper().readTree(json(id));
        byte[] pdf = given().auth()
                .oauth2(actors.auditor)
                .accept("application/pdf")
                .get("/v1/decisions/{id}/evidence", id)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = bare(new PDFTextStripper().getText(document).replaceAll("信衡 · 决策证据 · .*\\R?.*第 .* 页", ""));
            List<String> values = new ArrayList<>();
            collect(facts, values);
            assertThat(values).hasSizeGreaterThan(60);
            for (String value : values) {
                if (!IN_WORDS.contains(value)) {
                    assertThat(text).contains(bare(value));
                }
            }
        }
    }

    @Test
    void every_font_of_the_document_is_embedded_and_chinese_is_no_empty_box() throws IOException {
        byte[] pdf = given().auth()
                .oauth2(actors.auditor)
                .accept("application/pdf")
                .get("/v1/decisions/{id}/evidence", barred())
                .asByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Set<String> names = new TreeSet<>();
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    names.add(font.getName().replaceAll("^[A-Z]{6}\\+", ""));
                }
            }
            assertThat(names).containsExactly("DroidSansFallback", "LiberationSans");
            assertThat(new PDFTextStripper().getText(document))
                    .contains("决策证据", "政府采购法")
                    .doesNotContain("□");
        }
    }

    @Test
    void what_it_says_can_be_checked_by_anybody() throws IOException, NoSuchAlgorithmException {
        String id = barred();
        integrated(id);
        JsonNode facts = new ObjectMapper().readTree(json(id));
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        assertThat(facts.at("/answerSha256").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(sha256.digest(facts.at("/answer").asText().getBytes(StandardCharsets.UTF_8))));
        sha256.update((byte) 0);
        assertThat(facts.at("/log/leafHash").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(sha256.digest(
                                Base64.getDecoder().decode(facts.at("/log/leaf").asText()))));
        assertThat(new String(Base64.getDecoder().decode(facts.at("/log/leaf").asText()), StandardCharsets.UTF_8))
                .contains(id);
        assertThat(facts.at("/log/checkpoint").asText()).contains("— ");
        assertThat(facts.at("/listings/0/documentNumber").asText()).isEqualTo("示范罚1号");
        assertThat(facts.at("/rows/0/source/rowCode").asText()).isEqualTo("ZFCG-001");
        assertThat(facts.at("/rows/0/legalBases/0/inForceFrom").asText()).isNotEmpty();
    }

    @Test
    void that_it_was_produced_is_on_record_and_about_a_person_it_is_produced_for_a_case() {
        String id = ProofActors.asked(actors.finance, """
            {"subject":{"type":"PERSON","scheme":"CITIZEN_ID","identifier":"%s"},
             "matter":"GOVERNMENT_PROCUREMENT_QUALIFICATION","region":"420100",
             "purpose":"供应商资格审查","caseNumber":"测试-3"}\
            """.formatted(ProofActors.person()))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        ProofActors.with(actors.auditor)
                .get("/v1/decisions/{id}/evidence", id)
                .then()
                .statusCode(422);
        ProofActors.with(actors.auditor)
                .queryParam("purpose", "审计")
                .queryParam("caseNumber", "审-9")
                .get("/v1/decisions/{id}/evidence", id)
                .then()
                .statusCode(200);
        List<?> onRecord = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select case_number from audit_entry where kind = 'EVIDENCE_EXPORT' and reference ="
                                        + " :id")
                        .setParameter("id", id)
                        .getResultList());
        assertThat(onRecord).isEqualTo(List.of("审-9"));
    }

    private String json(String id) {
        return ProofActors.with(actors.auditor)
                .accept("application/json")
                .get("/v1/decisions/{id}/evidence", id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private void integrated(String id) {
        await().atMost(Duration.ofMinutes(1)).until(() -> json(id).contains("\"INTEGRATED\""));
    }

    /** Every value but times of making, which differ from one making to the next. */
    private static void collect(JsonNode node, List<String> values) {
        node.properties().forEach(field -> {
            if (!field.getKey().equals("producedAt")
                    && !field.getKey().equals("checkpoint")
                    && !field.getKey().equals("path")) {
                collect(field.getValue(), values);
            }
        });
        if (node.isArray()) {
            node.forEach(each -> collect(each, values));
        }
        if (node.isValueNode() && !node.isNull()) {
            values.add(node.asText());
        }
    }

    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }
}
