package org.xinheng.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.listing.ListingEvent;

/** Reads the cases under {@code src/test/resources/cases}. A field that nobody knows is refused, so none is overlooked. */
public final class StatuteCases {
    private static final Path FOLDER = Path.of("src/test/resources/cases");
    private static final YAMLMapper YAML = new YAMLMapper();

    private StatuteCases() {}

    /** All of them, file by file. */
    public static List<StatuteCase> all() throws IOException {
        List<StatuteCase> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                for (JsonNode node : YAML.readTree(Files.readString(file))) {
                    cases.add(read(node));
                }
            }
        }
        Set<String> codes = new HashSet<>();
        for (StatuteCase each : cases) {
            if (!codes.add(each.code())) {
                throw new IllegalStateException("case " + each.code() + " stands there twice");
            }
        }
        return cases;
    }

    private static StatuteCase read(JsonNode node) {
        knowsOnly(node, "case", "title", "why", "clock", "http", "subject", "listings", "ask", "expect");
        JsonNode subject = node.get("subject");
        List<StatuteCase.Entry> entries = new ArrayList<>();
        node.get("listings").forEach(listing -> entries.add(entry(listing, subject)));
        return new StatuteCase(
                node.get("case").textValue(),
                node.get("title").textValue(),
                day(node.get("clock")),
                node.path("http").asBoolean(true),
                subject,
                List.copyOf(entries),
                ask(node.get("ask")),
                expected(node.get("expect")));
    }

    private static StatuteCase.Entry entry(JsonNode node, JsonNode subject) {
        knowsOnly(node, "by", "listing", "events");
        ObjectNode body = node.get("listing").deepCopy();
        if (!body.has("subject")) {
            body.set("subject", subject);
        }
        List<StatuteCase.Event> events = new ArrayList<>();
        for (JsonNode event : node.path("events")) {
            knowsOnly(event, "type", "effectiveOn");
            events.add(new StatuteCase.Event(
                    ListingEvent.Type.valueOf(event.get("type").textValue()), day(event.get("effectiveOn"))));
        }
        return new StatuteCase.Entry(node.get("by").textValue(), body, List.copyOf(events));
    }

    private static StatuteCase.Ask ask(JsonNode node) {
        knowsOnly(node, "agencyKind", "matter", "matterItem", "region", "name", "asOf", "asOfReason");
        return new StatuteCase.Ask(
                node.get("agencyKind").textValue(),
                node.get("matter").textValue(),
                node.get("matterItem"),
                node.get("region").textValue(),
                node.path("name").textValue(),
                node.has("asOf") ? day(node.get("asOf")) : null,
                node.path("asOfReason").textValue());
    }

    private static Expected expected(JsonNode node) {
        knowsOnly(node, "outcome", "projection", "measures", "withheld", "never", "exactly");
        return new Expected(
                node.path("outcome").textValue(),
                node.has("projection") ? node.get("projection").booleanValue() : null,
                lines(node.path("measures")),
                lines(node.path("withheld")),
                lines(node.path("never")),
                node.get("exactly").booleanValue());
    }

    private static List<Line> lines(JsonNode nodes) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode node : nodes) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            node.properties()
                    .forEach(field -> fields.put(
                            field.getKey(),
                            field.getValue().isBoolean()
                                    ? (Object) field.getValue().booleanValue()
                                    : field.getValue().textValue()));
            lines.add(new Line(fields));
        }
        return List.copyOf(lines);
    }

    private static LocalDate day(JsonNode node) {
        return LocalDate.parse(node.textValue());
    }

    private static void knowsOnly(JsonNode node, String... fields) {
        Set<String> known = Set.of(fields);
        node.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                throw new IllegalStateException("a case has no field `" + field + "`");
            }
        });
    }
}
