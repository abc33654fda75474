package org.xinheng.listing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of entries as it was judged: all of it is taken or nothing (名单批次).
 *
 * @param sha256 of the bytes handed in; the same file from the same department is the same batch
 * @param knownAt number of the commit that made its entries known, null when it was refused
 */
public record ListingBatch(
        UUID id,
        String department,
        String sha256,
        Set<String> listKinds,
        Outcome outcome,
        List<Row> rows,
        @Nullable Long knownAt,
        Instant recordedAt) {
    /** Taken whole or not at all. */
    public enum Outcome {
        ACCEPTED,
        REFUSED
    }

    /**
     * One row of the report.
     *
     * @param line line of the file on which the row begins, the heading being line 1
     * @param listing the entry it became, null when the batch was refused
     * @param faults what is wrong with it, empty when nothing is
     */
    public record Row(int line, @Nullable UUID listing, List<RowFault> faults) {}

    /**
     * One fault of a row, in the words of the language it was asked in.
     *
     * @param column heading of the column
     */
    public record RowFault(String column, String code, String message) {}

    /** Rows without a fault. */
    public int accepted() {
        return outcome == Outcome.ACCEPTED ? rows.size() : 0;
    }
}
