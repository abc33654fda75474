package org.xinheng.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Reader;

/** The query of a request that has been checked against the contract; absent ones carry the contract's default. */
public final class QueryParameters {
    private final Map<String, JsonNode> values;

    QueryParameters(Map<String, JsonNode> values) {
        this.values = Map.copyOf(values);
    }

    /** Who reads, and why, as the parameters {@code purpose} and {@code caseNumber} say it. */
    public Reader reader(Caller caller) {
        return new Reader(
                caller, text("purpose").orElse(null), text("caseNumber").orElse(null));
    }

    /** A text as it was sent. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(JsonNode::asText);
    }

    /** A day, Asia/Shanghai. */
    public Optional<LocalDate> day(String name) {
        return text(name).map(LocalDate::parse);
    }

    /** A whole number. */
    public OptionalLong number(String name) {
        JsonNode value = values.get(name);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value.longValue());
    }

    /**
     * Header {@code Link} of RFC 8288 to the page that follows: the same question, all of it, begun after what was told.
     *
     * @param path of the address
     * @param after mark behind the last item told
     */
    public String linkToNext(String path, String after) {
        Map<String, String> asked = new TreeMap<>();
        values.forEach((name, value) -> asked.put(name, value.asText()));
        asked.put("after", after);
        return asked.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "<" + path + "?", ">; rel=\"next\""));
    }

    /** Most items on a page, from {@code size} or its default. */
    public int size() {
        return Math.toIntExact(number("size").orElseThrow());
    }
}
