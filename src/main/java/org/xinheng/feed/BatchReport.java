package org.xinheng.feed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.RefusalTexts;

/**
 * The report of a batch while it is judged. It tells every row of a file of up to {@value #ROWS_TOLD_MAX} rows, of a larger
 * one the rows with a fault, up to as many: its size has a bound, whatever the file is.
 */
public final class BatchReport {
    /** Most rows that a report tells one by one. */
    public static final int ROWS_REPORTED_MAX = 10_000;

    private static final int COLUMN_LENGTH_MAX = 60;

    private final Locale language;
    private final int problemFaultsMax;
    private final Map<Integer, ListingBatch.Row> reported = new TreeMap<>();
    private final Map<String, Integer> refusedBy = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final java.util.BitSet refused = new java.util.BitSet();
    private int rows;

    /** @param problemFaultsMax most faults that a problem tells */
    public BatchReport(String language, int problemFaultsMax) {
        this.language = Locale.forLanguageTag(language);
        this.problemFaultsMax = problemFaultsMax;
    }

    /** A row without a fault so far. */
    public void good(int line, @Nullable UUID listing, ListingBatch.Result result) {
        rows++;
        if (rows <= ROWS_REPORTED_MAX) {
            reported.put(line, new ListingBatch.Row(line, listing, List.of(), result));
        } else if (rows == ROWS_REPORTED_MAX + 1) {
            reported.values().removeIf(row -> row.faults().isEmpty());
        }
    }

    /** A row with faults. */
    public void bad(ReadRow row, List<Fault> wrong) {
        rows++;
        if (rows == ROWS_REPORTED_MAX + 1) {
            reported.values().removeIf(each -> each.faults().isEmpty());
        }
        refuse(row.line(), wrong, row.columnOf()::apply);
    }

    /** A row that was good turns out to have a fault, seen beside the others. */
    public void turnsBad(int line, Fault fault, String column) {
        refuse(line, List.of(fault), pointer -> column);
    }

    /** A row turns out to have become something else. */
    public void became(int line, @Nullable UUID listing, ListingBatch.Result result) {
        reported.computeIfPresent(line, (at, row) -> new ListingBatch.Row(line, listing, row.faults(), result));
    }

    private void refuse(int line, List<Fault> wrong, java.util.function.UnaryOperator<String> columnOf) {
        refused.set(line);
        Set<String> codes = new HashSet<>();
        List<ListingBatch.RowFault> words = new ArrayList<>();
        for (Fault fault : wrong) {
            String column = shortened(columnOf.apply(fault.pointer()));
            if (codes.add(fault.code().name())) {
                refusedBy.merge(fault.code().name(), 1, Integer::sum);
            }
            words.add(new ListingBatch.RowFault(column, fault.code().name(), RefusalTexts.sentence(fault, language)));
            if (faults.size() < problemFaultsMax) {
                faults.add(new Fault(fault.code(), cell(line, column), fault.arguments()));
            }
        }
        if (reported.containsKey(line) || reported.size() < ROWS_REPORTED_MAX) {
            reported.put(line, new ListingBatch.Row(line, null, List.copyOf(words), ListingBatch.Result.REFUSED));
        }
    }

    /** Whether no row has a fault. */
    public boolean clean() {
        return refused.isEmpty();
    }

    /** Whether every row has one. */
    public boolean nothingGood() {
        return refused() == rows;
    }

    /** Rows so far. */
    public int rows() {
        return rows;
    }

    /** Rows with a fault so far. */
    public int refused() {
        return refused.cardinality();
    }

    /** Rows by the code of a fault. */
    public Map<String, Integer> refusedBy() {
        return Map.copyOf(refusedBy);
    }

    /** The first faults, each at its cell. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** The rows that are told when the good ones were taken. */
    public List<ListingBatch.Row> taken() {
        return List.copyOf(reported.values());
    }

    /** The rows that are told when nothing was taken. */
    public List<ListingBatch.Row> refusedWhole() {
        return reported.values().stream()
                .map(row -> row.faults().isEmpty() ? new ListingBatch.Row(row.line(), null, row.faults(), null) : row)
                .toList();
    }

    /** How a cell is named: line and column. */
    public static String cell(int line, String column) {
        return column.isEmpty() ? Integer.toString(line) : line + "/" + shortened(column);
    }

    private static String shortened(String name) {
        return name.length() <= COLUMN_LENGTH_MAX ? name : name.substring(0, COLUMN_LENGTH_MAX) + "…";
    }
}
