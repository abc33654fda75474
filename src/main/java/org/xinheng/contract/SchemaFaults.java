package org.xinheng.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;

/** Tells the violations of a schema as faults: one a place, the most telling one, in a stable order. */
final class SchemaFaults {
    /** The reason that is told where several hold at one place, first the most telling. */
    private static final List<ErrorCode> PRECEDENCE = List.of(
            ErrorCode.FIELD_UNKNOWN,
            ErrorCode.FIELD_MISSING,
            ErrorCode.FIELD_TYPE,
            ErrorCode.FIELD_RANGE,
            ErrorCode.FIELD_VALUE,
            ErrorCode.FIELD_FORMAT);

    /** Longest part of what the caller sent that is repeated to him. */
    private static final int ECHO_MAX = 60;

    private final JsonNode document;

    /** @param document the contract the schemas stand in */
    SchemaFaults(JsonNode document) {
        this.document = document;
    }

    List<Fault> of(Collection<ValidationMessage> messages) {
        Map<String, Fault> atPlace = new LinkedHashMap<>();
        for (ValidationMessage message : messages) {
            Fault fault = of(message);
            atPlace.merge(fault.pointer(), fault, (one, other) -> precedence(one) <= precedence(other) ? one : other);
        }
        List<Fault> faults = new ArrayList<>(atPlace.values());
        faults.sort(Comparator.comparing(Fault::pointer, SchemaFaults::comparePointers));
        return faults.size() <= Contract.FAULTS_MAX ? faults : faults.subList(0, Contract.FAULTS_MAX);
    }

    private static int precedence(Fault fault) {
        return PRECEDENCE.indexOf(fault.code());
    }

    private Fault of(ValidationMessage message) {
        JsonNode schema = document.at(
                JsonPointer.compile(message.getSchemaLocation().getFragment().toString())
                        .head());
        String at = message.getInstanceLocation().toString();
        JsonNode instance = message.getInstanceNode();
        return switch (message.getType()) {
            case "required" ->
                Fault.at(inside(at, message.getProperty()), ErrorCode.FIELD_MISSING, message.getProperty());
            case "additionalProperties" ->
                Fault.at(
                        inside(at, message.getProperty()),
                        ErrorCode.FIELD_UNKNOWN,
                        shortened(message.getProperty()),
                        names(schema.path("properties").fieldNames()));
            case "type" ->
                Fault.at(
                        at,
                        ErrorCode.FIELD_TYPE,
                        schema.path("type").asText(),
                        instance == null
                                ? "null"
                                : instance.getNodeType().name().toLowerCase(Locale.ROOT));
            case "enum" -> Fault.at(at, ErrorCode.FIELD_VALUE, expectation("enum", schema));
            case "format", "pattern" -> Fault.at(at, ErrorCode.FIELD_FORMAT, expectation(message.getType(), schema));
            default -> Fault.at(at, ErrorCode.FIELD_RANGE, expectation(message.getType(), schema));
        };
    }

    /** What a keyword of a schema expects, in a notation that needs no language. */
    static String expectation(String keyword, JsonNode schema) {
        JsonNode value = schema.path(keyword);
        return switch (keyword) {
            case "enum" -> {
                List<String> values = new ArrayList<>();
                value.forEach(each -> {
                    if (!each.isNull()) {
                        values.add(each.asText());
                    }
                });
                yield String.join(" ", values);
            }
            case "format" -> value.asText().equals("date") ? "yyyy-MM-dd" : value.asText();
            case "pattern" -> value.asText();
            case "type" -> value.asText();
            default -> keyword + " " + value.asText();
        };
    }

    private static String inside(String at, String property) {
        return at + "/" + shortened(property).replace("~", "~0").replace("/", "~1");
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= ECHO_MAX
                ? text
                : text.substring(0, text.offsetByCodePoints(0, ECHO_MAX)) + "…";
    }

    private static String names(Iterator<String> names) {
        List<String> all = new ArrayList<>();
        names.forEachRemaining(all::add);
        return all.stream().collect(Collectors.joining(" "));
    }

    /** Part by part, indices by number. */
    private static int comparePointers(String one, String other) {
        String[] left = one.split("/", -1);
        String[] right = other.split("/", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order =
                    isIndex(left[i]) && isIndex(right[i]) ? Integer.compare(left[i].length(), right[i].length()) : 0;
            order = order != 0 ? order : left[i].compareTo(right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static boolean isIndex(String part) {
        return !part.isEmpty() && part.chars().allMatch(character -> character >= '0' && character <= '9');
    }
}
