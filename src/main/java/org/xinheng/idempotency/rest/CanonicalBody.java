package org.xinheng.idempotency.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.xinheng.idempotency.BodyHash;

/** Bodies in the form in which they are compared: JSON with its names sorted and no spaces, a file as its bytes. */
final class CanonicalBody {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private CanonicalBody() {}

    /** The hash of a JSON body: the order of names and the spaces between them do not count. */
    static BodyHash of(JsonNode body) {
        try {
            return BodyHash.of(MAPPER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
