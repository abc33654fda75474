package org.xinheng.feed.rest;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/**
 * Reads one row after the other and knows where it is. A quote that opens by mistake runs on to the next one, which may
 * stand rows below: the rows between would vanish in a cell. A cell with a line break in it and as many separators as a
 * whole row has, or that goes on like a row begins, is refused with the line of its quote.
 */
final class CsvRowReading {
    /** How the line begins that names the separator to Excel. */
    static final String HINT = "sep=";

    /** Below so many separators a text with line breaks is taken for a text. */
    private static final int SEPARATORS_LEAST = 3;

    private final char separator;
    private final List<String> cells = new ArrayList<>();
    private int line = 1;
    private int breaks;
    private int heading;
    private String first = "";

    CsvRowReading(char separator) {
        this.separator = separator;
    }

    /** Whether a line is Excel's hint and no heading. */
    static boolean isHint(String text) {
        return text.strip().regionMatches(true, 0, HINT, 0, HINT.length());
    }

    /** The line, from 1 on, on which the cell begins that is read next or has failed. */
    int lineOfNextCell() {
        return line + breaks;
    }

    /** The cell of its row, from 1 on, that is read next or has failed. */
    int nextCell() {
        return cells.size() + 1;
    }

    /** The row whose array has begun. */
    CsvRows.Row next(CsvParser parser) throws IOException {
        line = lineOfNextCell() + (cells.isEmpty() ? 0 : 1);
        cells.clear();
        breaks = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (cells.isEmpty()) {
                line = parser.currentTokenLocation().getLineNr();
            }
            String cell = parser.getText();
            if (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0) {
                demandNoRowsIn(cell);
            }
            breaks += breaksIn(cell);
            cells.add(clean(cell));
        }
        if (heading == 0 && isHint(cells.get(0))) {
            return new CsvRows.Row(line, List.of(), false);
        }
        heading = heading == 0 ? cells.size() : heading;
        first = cells.get(0);
        return new CsvRows.Row(line, List.copyOf(cells), false);
    }

    private void demandNoRowsIn(String cell) {
        long separators = cell.chars().filter(c -> c == separator).count();
        String beginsARow = (cells.isEmpty() ? first : cells.get(0)) + separator;
        boolean goesOnLikeARow =
                beginsARow.length() > 1 && cell.lines().skip(1).anyMatch(following -> following.startsWith(beginsARow));
        if (goesOnLikeARow || separators >= Math.max(heading - 1, SEPARATORS_LEAST)) {
            throw Refusal.of(
                    ErrorCode.CELL_HOLDS_ROWS,
                    Integer.toString(lineOfNextCell()),
                    Integer.toString(nextCell()),
                    Integer.toString(lineOfNextCell() + breaksIn(cell)));
        }
    }

    private static int breaksIn(String cell) {
        return (int) cell.lines().count() - 1 + (cell.endsWith("\n") || cell.endsWith("\r") ? 1 : 0);
    }

    /** Without the control characters that programs leave at the end, and without Excel's way to keep a number a text. */
    private static String clean(String cell) {
        int end = cell.length();
        while (end > 0 && isStray(cell.charAt(end - 1))) {
            end--;
        }
        String text = cell.substring(0, end);
        return text.length() > 2 && text.startsWith("=\"") && text.endsWith("\"")
                ? text.substring(2, text.length() - 1)
                : text;
    }

    private static boolean isStray(char c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r';
    }
}
