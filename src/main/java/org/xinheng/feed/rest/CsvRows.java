package org.xinheng.feed.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.feed.FeedFile;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/**
 * The rows of a file with separators (RFC 4180), the heading among them, one after the other. Rows without a word in them,
 * as spreadsheets leave them at the end, are no rows. The separator is a comma, or, where the heading has none, a tab or
 * a semicolon, as spreadsheets of other countries write it.
 */
final class CsvRows {
    private static final int HEADING_MAX = 16_384;

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .disable(CsvParser.Feature.ALLOW_TRAILING_COMMA)
            .build();

    private CsvRows() {}

    /**
     * One row.
     *
     * @param line line of the file on which it begins, from 1 on
     * @param cells as they stand there
     * @param cutOff whether the file ends in it, without the end of a line
     */
    record Row(int line, List<String> cells, boolean cutOff) {}

    /** Takes rows. */
    @FunctionalInterface
    interface Taker {
        void take(Row row);
    }

    /**
     * Gives all rows, of a file that breaks off those before that place.
     *
     * @throws Refusal MALFORMED_CSV or FILE_CUT_OFF
     */
    static void read(FeedFile file, Taker taker) {
        try (StrictReader strict = new StrictReader(file);
                BufferedReader reader = new BufferedReader(strict, 2 * HEADING_MAX);
                CsvParser parser = MAPPER.getFactory().createParser(reader)) {
            parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator(reader)));
            parser.nextToken();
            Row held = null;
            try {
                while (parser.nextToken() == JsonToken.START_ARRAY) {
                    Row row = row(parser);
                    if (row.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                        give(held, false, taker);
                        held = row;
                    }
                }
            } catch (JsonProcessingException e) {
                give(held, false, taker);
                JsonLocation at = e.getLocation();
                throw malformed(at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
            }
            give(held, !strict.atLineEnd(), taker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The character between the cells of a file. */
    static char separatorOf(FeedFile file) {
        try (BufferedReader reader = new BufferedReader(new StrictReader(file), 2 * HEADING_MAX)) {
            return separator(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void give(@Nullable Row row, boolean cutOff, Taker taker) {
        if (row != null) {
            taker.take(cutOff ? new Row(row.line(), row.cells(), true) : row);
        }
    }

    private static char separator(BufferedReader reader) throws IOException {
        char[] start = new char[HEADING_MAX];
        reader.mark(HEADING_MAX + 1);
        int length = Math.max(0, reader.read(start, 0, HEADING_MAX));
        reader.reset();
        String heading = new String(start, 0, length).stripLeading();
        int end = heading.indexOf('\n');
        heading = end < 0 ? heading : heading.substring(0, end);
        if (heading.indexOf(',') >= 0) {
            return ',';
        }
        return heading.indexOf('\t') >= 0 ? '\t' : heading.indexOf(';') >= 0 ? ';' : ',';
    }

    private static Row row(CsvParser parser) throws IOException {
        List<String> cells = new ArrayList<>();
        int line = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (cells.isEmpty()) {
                line = parser.currentTokenLocation().getLineNr();
            }
            cells.add(parser.getText());
        }
        return new Row(line, List.copyOf(cells), false);
    }

    private static Refusal malformed(int line, int column) {
        return Refusal.of(ErrorCode.MALFORMED_CSV, Integer.toString(line), Integer.toString(column));
    }
}
