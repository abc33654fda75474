package org.xinheng.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.Appended;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.GrowingTree;
import org.xinheng.audit.LogEntry;
import org.xinheng.audit.LogSigner;
import org.xinheng.audit.Receipt;
import org.xinheng.audit.TreeHash;

/**
 * {@link AuditTrail} in PostgreSQL: one statement digests the rows and takes a number, one inserts the entry. Nothing is
 * locked and no order is imposed; positions come later.
 */
@ApplicationScoped
class AuditTrailInPostgres implements AuditTrail {
    private static final String NEXT_NUMBER =
            "select case when pg_catalog.pg_current_xact_id() is not null " + "then nextval('audit_entry_number') end";

    private static final int ROWS_FETCHED = 4096;

    private final EntityManager entities;
    private final RowDigests rowDigests;
    private final LogSigner signer;

    AuditTrailInPostgres(EntityManager entities, RowDigests rowDigests, LogSigner signer) {
        this.entities = entities;
        this.rowDigests = rowDigests;
        this.signer = signer;
    }

    @Override
    public void record(AuditEntry entry) {
        AuditEntry kept = inMicroseconds(entry);
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(NEXT_NUMBER);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                insert(connection, new LogEntry(row.getLong(1), kept, null), null);
            }
        });
    }

    @Override
    public Appended record(AuditEntry entry, CoveredRecord covered) {
        entities.flush();
        AuditEntry kept = inMicroseconds(entry);
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            LogEntry whole = digested(connection, kept, covered);
            Receipt receipt = covered.getsReceipt() ? signer.receipt(whole.leafHash(), kept.at()) : null;
            TreeHash leafHash = insert(connection, whole, receipt);
            return new Appended(whole.number(), leafHash, Optional.ofNullable(receipt));
        });
    }

    @Override
    public Optional<Receipt> receiptOf(CoveredRecord covered) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "select receipt from audit_entry where record_key = ? and record = ? order by number limit 1")) {
                statement.setString(1, covered.key());
                statement.setString(2, covered.kind());
                try (ResultSet row = statement.executeQuery()) {
                    @Nullable String note = row.next() ? row.getString(1) : null;
                    return note == null ? Optional.empty() : Receipt.read(note);
                }
            }
        });
    }

    private LogEntry digested(Connection connection, AuditEntry entry, CoveredRecord covered) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(rowDigests.ofOne(connection, covered.kind()))) {
            // a batch may cover millions of rows: they are not all taken into memory
            statement.setFetchSize(ROWS_FETCHED);
            for (int i = 1; i <= rowDigests.tables(covered.kind()).size(); i++) {
                statement.setString(i, covered.key());
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                long number = rows.getLong("number");
                GrowingTree tree = new GrowingTree((level, index, root) -> {});
                var commitments = new ByteArrayOutputStream();
                while (rows.next()) {
                    if (rows.getBoolean("sealed")) {
                        commitments.writeBytes(rows.getBytes("digest"));
                    } else {
                        tree.add(TreeHash.ofLeaf(rows.getBytes("digest")));
                    }
                }
                if (tree.size() == 0) {
                    throw new IllegalStateException(
                            "record " + covered.kind() + " `" + covered.key() + "` has no rows that could be covered");
                }
                return new LogEntry(
                        number, entry, new LogEntry.Coverage(covered, tree.root(), commitments.toByteArray()));
            }
        }
    }

    private static TreeHash insert(Connection connection, LogEntry entry, @Nullable Receipt receipt)
            throws SQLException {
        TreeHash leafHash = receipt == null ? entry.leafHash() : receipt.leafHash();
        try (PreparedStatement insert = connection.prepareStatement(LogEntryColumns.insert())) {
            LogEntryColumns.write(insert, entry, leafHash, receipt == null ? null : receipt.note());
            insert.executeUpdate();
        }
        return leafHash;
    }

    /** As precise as the column is: what is hashed is what is kept. */
    private static AuditEntry inMicroseconds(AuditEntry entry) {
        return new AuditEntry(
                entry.at().truncatedTo(ChronoUnit.MICROS),
                entry.kind(),
                entry.callerKey(),
                entry.department(),
                entry.purpose(),
                entry.caseNumber(),
                entry.subjectLookup(),
                entry.reference(),
                entry.detail());
    }
}
