package org.xinheng.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Fields of a conforming body that may be absent. */
public final class OptionalFields {
    private OptionalFields() {}

    /** The text, null where the field is absent. */
    public static @Nullable String text(JsonNode node, String field) {
        return node.path(field).textValue();
    }

    /** The day, null where the field is absent. */
    public static @Nullable LocalDate day(JsonNode node, String field) {
        String text = text(node, field);
        return text == null ? null : LocalDate.parse(text);
    }
}
