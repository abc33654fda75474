package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xinheng.app.security.AccessMatrix;
import org.xinheng.caller.Role;
import org.xinheng.contract.Contract;
import org.xinheng.contract.Operation;
import org.xinheng.testing.Api;
import org.xinheng.testing.TestDatabase;
import org.xinheng.testing.TestKeys;

/** Every endpoint of the contract is tried with every role and with no good key, against {@code x-roles} of the contract. */
@QuarkusTest
class AccessApiTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String DEPARTMENT = "WH-XYB";

    @Inject
    TestKeys keys;

    @Inject
    TestDatabase database;

    private final Contract contract = new Contract();
    private final AccessMatrix matrix = new AccessMatrix();

    private record Endpoint(String method, String path) {}

    @TestFactory
    List<DynamicTest> a_role_gets_through_exactly_where_the_matrix_names_it() {
        List<DynamicTest> tests = new ArrayList<>();
        Map<Role, String> keyOf = new EnumMap<>(Role.class);
        for (Endpoint endpoint : endpoints()) {
            Set<Role> named = matrix.rolesFor(new AccessMatrix.Endpoint(endpoint.method(), endpoint.path()));
            tests.add(DynamicTest.dynamicTest(
                    endpoint + " is in the matrix", () -> assertThat(named).isNotEmpty()));
            for (Role role : Role.values()) {
                tests.add(DynamicTest.dynamicTest(endpoint + " as " + role, () -> {
                    Response answer =
                            called(endpoint, Api.with(keyOf.computeIfAbsent(role, each -> keys.key(DEPARTMENT, each))));
                    assertThat(refusedForItsRole(answer)).as(answer.asString()).isEqualTo(!named.contains(role));
                    assertThat(answer.statusCode()).isNotEqualTo(401).isLessThan(500);
                }));
            }
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> without_a_good_key_nobody_gets_in_and_nothing_is_written() {
        List<DynamicTest> tests = new ArrayList<>();
        String revoked = keys.revoked(DEPARTMENT, Role.values());
        for (Endpoint endpoint : endpoints()) {
            if (matrix.isOpen(new AccessMatrix.Endpoint(endpoint.method(), endpoint.path()))) {
                continue;
            }
            tests.add(DynamicTest.dynamicTest(endpoint.toString(), () -> {
                Map<String, Long> before = database.rowCounts();
                assertUnauthenticated(called(endpoint, Api.given()));
                assertUnauthenticated(called(endpoint, Api.with("unknown-" + UUID.randomUUID())));
                assertUnauthenticated(called(endpoint, Api.with(revoked)));
                assertUnauthenticated(called(endpoint, Api.with("demo-procurement")));
                assertUnauthenticated(called(endpoint, Api.given().header("Authorization", "Basic ZGVtbzpkZW1v")));
                assertThat(database.rowCounts()).isEqualTo(before);
            }));
        }
        return tests;
    }

    @Test
    void only_what_is_published_is_open_to_everybody_and_it_is_only_read() {
        assertThat(endpoints().stream()
                        .filter(endpoint ->
                                matrix.isOpen(new AccessMatrix.Endpoint(endpoint.method(), endpoint.path())))
                        .toList())
                .isNotEmpty()
                .allMatch(endpoint ->
                        endpoint.method().equals("GET") && endpoint.path().startsWith("/v1/public/"));
    }

    @Test
    void head_is_refused_where_get_is() {
        String editor = keys.key(DEPARTMENT, Role.EDITOR);
        assertThat(io.restassured.RestAssured.given()
                        .auth()
                        .oauth2(editor)
                        .head("/v1/decisions")
                        .statusCode())
                .isEqualTo(403);
        assertThat(io.restassured.RestAssured.head("/v1/registers/matters").statusCode())
                .isEqualTo(401);
    }

    private static void assertUnauthenticated(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(401);
        assertThat(answer.<String>path("code")).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    private static boolean refusedForItsRole(Response answer) {
        return answer.statusCode() == 403 && answer.path("code").equals("FORBIDDEN_ROLE");
    }

    /** A call that can have no effect: of things that do not exist, with a body that says nothing. */
    private Response called(Endpoint endpoint, RequestSpecification request) {
        String path = endpoint.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        if (path.endsWith("/stream")) {
            request.queryParam("after", "none"); // refused, where an open stream would be read for minutes
        }
        List<String> mediaTypes = contract.operation(endpoint.method(), path)
                .map(Operation::requestMediaTypes)
                .orElse(List.of());
        if (mediaTypes.contains("multipart/form-data")) {
            request.multiPart("nothing", "");
        } else if (!mediaTypes.isEmpty()) {
            String mediaType = mediaTypes.contains("application/json") ? "application/json" : mediaTypes.get(0);
            request.contentType(mediaType).body("{}".getBytes(StandardCharsets.UTF_8));
        }
        return request.request(endpoint.method(), path);
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                contract.document().path("paths").properties()) {
            path.getValue().fieldNames().forEachRemaining(method -> {
                if (METHODS.contains(method)) {
                    endpoints.add(new Endpoint(method.toUpperCase(Locale.ROOT), path.getKey()));
                }
            });
        }
        return endpoints;
    }
}
