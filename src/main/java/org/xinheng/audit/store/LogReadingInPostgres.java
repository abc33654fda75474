package org.xinheng.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.hibernate.Session;
import org.xinheng.audit.LogReading;
import org.xinheng.sql.store.Sql;

/** {@link LogReading} in PostgreSQL: JDBC, since it reads by cursors of the running transaction, a few thousand rows at a time. */
@ApplicationScoped
class LogReadingInPostgres implements LogReading {
    private static final String PLACED = "select l.position, l.number as leaf_number, l.leaf_hash as placed_hash, "
            + "e.leaf_hash as entry_hash, e.receipt, " + LogEntryColumns.ALL
            + " from audit_leaf l left join audit_entry e on e.number = l.number order by l.position";

    private static final String WAITING = "select null::bigint as position, e.number as leaf_number, "
            + "null::bytea as placed_hash, e.leaf_hash as entry_hash, e.receipt, " + LogEntryColumns.ALL
            + " from audit_entry e where not exists (select 1 from audit_leaf l where l.number = e.number)"
            + " order by e.number";

    /** The lines of tasks, which many tasks have alike. */
    private static final String NAMES_WITHOUT_THEIR_TEXT = """
            select encode(t.hash, 'hex')
            from (select content as hash from task union select leaves from task where leaves is not null
                  union select hash from task_content) t
                left join task_content c on c.hash = t.hash
            where c.hash is null or c.hash <> sha256(convert_to(c.lines, 'UTF8')) order by 1""";

    private final Session session;
    private final RowDigests rowDigests;

    LogReadingInPostgres(Session session, RowDigests rowDigests) {
        this.session = session;
        this.rowDigests = rowDigests;
    }

    /** Everything happens on the connection of the running transaction, on the thread that verifies. */
    private <T> Iterator<T> cursor(String sql, Sql.RowReading<T> row, Object... parameters) {
        return session.doReturningWork(connection -> RowCursor.open(connection, sql, row, parameters));
    }

    @Override
    public Iterator<StoredEntry> entries() {
        Iterator<StoredEntry> placed = cursor(PLACED, LogReadingInPostgres::entry);
        return new Iterator<>() {
            private Iterator<StoredEntry> at = placed;
            private boolean waiting;

            @Override
            public boolean hasNext() {
                if (!at.hasNext() && !waiting) {
                    waiting = true;
                    at = cursor(WAITING, LogReadingInPostgres::entry);
                }
                return at.hasNext();
            }

            @Override
            public StoredEntry next() {
                return at.next();
            }
        };
    }

    private static StoredEntry entry(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getObject("position", Long.class),
                row.getLong("leaf_number"),
                row.getBytes("placed_hash"),
                row.getObject("number", Long.class) == null ? null : LogEntryColumns.read(row),
                row.getBytes("entry_hash"),
                row.getString("receipt"));
    }

    @Override
    public Iterator<StoredNode> nodes(int level) {
        return cursor(
                "select index, hash from audit_node where level = ? order by index",
                row -> new StoredNode(row.getLong(1), row.getBytes(2)),
                level);
    }

    @Override
    public int highestLevel() {
        return session.createNativeQuery("select coalesce(max(level), 0) from audit_node", Integer.class)
                .getSingleResult();
    }

    @Override
    public Iterator<StoredCheckpoint> checkpoints() {
        return cursor(
                "select number, size, root, note from audit_checkpoint order by size",
                row -> new StoredCheckpoint(row.getLong(1), row.getLong(2), row.getBytes(3), row.getString(4)));
    }

    @Override
    public List<String> kinds() {
        return rowDigests.kinds();
    }

    @Override
    public List<String> kindsCovered() {
        return session.createNativeQuery(
                        "select distinct record from audit_entry where record is not null order by record",
                        String.class)
                .getResultList();
    }

    @Override
    public Iterator<StoredCoverage> coverages(String kind) {
        return cursor(
                "select l.position, e.number, e.record_key, e.record_root, e.commitments from audit_entry e "
                        + "left join audit_leaf l on l.number = e.number where e.record = ? "
                        + "order by length(e.record_key), e.record_key collate \"C\", e.number",
                row -> new StoredCoverage(
                        row.getObject(1, Long.class),
                        row.getLong(2),
                        row.getString(3),
                        row.getBytes(4),
                        row.getBytes(5)),
                kind);
    }

    @Override
    public Iterator<String> namesWithoutTheirText() {
        return cursor(NAMES_WITHOUT_THEIR_TEXT, row -> row.getString(1));
    }

    @Override
    public Iterator<CoveredRow> rows(String kind) {
        return session.doReturningWork((Connection connection) -> RowCursor.open(
                connection,
                rowDigests.ofAll(connection, kind),
                row -> new CoveredRow(row.getString("record_key"), row.getBoolean("sealed"), row.getBytes("digest"))));
    }
}
