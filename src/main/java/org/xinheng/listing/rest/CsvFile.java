package org.xinheng.listing.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/**
 * A file of rows below a heading (RFC 4180) in UTF-8, with or without a byte order mark. Rows without a word in them, as
 * spreadsheets leave them at the end, are no rows.
 *
 * @param heading names of the columns, without spaces around them
 */
record CsvFile(List<String> heading, List<Row> rows) {
    /** Most rows of one file. */
    static final int ROWS_MAX = 10_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .disable(CsvParser.Feature.ALLOW_TRAILING_COMMA)
            .build();

    /**
     * One row.
     *
     * @param line line of the file on which it begins, the heading being line 1
     * @param cells as they stand there
     */
    record Row(int line, List<String> cells) {}

    /**
     * Reads a file.
     *
     * @throws Refusal MALFORMED_CSV, or BATCH_ROWS for none or too many
     */
    static CsvFile read(byte[] bytes) {
        List<Row> rows = new ArrayList<>();
        int count = 0;
        try (CsvParser parser = MAPPER.getFactory().createParser(new StringReader(decoded(bytes)))) {
            parser.setSchema(CsvSchema.emptySchema());
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                Row row = row(parser);
                if (row.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                    count++;
                    // one more than may be, the heading included: the rest is only counted
                    if (count <= ROWS_MAX + 1) {
                        rows.add(row);
                    }
                }
            }
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw malformed(at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (count < 2 || count > ROWS_MAX + 1) {
            throw Refusal.of(
                    ErrorCode.BATCH_ROWS, Integer.toString(ROWS_MAX), Integer.toString(Math.max(0, count - 1)));
        }
        return new CsvFile(
                rows.get(0).cells().stream().map(String::strip).toList(), List.copyOf(rows.subList(1, rows.size())));
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
        return new Row(line, List.copyOf(cells));
    }

    private static String decoded(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        boolean broken = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true)
                .isError();
        out.flip();
        String text = out.toString();
        if (broken) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            throw malformed(line, text.length() - text.lastIndexOf('\n'));
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static Refusal malformed(int line, int column) {
        return Refusal.of(ErrorCode.MALFORMED_CSV, Integer.toString(line), Integer.toString(column));
    }
}
