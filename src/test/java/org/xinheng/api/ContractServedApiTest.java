package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.xinheng.contract.Contract;

/** What a client generator or a reader gets is the contract that requests are checked against. */
@QuarkusTest
class ContractServedApiTest {
    private static final String AT = "/q/openapi";

    @Test
    void the_file_is_served_byte_for_byte() throws IOException {
        byte[] served = RestAssured.get(AT)
                .then()
                .statusCode(200)
                .contentType(startsWith("application/yaml"))
                .extract()
                .asByteArray();

        try (InputStream file = Contract.class.getResourceAsStream("/META-INF/contract/xinheng.yaml")) {
            assertThat(served).isEqualTo(file.readAllBytes());
        }
        assertIsContract(new YAMLMapper().readTree(served));
    }

    @Test
    void json_is_the_same_document_by_header_or_by_parameter() throws IOException {
        byte[] byHeader = RestAssured.given()
                .accept("application/json, */*")
                .get(AT)
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .extract()
                .asByteArray();

        assertIsContract(new ObjectMapper().readTree(byHeader));
        assertThat(RestAssured.get(AT + "?format=json").asByteArray()).isEqualTo(byHeader);
    }

    @Test
    void swagger_ui_answers_and_reads_the_contract_there() {
        RestAssured.get("/q/swagger-ui/").then().statusCode(200).body(containsString(AT));
        RestAssured.given()
                .redirects()
                .follow(true)
                .get("/q/swagger-ui")
                .then()
                .statusCode(200)
                .body(containsString("swagger-ui-bundle.js"));
    }

    private static void assertIsContract(JsonNode served) {
        JsonNode contract = new Contract().document();
        assertThat(served.path("paths")).isNotEmpty().isEqualTo(contract.path("paths"));
        assertThat(served).isEqualTo(contract);
    }
}
