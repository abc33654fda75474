package org.xinheng.audit;

import java.util.UUID;

/**
 * Names the rows that an entry covers: everything that one use case wrote in one transaction under one key. Which tables
 * belong to a kind of record stands in {@code audit/coverage.csv}; a new table of record gets its line there.
 *
 * @param kind a record of {@code coverage.csv}
 * @param key value of the column that the rows carry
 */
public record CoveredRecord(String kind, String key) {
    private static final String DECISION = "DECISION";

    /** A decision with what identifies its subject. */
    public static CoveredRecord decision(UUID id) {
        return of(DECISION, id);
    }

    /**
     * Everything that one commit of listings made known: subjects, entries, events, the batch. One entry a commit, over
     * the root of its rows.
     */
    public static CoveredRecord listingCommit(long number) {
        return new CoveredRecord("LISTING_COMMIT", Long.toString(number));
    }

    /** A record with an id. */
    public static CoveredRecord of(String kind, UUID id) {
        return new CoveredRecord(kind, id.toString());
    }

    /** Whether the one who caused it takes a receipt away: the agency that asked for a decision does. */
    public boolean getsReceipt() {
        return kind.equals(DECISION);
    }
}
