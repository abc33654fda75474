package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.xinheng.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.caller.Role;
import org.xinheng.testing.TestKeys;

/** The registers and the releases over HTTP: what is law today, for whoever has a key. */
@QuarkusTest
class RegisterApiTest {
    @Inject
    TestKeys keys;

    private String key;

    @BeforeEach
    void anAuditor() {
        key = keys.key("WH-XYB", Role.AUDITOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"legal-bases", "list-kinds", "measures", "memoranda", "departments", "matters", "regions"})
    void every_register_answers_items_with_code_and_title_up_to_a_thousand(String register) {
        List<Map<String, Object>> items = with(key)
                .queryParam("size", 1000)
                .get("/v1/registers/{register}", register)
                .then()
                .statusCode(200)
                .body("next", nullValue())
                .extract()
                .jsonPath()
                .getList("items");

        assertThat(items).isNotEmpty().allSatisfy(item -> {
            assertThat((String) item.get("code")).isNotBlank();
            assertThat((String) item.get("title")).isNotBlank();
        });
        assertThat(items).extracting(item -> item.get("code")).doesNotHaveDuplicates();
        assertThat(paged(register, 150))
                .isEqualTo(items.stream().map(item -> item.get("code")).toList());
        with(key)
                .queryParam("size", 1001)
                .get("/v1/registers/{register}", register)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("query:size"));
    }

    @Test
    void a_list_kind_comes_with_its_articles_and_grounds() {
        with(key)
                .get("/v1/registers/list-kinds")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("SXBZXR", "ZFCG", "ZDSS", "XZXF", "AJNSR", "JYYC"))
                .body("items.find { it.code == 'ZFCG' }.legalBases", hasItem("ZFCGF-77"))
                .body("items.find { it.code == 'ZFCG' }.grounds.code", hasItem("ZFCG-2"))
                .body("items.find { it.code == 'ZFCG' }.grounds.title", everyItem(notNullValue()))
                .body("items.find { it.code == 'ZFCG' }.polarity", equalTo("BLACK"))
                .body("items.find { it.code == 'XZXF' }.form", equalTo("ORDER"))
                .body("items.find { it.code == 'AJNSR' }.polarity", equalTo("RED"));
    }

    @Test
    void every_matter_of_the_design_is_there_with_the_agencies_that_handle_it() {
        with(key)
                .get("/v1/registers/matters")
                .then()
                .statusCode(200)
                .body(
                        "items.code",
                        hasItems("GOVERNMENT_PROCUREMENT_QUALIFICATION", "TENDER_QUALIFICATION", "CREDIT_REPORTING"))
                .body("items.findAll { it.agencyKinds.isEmpty() }", hasSize(0));
    }

    @Test
    void the_release_in_force_is_told_by_the_hash_of_its_tables() {
        JsonPath page = with(key)
                .get("/v1/releases")
                .then()
                .statusCode(200)
                .body("items.findAll { it.inForce }", hasSize(1))
                .body("items.contentHash", everyItem(matchesPattern("[0-9a-f]{64}")))
                .extract()
                .jsonPath();
        Map<String, Object> inForce = page.getMap("items.find { it.inForce }");

        with(key)
                .get("/v1/releases/{id}", inForce.get("id"))
                .then()
                .statusCode(200)
                .body("contentHash", equalTo(inForce.get("contentHash")))
                .body("rows", equalTo(inForce.get("rows")))
                .body("tenures[0].effectiveFrom", notNullValue());
        assertThat((Integer) inForce.get("rows")).isGreaterThan(100);
        with(key)
                .get("/v1/releases/{id}", "0193a2f0-2222-7a55-9a3b-5d2f8c4e1b70")
                .then()
                .statusCode(404)
                .body("code", equalTo("RELEASE_NOT_FOUND"));
    }

    private List<String> paged(String register, int size) {
        List<String> codes = new ArrayList<>();
        String after = null;
        do {
            var asked = with(key).queryParam("size", size);
            JsonPath page = (after == null ? asked : asked.queryParam("after", after))
                    .get("/v1/registers/{register}", register)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            codes.addAll(page.getList("items.code", String.class));
            after = page.getString("next");
        } while (after != null);
        return codes;
    }
}
