package org.xinheng.audit.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.LogEntry;
import org.xinheng.audit.TreeHash;

/** The columns of {@code audit_entry}, written and read. */
final class LogEntryColumns {
    /** What {@link #read} wants, of a table named {@code e}. */
    static final String ALL = "e.number, e.at, e.kind, e.caller_key, e.department, e.purpose, e.case_number, "
            + "e.subject_lookup, e.reference, e.detail, e.record, e.record_key, e.record_root, e.commitments";

    private static final String INSERT = """
            insert into audit_entry (number, at, kind, caller_key, department, purpose, case_number, subject_lookup,
                reference, detail, record, record_key, record_root, commitments, leaf_hash, receipt)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private LogEntryColumns() {}

    static String insert() {
        return INSERT;
    }

    /** Fills {@link #insert}. */
    static void write(PreparedStatement insert, LogEntry stored, TreeHash leafHash, @Nullable String receipt)
            throws SQLException {
        AuditEntry entry = stored.entry();
        LogEntry.Coverage coverage = stored.coverage();
        insert.setLong(1, stored.number());
        insert.setObject(2, OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC));
        insert.setString(3, entry.kind());
        insert.setObject(4, entry.callerKey(), Types.OTHER);
        insert.setString(5, entry.department());
        insert.setString(6, entry.purpose());
        insert.setString(7, entry.caseNumber());
        insert.setBytes(8, entry.subjectLookup());
        insert.setString(9, entry.reference());
        insert.setString(10, entry.detail());
        insert.setString(11, coverage == null ? null : coverage.covered().kind());
        insert.setString(12, coverage == null ? null : coverage.covered().key());
        insert.setBytes(13, coverage == null ? null : coverage.root().bytes());
        insert.setBytes(14, coverage == null ? null : coverage.commitments());
        insert.setBytes(15, leafHash.bytes());
        insert.setString(16, receipt);
    }

    /** Reads an entry; what somebody has put there by hand is read as it is, for {@code verify} to find. */
    static LogEntry read(ResultSet row) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        AuditEntry entry = new AuditEntry(
                at,
                row.getString("kind"),
                row.getObject("caller_key", UUID.class),
                row.getString("department"),
                row.getString("purpose"),
                row.getString("case_number"),
                row.getBytes("subject_lookup"),
                row.getString("reference"),
                row.getString("detail"));
        String record = row.getString("record");
        return new LogEntry(row.getLong("number"), entry, record == null ? null : coverage(row, record));
    }

    private static LogEntry.Coverage coverage(ResultSet row, String record) throws SQLException {
        byte[] root = row.getBytes("record_root");
        byte[] commitments = row.getBytes("commitments");
        return new LogEntry.Coverage(
                new CoveredRecord(record, row.getString("record_key")),
                root != null && root.length == TreeHash.BYTES ? TreeHash.of(root) : TreeHash.EMPTY_TREE,
                commitments == null ? new byte[0] : commitments);
    }
}
