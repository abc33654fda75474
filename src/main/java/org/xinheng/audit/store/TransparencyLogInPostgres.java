package org.xinheng.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.TransparencyLog;
import org.xinheng.audit.TreeHash;

/** {@link TransparencyLog} in PostgreSQL. */
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

    private final EntityManager entities;

    TransparencyLogInPostgres(EntityManager entities) {
        this.entities = entities;
    }

    /** Reads or writes with a statement whose parameters are filled in their order. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private <T> T query(String sql, Reading<T> reading, Object... parameters) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = filled(connection, sql, parameters);
                    ResultSet rows = statement.executeQuery()) {
                return reading.of(rows);
            }
        });
    }

    private void update(String sql, Object... parameters) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement statement = filled(connection, sql, parameters)) {
                statement.executeUpdate();
            }
        });
    }

    private static PreparedStatement filled(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    @Override
    public boolean lock() {
        return query("select pg_try_advisory_xact_lock(?)", TransparencyLogInPostgres::isTrue, INTEGRATION_LOCK);
    }

    @Override
    public long size() {
        return query("select coalesce(max(position) + 1, 0) from audit_leaf", rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    @Override
    public Horizon horizon() {
        return query(
                "select pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint, "
                        + "(select coalesce(max(number), 0) from audit_entry) from pg_current_snapshot() s",
                rows -> {
                    rows.next();
                    return new Horizon(rows.getLong(1), rows.getLong(2), rows.getLong(3));
                });
    }

    @Override
    public List<TreeHash> place(long floor) {
        return query(
                PLACE,
                rows -> {
                    List<Leaf> leaves = new ArrayList<>();
                    while (rows.next()) {
                        leaves.add(new Leaf(rows.getLong(1), TreeHash.of(rows.getBytes(2))));
                    }
                    return leaves.stream()
                            .sorted(java.util.Comparator.comparingLong(Leaf::position))
                            .map(Leaf::hash)
                            .toList();
                },
                floor,
                ROUND_MAX);
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
        return query(
                "select size, root, note from audit_checkpoint order by size desc limit 1",
                rows -> rows.next()
                        ? Optional.of(new Published(
                                rows.getLong("size"), TreeHash.of(rows.getBytes("root")), rows.getString("note")))
                        : Optional.empty());
    }

    @Override
    public Optional<Placed> at(long position) {
        return query(PLACED + "l.position = ?", TransparencyLogInPostgres::placed, position);
    }

    @Override
    public Optional<Placed> withLeaf(TreeHash leafHash) {
        return query(PLACED + "l.leaf_hash = ? order by l.position limit 1", TransparencyLogInPostgres::placed, (Object)
                leafHash.bytes());
    }

    @Override
    public boolean isWaiting(TreeHash leafHash) {
        return query(
                "select exists (select 1 from audit_entry e where e.leaf_hash = ? and e.number > "
                        + "(select coalesce(max(number), 0) - ? from audit_leaf)"
                        + " and not exists (select 1 from audit_leaf l where l.number = e.number))",
                TransparencyLogInPostgres::isTrue,
                leafHash.bytes(),
                ROUND_MAX);
    }

    @Override
    public Optional<Placed> covering(CoveredRecord covered) {
        return query(
                PLACED + "e.record_key = ? and e.record = ? order by e.number limit 1",
                TransparencyLogInPostgres::placed,
                covered.key(),
                covered.kind());
    }

    @Override
    public List<TreeHash> hashes(int level, long from, int count) {
        String sql = level == 0
                ? "select position, leaf_hash from audit_leaf where position >= ? and position < ? order by position"
                : "select index, hash from audit_node where level = " + level
                        + " and index >= ? and index < ? order by index";
        List<TreeHash> hashes = query(
                sql,
                rows -> {
                    List<TreeHash> read = new ArrayList<>(count);
                    while (rows.next()) {
                        read.add(TreeHash.of(rows.getBytes(2)));
                    }
                    return read;
                },
                from,
                from + count);
        if (hashes.size() != count) {
            throw new IllegalStateException("the log's tree lacks hashes of level " + level + " from " + from + " on");
        }
        return hashes;
    }

    private static boolean isTrue(ResultSet rows) throws SQLException {
        return rows.next() && rows.getBoolean(1);
    }

    private static Optional<Placed> placed(ResultSet rows) throws SQLException {
        return rows.next()
                ? Optional.of(new Placed(
                        rows.getLong("position"), LogEntryColumns.read(rows), TreeHash.of(rows.getBytes("leaf_hash"))))
                : Optional.empty();
    }
}
