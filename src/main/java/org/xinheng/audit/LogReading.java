package org.xinheng.audit;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Port: the whole log and the rows it covers, one after the other, as the running transaction sees them. Iterators read
 * on as they are asked, so that a log of any length passes through little memory.
 */
public interface LogReading {
    /**
     * A leaf and its entry.
     *
     * @param position null where the entry waits for one
     * @param placedHash hash of the leaf in the tree, null where it waits
     * @param entry null where the leaf's entry is gone
     * @param entryHash hash that stands beside the entry
     * @param receipt note that was handed out
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier between rooms; never compared
    record StoredEntry(
            @Nullable Long position,
            long number,
            byte @Nullable [] placedHash,
            @Nullable LogEntry entry,
            byte @Nullable [] entryHash,
            @Nullable String receipt) {}

    /** A kept root of a complete subtree. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier between rooms; never compared
    record StoredNode(long index, byte[] hash) {}

    /** A kept checkpoint. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier between rooms; never compared
    record StoredCheckpoint(long number, long size, byte[] root, String note) {}

    /** An entry that covers a record. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier between rooms; never compared
    record StoredCoverage(
            @Nullable Long position, long number, String key, byte @Nullable [] root, byte @Nullable [] commitments) {}

    /**
     * A covered row.
     *
     * @param key key of its record, empty where it belongs to none
     * @param sealed whether it holds personal data and may be erased
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier between rooms; never compared
    record CoveredRow(String key, boolean sealed, byte[] digest) {}

    /** Leaves with their entries in the order of positions, then the entries that wait. */
    Iterator<StoredEntry> entries();

    /** Kept roots of one level, in their order. */
    Iterator<StoredNode> nodes(int level);

    /** The highest level of which a root is kept, 0 where none is. */
    int highestLevel();

    /** Checkpoints in the order of their sizes. */
    Iterator<StoredCheckpoint> checkpoints();

    /** The kinds of record that there are. */
    List<String> kinds();

    /** The kinds of record that entries say they cover. */
    List<String> kindsCovered();

    /** Entries that cover records of a kind: shorter keys first, then by their characters. */
    Iterator<StoredCoverage> coverages(String kind);

    /**
     * Hashes by which covered rows name a text, where no text is kept under them or another one: what many records say
     * alike is kept once, under its SHA-256, and belongs to none of them.
     */
    Iterator<String> namesWithoutTheirText();

    /** Rows of a kind of record: by key in the same order, then in their order under the record's root. */
    Iterator<CoveredRow> rows(String kind);
}
