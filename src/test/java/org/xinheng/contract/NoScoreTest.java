package org.xinheng.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The service computes no score of anybody, takes none in, and has no field for one (L8). */
class NoScoreTest {
    private static final Pattern SCORE =
            Pattern.compile("(?i).*(score|rating|ranking|creditgrade|creditlevel|points|评分|分数|得分|积分|信用等级).*");

    private final JsonNode document = new Contract().document();

    @Test
    void no_field_and_no_parameter_of_the_contract_could_hold_a_score() {
        assertThat(names())
                .hasSizeGreaterThan(100)
                .noneMatch(name -> SCORE.matcher(name).matches());
    }

    @Test
    void no_request_has_room_for_a_field_that_the_contract_does_not_name() {
        Set<JsonNode> seen = new HashSet<>();
        List<String> open = new ArrayList<>();
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                for (Map.Entry<String, JsonNode> content :
                        operation.path("requestBody").path("content").properties()) {
                    if (content.getKey().endsWith("json")) {
                        findOpen(content.getValue().path("schema"), seen, open);
                    }
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(seen).hasSizeGreaterThan(20);
    }

    private void findOpen(JsonNode schema, Set<JsonNode> seen, List<String> open) {
        String reference = schema.path("$ref").asText("");
        JsonNode followed = reference.isEmpty() ? schema : document.at(reference.substring(1));
        if (!seen.add(followed)) {
            return;
        }
        if (followed.path("type").asText().equals("object")
                && followed.path("additionalProperties").asBoolean(true)) {
            open.add(reference + followed);
        }
        followed.path("properties").forEach(property -> findOpen(property, seen, open));
        if (followed.has("items")) {
            findOpen(followed.get("items"), seen, open);
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        collect(document, names);
        return names;
    }

    private static void collect(JsonNode node, List<String> names) {
        node.path("properties").fieldNames().forEachRemaining(names::add);
        if (node.path("in").isTextual()) {
            names.add(node.path("name").asText());
        }
        node.forEach(child -> collect(child, names));
    }
}
