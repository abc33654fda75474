package org.xinheng.feed.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.contract.Contract;
import org.xinheng.feed.FeedFile;
import org.xinheng.feed.FeedSheets;
import org.xinheng.feed.ListingBatch;
import org.xinheng.kernel.Refusal;

/**
 * The file of a batch as it was handed in, with what is wrong said where it is: in a column of its own in CSV, at the cells
 * of a workbook, in a field of its own in JSON lines. Corrected, it can be handed in again as it is.
 */
@Singleton
class MarkedFile {
    private static final String GOOD = "通过";
    /** Of a row that the report had no more room for: it is not told whether it is good. */
    private static final String UNREPORTED = "报告未逐行列示";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final FeedSheets sheets;
    private final ObjectMapper objectMapper;
    private final CsvMapper csvMapper = new CsvMapper();

    MarkedFile(FeedSheets sheets, ObjectMapper objectMapper) {
        this.sheets = sheets;
        this.objectMapper = objectMapper;
    }

    /** Writes it. */
    void write(ListingBatch batch, FeedFile file, OutputStream to) throws IOException {
        Map<Integer, ListingBatch.Row> rows = new HashMap<>();
        batch.rows().stream().filter(row -> !row.faults().isEmpty()).forEach(row -> rows.put(row.line(), row));
        switch (batch.order().format()) {
            case CSV -> csv(rows, rows.size() < batch.counts().refused() ? UNREPORTED : GOOD, file, to);
            case XLSX -> to.write(workbook(rows, file));
            case JSON_LINES -> jsonLines(rows, file, to);
        }
    }

    private void csv(Map<Integer, ListingBatch.Row> rows, String otherwise, FeedFile file, OutputStream to)
            throws IOException {
        Writer writer =
                new OutputStreamWriter(to, Charset.forName(file.encoding().name()));
        if (file.encoding().mark()) {
            writer.write(BYTE_ORDER_MARK);
        }
        try (SequenceWriter lines = csvMapper
                .writerFor(String[].class)
                .with(CsvSchema.emptySchema().withLineSeparator("\r\n").withColumnSeparator(CsvRows.separatorOf(file)))
                .writeValues(writer)) {
            csvRows(rows, otherwise, file, lines);
        }
    }

    private static void csvRows(
            Map<Integer, ListingBatch.Row> rows, String otherwise, FeedFile file, SequenceWriter lines) {
        boolean[] heading = {true};
        int[] own = {-1};
        try {
            CsvRows.read(file, row -> {
                if (heading[0]) {
                    own[0] = row.cells().stream().map(String::strip).toList().indexOf(ListingColumns.RESULT);
                }
                String stated = heading[0] ? ListingColumns.RESULT : stated(rows.get(row.line()), otherwise);
                heading[0] = false;
                put(lines, marked(row.cells(), own[0], stated));
            });
        } catch (Refusal broken) {
            // the file breaks off there, as its report says; what could be read is marked
        }
    }

    private static String[] marked(List<String> cells, int own, String stated) {
        List<String> all = new ArrayList<>(cells);
        if (own >= 0 && own < all.size()) {
            all.set(own, stated);
        } else {
            all.add(stated);
        }
        return all.toArray(String[]::new);
    }

    private static void put(SequenceWriter lines, String[] cells) {
        try {
            lines.write(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stated(ListingBatch.@Nullable Row row, String otherwise) {
        if (row == null) {
            return otherwise;
        }
        List<String> words = new ArrayList<>();
        for (ListingBatch.RowFault fault : row.faults()) {
            words.add((fault.column().isEmpty() ? "" : fault.column() + ": ") + fault.message() + " [" + fault.code()
                    + "]");
        }
        return String.join("; ", words);
    }

    private byte[] workbook(Map<Integer, ListingBatch.Row> rows, FeedFile file) throws IOException {
        byte[] bytes;
        try (InputStream in = file.open()) {
            bytes = in.readAllBytes();
        }
        List<String> heading = new ArrayList<>();
        sheets.rows(bytes, (number, cells) -> {
            if (heading.isEmpty()) {
                cells.forEach(cell -> heading.add(cell.text().strip()));
            }
        });
        List<FeedSheets.Mark> marks = new ArrayList<>();
        rows.values().stream()
                .sorted(java.util.Comparator.comparingInt(ListingBatch.Row::line))
                .forEach(row -> row.faults()
                        .forEach(fault -> marks.add(new FeedSheets.Mark(
                                row.line(),
                                1 + heading.indexOf(fault.column()),
                                fault.message() + " [" + fault.code() + "]"))));
        return sheets.marked(bytes, ListingColumns.RESULT, marks);
    }

    private void jsonLines(Map<Integer, ListingBatch.Row> rows, FeedFile file, OutputStream to) throws IOException {
        Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        try {
            JsonLines.read(file, (line, text, cutOff) -> {
                ListingBatch.Row row = rows.get(line);
                try {
                    writer.write(row == null ? text : marked(text, row));
                    writer.write("\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (Refusal broken) {
            // the file breaks off there, as its report says; what could be read is marked
        }
        writer.flush();
    }

    private String marked(String text, ListingBatch.Row row) throws IOException {
        ObjectNode body;
        try {
            body = Contract.json(text.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode object
                    ? object
                    : objectMapper.createObjectNode().put("line", text);
        } catch (Refusal noJson) {
            body = objectMapper.createObjectNode().put("line", text);
        }
        ArrayNode faults = body.putArray(ListingColumns.RESULT);
        row.faults().forEach(faults::addPOJO);
        return objectMapper.writeValueAsString(body);
    }
}
