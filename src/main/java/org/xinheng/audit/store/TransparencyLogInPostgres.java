package org.xinheng.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.TransparencyLog;
import org.xinheng.audit.TreeHash;
import org.xinheng.sql.store.Sql;

/** {@link TransparencyLog} in PostgreSQL: JDBC, since hashes are read by the thousand and are no entities. */
@ApplicationScoped
class TransparencyLogInPostgres implements TransparencyLog {
    /** Key of the advisory lock that one node holds while it integrates; any constant will do. */
    private static final long INTEGRATION_LOCK = 0x78696e6c6f67L;

    private static final String PLACE = """
            insert into audit_leaf (position, number, leaf_hash)
            select (select coalesce(max(position), -1) from audit_leaf) + row_number() over (order by next.number),
                next.number, next.leaf_hash
            from (select e.number, e.leaf_hash from audit_entry e
                where e.number > ? and not exists (select 1 from audit_leaf l where l.number = e.number)
                order by e.number limit ?) next
            returning position, leaf_hash
            """;

    private static final String PLACED = "select l.position, l.leaf_hash, " + LogEntryColumns.ALL
            + " from audit_leaf l join audit_entry e on e.number = l.number where ";

    private final Session session;

    TransparencyLogInPostgres(Session session) {
        this.session = session;
    }

    private <T> List<T> rows(String sql, Sql.RowReading<T> reading, Object... parameters) {
        return session.doReturningWork(connection -> Sql.rows(connection, sql, reading, parameters));
    }

    private <T> T onlyRow(String sql, Sql.RowReading<T> reading, Object... parameters) {
        return session.doReturningWork(connection -> Sql.onlyRow(connection, sql, reading, parameters));
    }

    private void update(String sql, Object... parameters) {
        session.doWork(connection -> Sql.update(connection, sql, parameters));
    }

    @Override
    public boolean lock() {
        return onlyRow("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), INTEGRATION_LOCK);
    }

    @Override
    public long size() {
        return onlyRow("select coalesce(max(position) + 1, 0) from audit_leaf", row -> row.getLong(1));
    }

    @Override
    public Horizon horizon() {
        return onlyRow(
                "select pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint, "
                        + "(select coalesce(max(number), 0) from audit_entry) from pg_current_snapshot() s",
                row -> new Horizon(row.getLong(1), row.getLong(2), row.getLong(3)));
    }

    @Override
    public List<TreeHash> place(long floor) {
        return rows(PLACE, row -> new Leaf(row.getLong(1), TreeHash.of(row.getBytes(2))), floor, ROUND_MAX).stream()
                .sorted(Comparator.comparingLong(Leaf::position))
                .map(Leaf::hash)
                .toList();
    }

    private record Leaf(long position, TreeHash hash) {}

    @Override
    public void keepNode(int level, long index, TreeHash root) {
        update("insert into audit_node (level, index, hash) values (?, ?, ?)", level, index, root.bytes());
    }

    @Override
    public void publish(Published checkpoint) {
        update(
                "insert into audit_checkpoint (number, size, root, note) "
                        + "select coalesce(max(number), 0) + 1, ?, ?, ? from audit_checkpoint",
                checkpoint.size(),
                checkpoint.root().bytes(),
                checkpoint.note());
    }

    @Override
    public Optional<Published> latest() {
        return rows(
                        "select size, root, note from audit_checkpoint order by size desc limit 1",
                        row -> new Published(row.getLong(1), TreeHash.of(row.getBytes(2)), row.getString(3)))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Placed> at(long position) {
        return placed(PLACED + "l.position = ?", position);
    }

    @Override
    public Optional<Placed> withLeaf(TreeHash leafHash) {
        return placed(PLACED + "l.leaf_hash = ? order by l.position limit 1", leafHash.bytes());
    }

    @Override
    public boolean isWaiting(TreeHash leafHash) {
        return onlyRow(
                "select exists (select 1 from audit_entry e where e.leaf_hash = ? and e.number > "
                        + "(select coalesce(max(number), 0) - ? from audit_leaf)"
                        + " and not exists (select 1 from audit_leaf l where l.number = e.number))",
                row -> row.getBoolean(1),
                leafHash.bytes(),
                ROUND_MAX);
    }

    @Override
    public Optional<Placed> covering(CoveredRecord covered) {
        return placed(
                PLACED + "e.record_key = ? and e.record = ? order by e.number limit 1", covered.key(), covered.kind());
    }

    @Override
    public List<TreeHash> hashes(int level, long from, int count) {
        String sql = level == 0
                ? "select position, leaf_hash from audit_leaf where position >= ? and position < ? order by position"
                : "select index, hash from audit_node where level = " + level
                        + " and index >= ? and index < ? order by index";
        List<TreeHash> hashes = rows(sql, row -> TreeHash.of(row.getBytes(2)), from, from + count);
        if (hashes.size() != count) {
            throw new IllegalStateException("the log's tree lacks hashes of level " + level + " from " + from + " on");
        }
        return hashes;
    }

    private Optional<Placed> placed(String sql, Object... parameters) {
        return rows(
                        sql,
                        row -> new Placed(
                                row.getLong("position"),
                                LogEntryColumns.read(row),
                                TreeHash.of(row.getBytes("leaf_hash"))),
                        parameters)
                .stream()
                .findFirst();
    }
}
