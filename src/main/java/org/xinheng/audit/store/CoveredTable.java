package org.xinheng.audit.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code audit/coverage.csv}: which rows of a table belong to a record. It is part of the program and not of
 * the database, where whoever changes rows could change it too.
 *
 * @param by column that carries the record's key
 * @param throughTable table that carries it instead; then {@code by} names a row of that table
 * @param throughColumn its column
 * @param when condition on the rows that belong here
 * @param sealed column that, when filled, makes a row personal data that may be erased
 */
record CoveredTable(
        String record,
        String table,
        String by,
        @Nullable String throughTable,
        @Nullable String throughColumn,
        @Nullable String when,
        @Nullable String sealed) {
    private static final String FILE = "/audit/coverage.csv";
    private static final int COLUMNS = 6;

    /** All lines, in their order. */
    static List<CoveredTable> all() {
        try (InputStream file = CoveredTable.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks " + FILE);
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(CoveredTable::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CoveredTable line(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(FILE + ": a line has " + COLUMNS + " cells: " + line);
        }
        int dot = cells[3].indexOf('.');
        return new CoveredTable(
                cells[0],
                cells[1],
                cells[2],
                dot < 0 ? null : cells[3].substring(0, dot),
                dot < 0 ? null : cells[3].substring(dot + 1),
                filled(cells[4]),
                filled(cells[5]));
    }

    private static @Nullable String filled(String cell) {
        return cell.isBlank() ? null : cell.strip();
    }
}
