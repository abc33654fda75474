package org.xinheng.feed.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.contract.Contract;
import org.xinheng.feed.BatchReport;
import org.xinheng.feed.FeedSheets.SheetCell;
import org.xinheng.feed.Layout;
import org.xinheng.feed.Layout.Transform;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.SubjectType;
import org.xinheng.law.TermLength;

/** The heading of a file in the columns of a field set: makes of each row the JSON that could have been posted. */
final class LayoutColumns implements RowShape {
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final String UNLESS = " unless ";
    private static final Map<Integer, String> SCHEME_OF_LENGTH =
            Map.of(18, "USCC", 15, "REGISTRATION_NUMBER", 9, "ORGANISATION_CODE", 10, "ORGANISATION_CODE");

    private final Layout layout;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, String> columnOfField = new HashMap<>();
    private final int size;

    private LayoutColumns(Layout layout, List<String> heading) {
        this.layout = layout;
        this.size = heading.size();
        for (int i = 0; i < heading.size(); i++) {
            places.put(heading.get(i), i);
        }
        for (Layout.Line line : layout.lines()) {
            if (!line.field().isEmpty() && places.containsKey(line.column())) {
                columnOfField.putIfAbsent(line.field(), line.column());
            }
        }
    }

    /**
     * Reads a heading.
     *
     * @throws Refusal LAYOUT_COLUMN_MISSING, COLUMN_DOUBLED and FIELD_UNKNOWN for every column concerned
     */
    static LayoutColumns of(Layout layout, List<String> heading) {
        List<Fault> faults = new ArrayList<>();
        List<String> known = layout.columns();
        for (Layout.Line line : layout.required()) {
            if (!heading.contains(line.column())) {
                faults.add(Fault.at("1", ErrorCode.LAYOUT_COLUMN_MISSING, layout.code(), line.column(), line.title()));
            }
        }
        for (int i = 0; i < heading.size(); i++) {
            String column = heading.get(i);
            String cell = BatchReport.cell(1, column);
            if (heading.indexOf(column) < i) {
                faults.add(Fault.at(cell, ErrorCode.COLUMN_DOUBLED, column));
            } else if (!known.contains(column) && !column.equals(ListingColumns.RESULT)) {
                faults.add(Fault.at(cell, ErrorCode.FIELD_UNKNOWN, column, String.join(", ", known)));
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal(
                    faults.stream().distinct().limit(Contract.FAULTS_MAX).toList());
        }
        return new LayoutColumns(layout, heading);
    }

    Layout layout() {
        return layout;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Reading read(List<SheetCell> cells) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        List<Fault> faults = new ArrayList<>();
        for (Layout.Line line : layout.lines()) {
            if (line.transform() == Transform.CONST) {
                put(body, line.field(), constant(line));
                continue;
            }
            Integer place = places.get(line.column());
            SheetCell cell = place == null ? SheetCell.BLANK : cells.get(place);
            if (cell.text().isBlank() || line.transform() == Transform.KEEP_OUT) {
                continue;
            }
            String pointer = COLUMN + line.column();
            Optional<Fault> fault = CellText.fault(pointer, cell, line.transform() == Transform.DAY)
                    .or(() -> Contract.unstorable(pointer, cell.text()))
                    .or(() -> take(body, line, pointer, CellText.of(cell)));
            fault.filter(each -> !faults.contains(each)).ifPresent(faults::add);
        }
        return new Reading(body, List.copyOf(faults), this::columnOf);
    }

    private String columnOf(String pointer) {
        String field = pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
        return columnOfField.getOrDefault(field, field);
    }

    private Optional<Fault> take(ObjectNode body, Layout.Line line, String pointer, String text) {
        switch (line.transform()) {
            case TEXT -> put(body, line.field(), JsonNodeFactory.instance.textNode(text));
            case DAY -> put(body, line.field(), JsonNodeFactory.instance.textNode(CellText.day(text)));
            case APPEND -> {
                String before = body.at(pointerOf(line.field())).asText();
                String more = line.title() + "：" + text;
                put(
                        body,
                        line.field(),
                        JsonNodeFactory.instance.textNode(before.isEmpty() ? more : before + "；" + more));
            }
            case MAP -> {
                return mapped(body, line, pointer, text);
            }
            case ONLY -> {
                return text.equals(line.argument()) ? Optional.empty() : strange(pointer, text, line.argument());
            }
            case NUMBER -> number(body, line.field(), line.argument(), text);
            case NUMBER_BY_FORM -> {
                boolean person = body.at("/subject/type").asText().equals("PERSON");
                IdentifierScheme whole =
                        Identifier.schemeByForm(person ? SubjectType.PERSON : SubjectType.ORGANISATION, text);
                String likely =
                        person ? "CITIZEN_ID" : SCHEME_OF_LENGTH.getOrDefault(Identifier.lengthOf(text), "USCC");
                number(body, line.field(), whole == null ? likely : whole.name(), text);
            }
            case TEN_THOUSAND -> {
                return amount(body, line, pointer, text);
            }
            case LAST_DAY -> lastDay(body, line, text);
            case CONST, KEEP_OUT -> {}
        }
        return Optional.empty();
    }

    private static Optional<Fault> mapped(ObjectNode body, Layout.Line line, String pointer, String text) {
        String word = text.endsWith("的") ? text.substring(0, text.length() - 1) : text;
        StringBuilder known = new StringBuilder();
        for (String pair : line.argument().split("\\|", -1)) {
            int between = pair.indexOf('=');
            if (pair.substring(0, between).equals(word)) {
                put(body, line.field(), JsonNodeFactory.instance.textNode(pair.substring(between + 1)));
                return Optional.empty();
            }
            known.append(known.isEmpty() ? "" : "、").append(pair, 0, between);
        }
        return strange(pointer, text, known.toString());
    }

    private static Optional<Fault> strange(String pointer, String text, String known) {
        String displayed = text.length() <= 30 ? text : text.substring(0, 30) + "…";
        return Optional.of(Fault.at(pointer, ErrorCode.CELL_NOT_IN_LAYOUT, displayed, known));
    }

    private static void number(ObjectNode body, String field, String scheme, String text) {
        if (body.at(pointerOf(field)).isMissingNode()) {
            put(body, field, JsonNodeFactory.instance.textNode(text));
            put(
                    body,
                    field.substring(0, field.lastIndexOf('.') + 1) + "scheme",
                    JsonNodeFactory.instance.textNode(scheme));
        }
    }

    private static Optional<Fault> amount(ObjectNode body, Layout.Line line, String pointer, String text) {
        if (!text.matches("[0-9]{1,14}(?:\\.[0-9]{1,6})?")) {
            return strange(pointer, text, "0.000000");
        }
        put(body, line.field(), JsonNodeFactory.instance.numberNode(new BigDecimal(text).multiply(TEN_THOUSAND)));
        return Optional.empty();
    }

    private static void lastDay(ObjectNode body, Layout.Line line, String text) {
        int unless = line.argument().indexOf(UNLESS);
        String term = unless < 0 ? line.argument() : line.argument().substring(0, unless);
        if (unless >= 0) {
            String[] condition =
                    line.argument().substring(unless + UNLESS.length()).split("=", 2);
            if (body.at(pointerOf(condition[0])).asText().equals(condition[1])) {
                return;
            }
        }
        LocalDate first = day(CellText.day(text));
        if (first != null) {
            TermLength.parse(term)
                    .flatMap(length -> length.lastDayFrom(first))
                    .ifPresent(last -> put(body, line.field(), JsonNodeFactory.instance.textNode(last.toString())));
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            return null; // told at the field that the column fills besides
        }
    }

    private static JsonNode constant(Layout.Line line) {
        if (line.field().endsWith("legalBases")) {
            var codes = JsonNodeFactory.instance.arrayNode();
            List.of(line.argument().split("、", -1)).forEach(codes::add);
            return codes;
        }
        return line.argument().equals("true") || line.argument().equals("false")
                ? JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(line.argument()))
                : JsonNodeFactory.instance.textNode(line.argument());
    }

    private static void put(ObjectNode body, String field, JsonNode value) {
        int dot = field.indexOf('.');
        if (dot < 0) {
            body.set(field, value);
        } else {
            put(body.withObject("/" + field.substring(0, dot)), field.substring(dot + 1), value);
        }
    }

    private static String pointerOf(String field) {
        return "/" + field.replace('.', '/');
    }
}
