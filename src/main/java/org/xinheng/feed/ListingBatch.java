package org.xinheng.feed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of entries as it was judged (名单批次).
 *
 * @param sha256 of the bytes handed in; the same file from the same department with the same parameters is one batch
 * @param actKind kind of the acts that it brought, null where it brought listings
 * @param knownAt number of the commit that made its entries known, null when nothing was taken
 */
public record ListingBatch(
        UUID id,
        String department,
        String sha256,
        FeedOrder order,
        TextEncoding encoding,
        Set<String> listKinds,
        @Nullable String actKind,
        Outcome outcome,
        Counts counts,
        List<Row> rows,
        @Nullable Long knownAt,
        Instant recordedAt) {
    /** Taken, as a whole or row by row, or not at all. */
    public enum Outcome {
        ACCEPTED,
        REFUSED
    }

    /** What became of a row. */
    public enum Result {
        /** 列入. */
        ENTERED,
        /** 移出. */
        REMOVED,
        /** 与在册记录相同,未变. */
        UNCHANGED,
        /** 未通过. */
        REFUSED
    }

    /**
     * Rows counted.
     *
     * @param rows all rows of the file
     * @param entered entries that were made
     * @param removed entries that were ended, by a row or, in a full feed, by having none
     * @param unchanged rows that say what stands there already
     * @param refused rows with a fault
     * @param refusedBy rows by the code of a fault; a row with several is counted at each
     */
    public record Counts(
            int rows, int entered, int removed, int unchanged, int refused, Map<String, Integer> refusedBy) {}

    /**
     * One row of the report.
     *
     * @param line line of the file on which the row begins, the heading being line 1
     * @param listing the entry it became, ended or found there, null where it became nothing
     * @param faults what is wrong with it, empty when nothing is
     * @param result what became of it, null where nothing did because other rows were wrong
     */
    public record Row(
            int line,
            @Nullable UUID listing,
            List<RowFault> faults,
            @Nullable Result result) {}

    /**
     * One fault of a row, in the words of the language it was asked in.
     *
     * @param column heading of the column
     */
    public record RowFault(String column, String code, String message) {}

    /** Rows without a fault that were taken. */
    public int accepted() {
        return outcome == Outcome.ACCEPTED ? counts.rows() - counts.refused() : 0;
    }
}
