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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.feed.FeedFile;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/**
 * The rows of a file with separators (RFC 4180), the heading among them, one after the other. Rows without a word in them,
 * as spreadsheets leave them at the end, are no rows. The separator is a comma, or, where the heading has none, a tab or
 * a semicolon, as spreadsheets of other countries write it; a first line {@code sep=;}, as Excel reads it, names it.
 */
final class CsvRows {
    private static final int HEADING_MAX = 16_384;

    /** How the library begins to say that the file ends within quotes. */
    private static final String UNCLOSED = "Missing closing quote";

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
     * @throws Refusal MALFORMED_CSV, CELL_HOLDS_ROWS where a quoted cell has taken in what are rows, or FILE_CUT_OFF
     */
    static void read(FeedFile file, Taker taker) {
        try (StrictReader strict = new StrictReader(file);
                BufferedReader reader = new BufferedReader(strict, 2 * HEADING_MAX);
                CsvParser parser = MAPPER.getFactory().createParser(reader)) {
            char separator = separator(reader);
            parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator));
            parser.nextToken();
            Row held = null;
            CsvRowReading row = new CsvRowReading(separator);
            try {
                while (parser.nextToken() == JsonToken.START_ARRAY) {
                    Row read = next(row, parser, held, taker);
                    if (read.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                        give(held, false, taker);
                        held = read;
                    }
                }
            } catch (JsonProcessingException e) {
                give(held, false, taker);
                throw malformed(e, row);
            }
            give(held, !strict.atLineEnd(), taker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row next(CsvRowReading row, CsvParser parser, @Nullable Row held, Taker taker) throws IOException {
        try {
            return row.next(parser);
        } catch (Refusal swallowed) {
            give(held, false, taker);
            throw swallowed;
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
        if (CsvRowReading.isHint(heading) && heading.strip().length() > CsvRowReading.HINT.length()) {
            return heading.charAt(CsvRowReading.HINT.length());
        }
        if (heading.indexOf(',') >= 0) {
            return ',';
        }
        return heading.indexOf('\t') >= 0 ? '\t' : heading.indexOf(';') >= 0 ? ';' : ',';
    }

    /** A quote that is never closed is reported where it opens: the place where the file ends helps nobody. */
    private static Refusal malformed(JsonProcessingException e, CsvRowReading row) {
        String message = e.getOriginalMessage();
        if (message != null && message.startsWith(UNCLOSED)) {
            return Refusal.of(
                    ErrorCode.MALFORMED_CSV, Integer.toString(row.lineOfNextCell()), Integer.toString(row.nextCell()));
        }
        JsonLocation at = e.getLocation();
        return Refusal.of(
                ErrorCode.MALFORMED_CSV,
                Integer.toString(at == null ? 1 : at.getLineNr()),
                Integer.toString(at == null ? 1 : at.getColumnNr()));
    }
}
