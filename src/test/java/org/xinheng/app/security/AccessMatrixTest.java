package org.xinheng.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xinheng.app.security.AccessMatrix.Endpoint;
import org.xinheng.caller.Role;
import org.xinheng.contract.Contract;

class AccessMatrixTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final AccessMatrix matrix = new AccessMatrix();

    @Test
    void every_endpoint_of_the_contract_is_in_the_matrix_and_no_other() {
        Set<Endpoint> contract = new HashSet<>();
        for (Map.Entry<String, JsonNode> path :
                new Contract().document().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    contract.add(new Endpoint(method.getKey().toUpperCase(Locale.ROOT), path.getKey()));
                }
            }
        }
        assertThat(matrix.endpoints()).containsExactlyInAnyOrderElementsOf(contract);
    }

    @Test
    void what_is_not_in_the_matrix_is_for_nobody() {
        assertThat(matrix.rolesFor(new Endpoint("DELETE", "/v1/listings/{id}"))).isEmpty();
        assertThat(matrix.rolesFor(new Endpoint("GET", "/v1/scores"))).isEmpty();
    }

    @Test
    void only_agencies_decide_and_only_initiating_departments_list() {
        assertThat(matrix.rolesFor(new Endpoint("POST", "/v1/decisions"))).containsExactly(Role.IMPLEMENTING_AGENCY);
        assertThat(matrix.rolesFor(new Endpoint("POST", "/v1/listings"))).containsExactly(Role.INITIATING_DEPARTMENT);
    }

    @Path("/v1/things/")
    static class Things {
        @GET
        public String all() {
            return "";
        }

        @POST
        @Path("/{ id : [0-9]+ }/removal")
        public String remove() {
            return "";
        }
    }

    @Test
    void the_template_of_a_resource_is_written_as_in_the_contract() throws NoSuchMethodException {
        assertThat(AccessFilter.template(Things.class, Things.class.getMethod("all")))
                .isEqualTo("/v1/things");
        assertThat(AccessFilter.template(Things.class, Things.class.getMethod("remove")))
                .isEqualTo("/v1/things/{id}/removal");
    }
}
