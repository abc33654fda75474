package org.xinheng.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
import org.xinheng.sql.store.Sql;

/**
 * {@link AuditTrail} in PostgreSQL: JDBC, since one statement digests the rows and takes a number, one inserts the entry. Nothing is
 * locked and no order is imposed; positions come later.
 */
@ApplicationScoped
class AuditTrailInPostgres implements AuditTrail {
    private static final String NEXT_NUMBER =
            "select case when pg_catalog.pg_current_xact_id() is not null " + "then nextval('audit_entry_number') end";

    private static final int ROWS_FETCHED = 4096;

    private final Session session;
    private final RowDigests rowDigests;
    private final LogSigner signer;

    AuditTrailInPostgres(Session session, RowDigests rowDigests, LogSigner signer) {
        this.session = session;
        this.rowDigests = rowDigests;
        this.signer = signer;
    }

    @Override
    public void record(AuditEntry entry) {
        session.doWork(connection -> {
            long number = Sql.onlyRow(connection, NEXT_NUMBER, row -> row.getLong(1));
            LogEntry entryAlone = new LogEntry(number, entry, null);
            insert(connection, List.of(new Signed(entryAlone, entryAlone.leafHash(), null)));
        });
    }

    @Override
    public List<Appended> record(List<CoveringEntry> entries) {
        session.flush();
        return session.doReturningWork(connection -> {
            List<Signed> signed =
                    digested(connection, entries).stream().map(this::signed).toList();
            insert(connection, signed);
            return signed.stream()
                    .map(each ->
                            new Appended(each.entry().number(), each.leafHash(), Optional.ofNullable(each.receipt())))
                    .toList();
        });
    }

    private record Signed(
            LogEntry entry, TreeHash leafHash, @Nullable Receipt receipt) {}

    private Signed signed(LogEntry entry) {
        LogEntry.Coverage coverage = entry.coverage();
        TreeHash leafHash = entry.leafHash();
        return new Signed(
                entry,
                leafHash,
                coverage != null && coverage.covered().getsReceipt()
                        ? signer.receipt(leafHash, entry.entry().at())
                        : null);
    }

    @Override
    public Optional<Receipt> receiptOf(CoveredRecord covered) {
        return session.doReturningWork(connection -> Sql.firstRow(
                        connection,
                        "select receipt from audit_entry where record_key = ? and record = ? order by number limit 1",
                        row -> Optional.ofNullable(row.getString(1)),
                        covered.key(),
                        covered.kind()))
                .flatMap(note -> note)
                .flatMap(Receipt::read);
    }

    private List<LogEntry> digested(Connection connection, List<CoveringEntry> entries) throws SQLException {
        String kind = entries.get(0).covered().kind();
        try (PreparedStatement statement = connection.prepareStatement(rowDigests.ofSome(connection, kind))) {
            // a batch may cover millions of rows: they are not all taken into memory
            statement.setFetchSize(ROWS_FETCHED);
            Array keys = connection.createArrayOf(
                    "text", entries.stream().map(entry -> entry.covered().key()).toArray());
            for (int i = 1; i <= rowDigests.parameters(kind); i++) {
                statement.setArray(i, keys);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<LogEntry> digested = new ArrayList<>(entries.size());
                boolean more = rows.next();
                while (more) {
                    CoveringEntry entry = entries.get(digested.size());
                    var record = new RecordRoot(rows.getLong("number"));
                    while ((more = rows.next()) && rows.getLong("place") > 0) {
                        record.add(rows);
                    }
                    digested.add(record.entry(entry));
                }
                return digested;
            }
        }
    }

    private static void insert(Connection connection, List<Signed> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(LogEntryColumns.insert())) {
            for (Signed each : entries) {
                Receipt receipt = each.receipt();
                LogEntryColumns.write(insert, each.entry(), each.leafHash(), receipt == null ? null : receipt.note());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What the rows of one record come to. */
    private static final class RecordRoot {
        private final long number;
        private final GrowingTree tree = new GrowingTree((level, index, root) -> {});
        private final ByteArrayOutputStream commitments = new ByteArrayOutputStream();

        RecordRoot(long number) {
            this.number = number;
        }

        void add(ResultSet row) throws SQLException {
            byte[] digest = row.getBytes("digest");
            if (row.getBoolean("sealed")) {
                commitments.writeBytes(digest);
            } else {
                tree.add(TreeHash.ofLeaf(digest));
            }
        }

        LogEntry entry(CoveringEntry of) {
            CoveredRecord covered = of.covered();
            if (tree.size() == 0) {
                throw new IllegalStateException(
                        "record " + covered.kind() + " `" + covered.key() + "` has no rows that could be covered");
            }
            return new LogEntry(
                    number, of.entry(), new LogEntry.Coverage(covered, tree.root(), commitments.toByteArray()));
        }
    }
}
