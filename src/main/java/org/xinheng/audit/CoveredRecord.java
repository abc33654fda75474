package org.xinheng.audit;

import java.util.UUID;

/**
 * Names the rows that an entry covers: everything that one use case wrote in one transaction under one key. Which tables
 * belong to a kind of record stands in {@code audit/coverage.csv}; a new table of record gets its line there.
 *
 * @param kind name of a {@link RecordKind}, or what stands in its place in a log that is read
 * @param key value of the column that the rows carry
 */
public record CoveredRecord(String kind, String key) {
    /** A decision with what identifies its subject. */
    public static CoveredRecord decision(UUID id) {
        return of(RecordKind.DECISION, id);
    }

    /**
     * Everything that one commit of listings made known: subjects, entries, events, the batch. One entry a commit, over
     * the root of its rows.
     */
    public static CoveredRecord listingCommit(long number) {
        return of(RecordKind.LISTING_COMMIT, number);
    }

    /** A record with an id. */
    public static CoveredRecord of(RecordKind kind, UUID id) {
        return new CoveredRecord(kind.name(), id.toString());
    }

    /** A record with a number. */
    public static CoveredRecord of(RecordKind kind, long number) {
        return new CoveredRecord(kind.name(), Long.toString(number));
    }

    /** Whether the one who caused it takes a receipt away: the agency that asked for a decision does. */
    public boolean getsReceipt() {
        return kind.equals(RecordKind.DECISION.name());
    }
}
