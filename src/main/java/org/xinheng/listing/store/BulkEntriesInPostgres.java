package org.xinheng.listing.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.listing.BulkEntries;
import org.xinheng.listing.NoticeBlocks;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.secrecy.PersonalDataCipher;

/**
 * {@link BulkEntries} in PostgreSQL: the stage is a set of temporary tables, filled by COPY and gone with the transaction;
 * what is kept goes from there to its tables in one statement each.
 */
@ApplicationScoped
class BulkEntriesInPostgres implements BulkEntries {
    private static final int GREW_BY_MUCH = 1_000;
    private static final int GREW_BY_A_TENTH = 10;
    private static final int FETCH = 5000;

    private final EntityManager entities;
    private final StageWriting stageWriting;

    BulkEntriesInPostgres(
            EntityManager entities, PersonalDataCipher cipher, LookupHash lookupHash, ObjectMapper objectMapper) {
        this.entities = entities;
        this.stageWriting = new StageWriting(cipher, lookupHash, new ListingJson(objectMapper));
    }

    @Override
    public void begin() {
        work(connection -> {
            BulkSql.BEGIN.forEach(sql -> execute(connection, sql));
            return 0;
        });
    }

    @Override
    public void stage(List<Staged> entries, List<StagedRemoval> removals) {
        work(connection -> {
            stageWriting.write(connection, entries, removals);
            return 0;
        });
    }

    @Override
    public List<LinePair> doubled() {
        return pairs(BulkSql.DOUBLED);
    }

    @Override
    public List<LinePair> namedOtherwise() {
        return pairs(BulkSql.NAMED_OTHERWISE);
    }

    private List<LinePair> pairs(String sql) {
        return work(connection -> rows(connection, sql, row -> new LinePair(row.getInt(1), row.getInt(2))));
    }

    @Override
    public void leaveOut(Collection<Integer> lines) {
        Integer[] all = lines.toArray(Integer[]::new);
        work(connection -> {
            for (String table : List.of("feed_row", "feed_person", "feed_removal")) {
                try (PreparedStatement delete =
                        connection.prepareStatement("delete from " + table + " where line = any(?)")) {
                    delete.setArray(1, connection.createArrayOf("int4", all));
                    delete.executeUpdate();
                }
            }
            return 0;
        });
    }

    @Override
    public void compare(Whose whose) {
        work(connection -> {
            BulkSql.KNOWN.forEach(sql -> execute(connection, sql));
            update(connection, BulkSql.SAME, whose.department(), whose.today());
            update(connection, BulkSql.REMOVABLE, whose.department(), whose.today());
            execute(connection, "analyze feed_same");
            return 0;
        });
    }

    @Override
    public List<LineEntry> unchanged(int most) {
        return work(connection -> rows(
                connection,
                "select line, min(listing_id::text)::uuid from feed_same group by line order by line limit " + most,
                BulkEntriesInPostgres::lineEntry));
    }

    @Override
    public long unchangedCount() {
        return work(connection -> rows(connection, "select count(distinct line) from feed_same", row -> row.getLong(1))
                .get(0));
    }

    @Override
    public List<LineAct> restingOnRevoked() {
        return work(connection -> rows(
                connection,
                BulkSql.RESTING_ON_REVOKED,
                row -> new LineAct(row.getInt(1), row.getObject(2, UUID.class))));
    }

    @Override
    public List<LineNotice> linesAbout(NoticeBlocks.About about) {
        return work(connection -> {
            List<LineNotice> lines = new ArrayList<>();
            try (PreparedStatement find = connection.prepareStatement(BulkSql.ABOUT)) {
                set(find, about.listKind(), about.lookup());
                try (ResultSet found = find.executeQuery()) {
                    while (found.next()) {
                        lines.add(new LineNotice(found.getInt(1), found.getObject(2, LocalDate.class)));
                    }
                }
            }
            return lines;
        });
    }

    @Override
    public List<LineEntry> removable() {
        return work(connection -> rows(
                connection,
                "select line, listing_id from feed_removable order by line, listing_id",
                BulkEntriesInPostgres::lineEntry));
    }

    @Override
    public void removedBefore(Collection<Integer> removals) {
        Integer[] lines = removals.toArray(Integer[]::new);
        work(connection -> update(connection, BulkSql.REMOVED_BEFORE, connection.createArrayOf("int4", lines)));
    }

    private static LineEntry lineEntry(ResultSet row) throws SQLException {
        return new LineEntry(row.getInt(1), row.getObject(2, UUID.class));
    }

    @Override
    public Absence absence(Whose whose, String listKind) {
        return work(connection -> {
            update(connection, BulkSql.IN_FORCE, whose.department(), listKind, whose.today(), whose.recognisedUnder());
            update(connection, BulkSql.ABSENT);
            execute(connection, "analyze feed_absent");
            return rows(
                            connection,
                            "select (select count(*) from feed_in_force), (select count(*) from feed_absent)",
                            row -> new Absence(row.getLong(1), row.getLong(2)))
                    .get(0);
        });
    }

    @Override
    public List<UUID> absent(UUID after, int most) {
        return work(connection -> rows(
                connection,
                "select id from feed_absent where id > '" + after + "' order by id limit " + most,
                row -> row.getObject(1, UUID.class)));
    }

    @Override
    public long keep(Keeping keeping) {
        return work(connection -> {
            long known = keeping.knownAt();
            counted(connection, "subject", update(connection, BulkSql.KEEP_SUBJECTS, known));
            counted(connection, "subject_identifier", update(connection, BulkSql.KEEP_IDENTIFIERS, known));
            counted(connection, "subject_name", update(connection, BulkSql.KEEP_NAMES, known));
            long stored = update(
                    connection,
                    BulkSql.KEEP_LISTINGS,
                    keeping.department(),
                    keeping.batch(),
                    known,
                    keeping.at(),
                    keeping.callerKey());
            counted(connection, "listing", stored);
            counted(connection, "listing_facts", update(connection, BulkSql.KEEP_FACTS));
            update(connection, BulkSql.KEEP_PERSONS);
            return stored;
        });
    }

    @Override
    public void end(List<End> ends, Keeping keeping) {
        work(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(BulkSql.END_ONE)) {
                for (End end : ends) {
                    set(
                            insert,
                            end.listing(),
                            end.removedOn(),
                            end.documentNumber(),
                            end.reason(),
                            keeping.knownAt(),
                            keeping.at(),
                            keeping.callerKey());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            return 0;
        });
    }

    @Override
    public long endAbsent(LocalDate day, String reason, String documentNumber, Keeping keeping) {
        return work(connection -> update(
                connection,
                BulkSql.END_ABSENT,
                day,
                documentNumber,
                reason,
                keeping.knownAt(),
                keeping.at(),
                keeping.callerKey()));
    }

    // ---- how statements are sent

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> T work(Work<T> work) {
        entities.flush();
        return entities.unwrap(Session.class).doReturningWork(work::on);
    }

    private static <T> List<T> rows(Connection connection, String sql, Reading<T> reading) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    rows.add(reading.of(result));
                }
            }
        }
        return rows;
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the stage cannot be set: " + sql, e);
        }
    }

    private static long update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            return statement.executeLargeUpdate();
        }
    }

    /**
     * Tells the planner of a table that has just grown by much. To it the table is still as small as when it was last
     * counted, perhaps empty, where any index that has the column will do: each reference to a row would be checked by a
     * walk through a whole index.
     */
    private static void counted(Connection connection, String table, long added) throws SQLException {
        if (added < GREW_BY_MUCH) {
            return;
        }
        try (PreparedStatement known = connection.prepareStatement(BulkSql.ROWS_COUNTED)) {
            known.setString(1, table);
            try (ResultSet row = known.executeQuery()) {
                if (!row.next() || added * GREW_BY_A_TENTH > row.getDouble(1)) {
                    execute(connection, "analyze " + table);
                }
            }
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            statement.setObject(i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
    }
}
