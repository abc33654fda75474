package org.xinheng.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log as it is kept.
 *
 * @param number order of appending
 * @param entry what happened
 * @param coverage the rows it covers, null where it covers none
 */
public record LogEntry(
        long number, AuditEntry entry, @Nullable Coverage coverage) {
    /**
     * What an entry says of the rows it covers.
     *
     * @param covered the record
     * @param root root over the digests of its rows (RFC 6962 tree), sealed rows left out
     * @param commitments digests of its sealed rows, one after the other; each holds the random nonce of the cipher text,
     *     and so tells nothing of a row that was erased
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier between rooms; never compared
    public record Coverage(CoveredRecord covered, TreeHash root, byte[] commitments) {}

    private static final byte[] FORM = "xinheng-entry/v1\n".getBytes(StandardCharsets.US_ASCII);

    /** Hash of its leaf. */
    public TreeHash leafHash() {
        return TreeHash.ofLeaf(leaf());
    }

    /**
     * The content of its leaf: a first line, then for each field that has a value its name, the length of the value in
     * bytes and the value: {@code name length value}, each ended by a line feed. No two entries give the same bytes.
     */
    public byte[] leaf() {
        var leaf = new Leaf();
        leaf.put("number", Long.toString(number));
        leaf.put("at", entry.at().toString());
        leaf.put("kind", entry.kind());
        leaf.put(
                "caller_key",
                entry.callerKey() == null ? null : entry.callerKey().toString());
        leaf.put("department", entry.department());
        leaf.put("purpose", entry.purpose());
        leaf.put("case_number", entry.caseNumber());
        leaf.put("subject_lookup", hex(entry.subjectLookup()));
        leaf.put("reference", entry.reference());
        leaf.put("detail", entry.detail());
        if (coverage != null) {
            leaf.put("record", coverage.covered().kind());
            leaf.put("record_key", coverage.covered().key());
            leaf.put("record_root", coverage.root().hex());
            leaf.put("commitments", hex(coverage.commitments()));
        }
        return leaf.bytes.toByteArray();
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    private static final class Leaf {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

        Leaf() {
            bytes.writeBytes(FORM);
        }

        void put(String name, @Nullable String value) {
            if (value != null) {
                byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
                bytes.writeBytes((name + ' ' + utf8.length + ' ').getBytes(StandardCharsets.US_ASCII));
                bytes.writeBytes(utf8);
                bytes.write('\n');
            }
        }
    }
}
