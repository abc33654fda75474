package org.xinheng.feed.rest;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinheng.feed.Layout;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/** The field sets of {@code feeds/layouts.csv}, read once. */
final class Layouts {
    private static final String FILE = "/feeds/layouts.csv";
    private static final int CELLS = 8;

    private static final Layouts ALL = read();

    private final Map<String, Layout> byCode;

    private Layouts(Map<String, Layout> byCode) {
        this.byCode = byCode;
    }

    /** The field sets that there are. */
    static Layouts all() {
        return ALL;
    }

    /**
     * A field set by its code.
     *
     * @throws Refusal LAYOUT_UNKNOWN
     */
    Layout named(String code) {
        Layout layout = byCode.get(code);
        if (layout == null) {
            throw Refusal.at("query:layout", ErrorCode.LAYOUT_UNKNOWN, code, String.join(", ", byCode.keySet()));
        }
        return layout;
    }

    /** The field set that a heading is of: it has all the columns that the set must have; of several the richest. */
    Optional<Layout> recognisedBy(List<String> heading) {
        Set<String> columns = Set.copyOf(heading);
        return byCode.values().stream()
                .filter(layout ->
                        layout.required().stream().map(Layout.Line::column).allMatch(columns::contains))
                .max(Comparator.comparingLong(layout ->
                        layout.columns().stream().filter(columns::contains).count()));
    }

    private static Layouts read() {
        try (InputStream file = Layouts.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks " + FILE);
            }
            Map<String, List<Layout.Line>> lines = new LinkedHashMap<>();
            Map<String, Layout.Target> targets = new LinkedHashMap<>();
            MappingIterator<String[]> rows = CsvMapper.builder()
                    .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                    .build()
                    .readerFor(String[].class)
                    .readValues(new InputStreamReader(file, StandardCharsets.UTF_8));
            rows.next();
            while (rows.hasNext()) {
                String[] cells = rows.next();
                if (cells.length != CELLS) {
                    throw new IllegalStateException(FILE + ": a line has " + CELLS + " cells: " + cells[0]);
                }
                targets.put(cells[0], Layout.Target.valueOf(cells[1]));
                lines.computeIfAbsent(cells[0], code -> new ArrayList<>())
                        .add(new Layout.Line(
                                cells[2],
                                cells[3],
                                cells[4],
                                Layout.Transform.valueOf(cells[5]),
                                cells[6],
                                cells[7].equals("yes")));
            }
            Map<String, Layout> byCode = new LinkedHashMap<>();
            targets.forEach((code, target) ->
                    byCode.put(code, new Layout(code, target, lines.getOrDefault(code, List.of()))));
            return new Layouts(byCode);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
