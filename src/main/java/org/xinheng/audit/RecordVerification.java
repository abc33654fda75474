package org.xinheng.audit;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.LogReading.CoveredRow;
import org.xinheng.audit.LogReading.StoredCoverage;

/**
 * Compares the rows of one kind of record with what the entries say of them: both are read by key, side by side, so that
 * a row without an entry is found like an entry without its rows.
 */
final class RecordVerification {
    private final String kind;
    private final Discrepancies discrepancies;
    private final Iterator<StoredCoverage> coverages;
    private final Iterator<CoveredRow> rows;
    private @Nullable StoredCoverage coverage;
    private @Nullable CoveredRow row;
    private long recordsSeen;
    private long rowsSeen;
    private long erased;

    RecordVerification(String kind, LogReading reading, Discrepancies discrepancies) {
        this.kind = kind;
        this.discrepancies = discrepancies;
        this.coverages = reading.coverages(kind);
        this.rows = reading.rows(kind);
        this.coverage = coverages.hasNext() ? coverages.next() : null;
        this.row = rows.hasNext() ? rows.next() : null;
    }

    long recordsSeen() {
        return recordsSeen;
    }

    long rowsSeen() {
        return rowsSeen;
    }

    long erased() {
        return erased;
    }

    /** The rows of one record as they stand. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier inside this class; never compared
    private record Standing(GrowingTree open, byte[] sealed) {}

    void run() {
        while (coverage != null || row != null) {
            StoredCoverage entry = coverage;
            String key = row == null ? null : row.key();
            int order = entry == null ? 1 : key == null ? -1 : compare(entry.key(), key);
            if (entry == null || order > 0) {
                standing(String.valueOf(key));
                discrepancies.add(
                        null, kind + " `" + key + "`", "stands in no entry of the log; it was put there by hand");
            } else if (order < 0) {
                discrepancies.add(entry.position(), named(entry), "its rows are gone");
                coverage = nextCoverage();
            } else {
                Standing standing = standing(entry.key());
                recordsSeen++;
                for (StoredCoverage each = entry; each != null && each.key().equals(entry.key()); ) {
                    compare(each, standing);
                    each = nextCoverage();
                    coverage = each;
                }
            }
        }
    }

    private Standing standing(String key) {
        GrowingTree open = new GrowingTree((level, index, root) -> {});
        var sealed = new ByteArrayOutputStream();
        while (row != null && row.key().equals(key)) {
            rowsSeen++;
            if (row.sealed()) {
                sealed.writeBytes(row.digest());
            } else {
                open.add(TreeHash.ofLeaf(row.digest()));
            }
            row = rows.hasNext() ? rows.next() : null;
        }
        return new Standing(open, sealed.toByteArray());
    }

    private void compare(StoredCoverage entry, Standing standing) {
        if (!Arrays.equals(entry.root(), standing.open().root().bytes())) {
            discrepancies.add(entry.position(), named(entry), "its rows are not those that were written");
            return;
        }
        int gone = erasedFrom(entry.commitments() == null ? new byte[0] : entry.commitments(), standing.sealed());
        if (gone < 0) {
            discrepancies.add(entry.position(), named(entry), "a sealed row is not one that was written");
        } else {
            erased += gone;
        }
    }

    /** How many commitments have no row any more; -1 when a row has no commitment, or they are out of order. */
    private static int erasedFrom(byte[] commitments, byte[] sealed) {
        int at = 0;
        int gone = 0;
        for (int i = 0; i < commitments.length; i += TreeHash.BYTES) {
            int end = Math.min(i + TreeHash.BYTES, commitments.length);
            if (at < sealed.length && Arrays.equals(commitments, i, end, sealed, at, at + TreeHash.BYTES)) {
                at += TreeHash.BYTES;
            } else {
                gone++;
            }
        }
        return at == sealed.length ? gone : -1;
    }

    private @Nullable StoredCoverage nextCoverage() {
        return coverages.hasNext() ? coverages.next() : null;
    }

    private static int compare(String one, String other) {
        int lengths = Integer.compare(one.length(), other.length());
        return lengths != 0 ? lengths : one.compareTo(other);
    }

    private String named(StoredCoverage entry) {
        return "entry " + entry.number() + " over " + kind + " `" + entry.key() + "`";
    }
}
