package org.xinheng.idempotency.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.xinheng.idempotency.BodyHash;

class CanonicalBodyTest {
    @Test
    void the_order_of_names_and_the_spaces_between_do_not_make_another_body() {
        assertThat(hash("{\"a\": {\"c\": 1, \"b\": [2, 3]}, \"d\": null}"))
                .isEqualTo(hash("{\"d\":null,\"a\":{\"b\":[2,3],\"c\":1}}"));
    }

    @Test
    void another_value_another_order_of_elements_or_a_missing_name_make_another_body() {
        BodyHash body = hash("{\"a\":[1,2],\"b\":null}");
        assertThat(hash("{\"a\":[2,1],\"b\":null}")).isNotEqualTo(body);
        assertThat(hash("{\"a\":[1,3],\"b\":null}")).isNotEqualTo(body);
        assertThat(hash("{\"a\":[1,2]}")).isNotEqualTo(body);
    }

    private static BodyHash hash(String json) {
        try {
            return CanonicalBody.of(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
