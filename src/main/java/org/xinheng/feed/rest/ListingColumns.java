package org.xinheng.feed.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.xinheng.contract.Contract;
import org.xinheng.feed.BatchReport;
import org.xinheng.feed.FeedSheets.SheetCell;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;

/**
 * The heading of a batch, read against the contract: every column is a field of {@code ListingRequest}, parts of the way
 * to it joined by dots, elements of arrays numbered from 1. Makes of each row the JSON that could have been posted.
 */
final class ListingColumns implements RowShape {
    /** Heading of the column that a marked file carries; handed in again it says nothing. */
    static final String RESULT = "核对结果";

    /** Between the codes of one cell. */
    private static final String CODE_SEPARATOR = "、";

    private static final String NUMBER = "[1-9][0-9]?";

    private final List<Column> columns;

    private enum Kind {
        TEXT,
        DAY,
        YES_NO,
        CODES,
        REMARK
    }

    /** A column and the way to its field; a part that is a number is an element of an array. */
    private record Column(String name, List<String> way, Kind kind, List<Element> elements) {
        Column(String name, List<String> way, Kind kind) {
            this(name, way, kind, elementsOf(way));
        }

        private static List<Element> elementsOf(List<String> way) {
            List<Element> elements = new ArrayList<>();
            for (int part = 1; part < way.size(); part++) {
                if (way.get(part).matches(NUMBER)) {
                    elements.add(
                            new Element(part, String.join(".", way.subList(0, part)), Integer.parseInt(way.get(part))));
                }
            }
            return List.copyOf(elements);
        }

        /** The element that a part of the way is, null where it is a field. */
        @Nullable
        Element element(int part) {
            for (Element element : elements) {
                if (element.part() == part) {
                    return element;
                }
            }
            return null;
        }
    }

    /**
     * A numbered part of a way.
     *
     * @param part its place in the way, from 0
     * @param array way to the array it is in, joined by dots
     */
    private record Element(int part, String array, int number) {}

    private ListingColumns(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * Reads a heading.
     *
     * @throws Refusal FIELD_UNKNOWN and COLUMN_DOUBLED for every column concerned
     */
    static ListingColumns of(List<String> heading, Contract contract) {
        List<Fault> faults = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        JsonNode request = schema(contract, "#/components/schemas/ListingRequest");
        JsonNode more = schema(contract, "#/components/schemas/FeedRowOperation");
        for (String name : heading) {
            Column inRequest = column(name, request, contract);
            Column column = inRequest == null ? column(name, more, contract) : inRequest;
            if (column == null) {
                faults.add(
                        Fault.at(BatchReport.cell(1, name), ErrorCode.FIELD_UNKNOWN, shortened(name), names(request)));
            } else if (!seen.add(name)) {
                faults.add(Fault.at(BatchReport.cell(1, name), ErrorCode.COLUMN_DOUBLED, name));
            } else {
                columns.add(column);
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults.subList(0, Math.min(faults.size(), Contract.FAULTS_MAX)));
        }
        return new ListingColumns(columns);
    }

    @Override
    public Reading read(List<SheetCell> cells) {
        Filling filling = new Filling(JsonNodeFactory.instance.objectNode(), numbersIn(cells));
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            SheetCell cell = cells.get(i);
            if (cell.text().isBlank() || column.kind() == Kind.REMARK) {
                continue;
            }
            String pointer = COLUMN + column.name();
            Optional<Fault> fault = CellText.fault(pointer, cell, column.kind() == Kind.DAY)
                    .or(() -> Contract.unstorable(pointer, cell.text()));
            if (fault.isPresent()) {
                faults.add(fault.get());
            } else {
                filling.put(column, CellText.of(cell));
            }
        }
        return new Reading(filling.body(), List.copyOf(faults), filling::columnOf);
    }

    @Override
    public int size() {
        return columns.size();
    }

    /** The numbers of the elements that the row fills, by the name of their array. */
    private Map<String, List<String>> numbersIn(List<SheetCell> cells) {
        Map<String, Set<Integer>> numbers = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            for (Element element : columns.get(i).elements()) {
                if (!cells.get(i).text().isBlank()) {
                    numbers.computeIfAbsent(element.array(), array -> new TreeSet<>())
                            .add(element.number());
                }
            }
        }
        Map<String, List<String>> sorted = new HashMap<>();
        numbers.forEach((array, each) ->
                sorted.put(array, each.stream().map(String::valueOf).toList()));
        return sorted;
    }

    /**
     * A row as JSON.
     *
     * @param body what could have been posted
     * @param numbers of each array, which of its numbered elements the row fills, in order
     */
    private record Filling(ObjectNode body, Map<String, List<String>> numbers) {
        private void put(Column column, String cell) {
            ObjectNode at = body;
            List<String> way = column.way();
            for (int part = 0; part < way.size() - 1; part++) {
                Element element = column.element(part + 1);
                if (element == null) {
                    at = at.withObjectProperty(way.get(part));
                } else {
                    int index = numbers.getOrDefault(element.array(), List.of())
                            .indexOf(Integer.toString(element.number()));
                    at = element(at.withArrayProperty(way.get(part)), index);
                    part++;
                }
            }
            String field = way.get(way.size() - 1);
            switch (column.kind()) {
                case TEXT -> at.put(field, cell);
                case DAY -> at.put(field, CellText.day(cell));
                case REMARK -> {}
                case YES_NO -> {
                    if (cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false")) {
                        at.put(field, cell.equalsIgnoreCase("true"));
                    } else {
                        at.put(field, cell);
                    }
                }
                case CODES -> {
                    ArrayNode codes = at.putArray(field);
                    for (String code : cell.split(CODE_SEPARATOR, -1)) {
                        codes.add(code.strip());
                    }
                }
            }
        }

        private static ObjectNode element(ArrayNode array, int index) {
            while (array.size() <= index) {
                array.addObject();
            }
            return (ObjectNode) array.get(index);
        }

        /** The column that a pointer into the body came from, as far as it leads. */
        String columnOf(String pointer) {
            StringBuilder column = new StringBuilder();
            for (String part : pointer.split("/", -1)) {
                String name = part;
                if (part.matches("[0-9]+")) {
                    List<String> filled = numbers.getOrDefault(column.toString(), List.of());
                    if (Integer.parseInt(part) >= filled.size()) {
                        break;
                    }
                    name = filled.get(Integer.parseInt(part));
                }
                column.append(column.isEmpty() ? "" : ".").append(name);
            }
            return column.toString();
        }
    }

    private static @Nullable Column column(String name, JsonNode request, Contract contract) {
        if (name.equals(RESULT)) {
            return new Column(name, List.of(name), Kind.REMARK);
        }
        List<String> way = List.of(name.split("\\.", -1));
        JsonNode at = request;
        for (String part : way) {
            JsonNode elements = at.path("items");
            boolean element = !elements.isMissingNode()
                    && part.matches(NUMBER)
                    && Integer.parseInt(part) <= at.path("maxItems").asInt();
            at = element
                    ? followed(contract, elements)
                    : followed(contract, at.path("properties").path(part));
        }
        JsonNode ofArray = followed(contract, at.path("items"));
        return switch (at.path("type").asText()) {
            case "string" ->
                way.get(way.size() - 1).matches(NUMBER)
                        ? null
                        : new Column(name, way, at.path("format").asText().equals("date") ? Kind.DAY : Kind.TEXT);
            case "boolean" -> new Column(name, way, Kind.YES_NO);
            case "array" -> ofArray.path("type").asText().equals("string") ? new Column(name, way, Kind.CODES) : null;
            default -> null;
        };
    }

    private static JsonNode followed(Contract contract, JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : schema(contract, reference);
    }

    private static JsonNode schema(Contract contract, String reference) {
        return contract.document().at(reference.substring(1));
    }

    private static String names(JsonNode request) {
        List<String> names = new ArrayList<>();
        request.path("properties").fieldNames().forEachRemaining(names::add);
        return String.join(", ", names);
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
