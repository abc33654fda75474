package org.xinheng.listing.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.xinheng.listing.BulkEntries;
import org.xinheng.listing.NoticeBlocks;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.secrecy.PersonalDataCipher;
import org.xinheng.sql.store.Sql;
import org.xinheng.sql.store.StoredJson;

/**
 * {@link BulkEntries} in PostgreSQL: the stage is a set of temporary tables, filled by COPY and gone with the transaction;
 * what is kept goes from there to its tables in one statement each.
 */
@ApplicationScoped
class BulkEntriesInPostgres implements BulkEntries {
    private static final int GREW_BY_MUCH = 1_000;
    private static final int GREW_BY_A_TENTH = 10;

    private final Session session;
    private final StageWriting stageWriting;

    BulkEntriesInPostgres(Session session, PersonalDataCipher cipher, LookupHash lookupHash, StoredJson json) {
        this.session = session;
        this.stageWriting = new StageWriting(cipher, lookupHash, json);
    }

    @Override
    public void begin() {
        work(connection -> {
            for (String sql : BulkSql.BEGIN) {
                Sql.update(connection, sql);
            }
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
        return work(connection -> Sql.manyRows(connection, sql, row -> new LinePair(row.getInt(1), row.getInt(2))));
    }

    @Override
    public void leaveOut(Collection<Integer> lines) {
        Integer[] all = lines.toArray(Integer[]::new);
        work(connection -> {
            for (String table : List.of("feed_row", "feed_person", "feed_removal")) {
                Sql.update(
                        connection,
                        "delete from " + table + " where line = any(?)",
                        connection.createArrayOf("int4", all));
            }
            return 0;
        });
    }

    @Override
    public void compare(Whose whose) {
        work(connection -> {
            for (String sql : BulkSql.KNOWN) {
                Sql.update(connection, sql);
            }
            Sql.update(connection, BulkSql.SAME, whose.department(), whose.today());
            Sql.update(connection, BulkSql.REMOVABLE, whose.department(), whose.today());
            Sql.update(connection, "analyze feed_same");
            return 0;
        });
    }

    @Override
    public List<LineEntry> unchanged(int most) {
        return work(connection -> Sql.manyRows(
                connection,
                "select line, min(listing_id::text)::uuid from feed_same group by line order by line limit " + most,
                BulkEntriesInPostgres::lineEntry));
    }

    @Override
    public long unchangedCount() {
        return work(connection ->
                Sql.onlyRow(connection, "select count(distinct line) from feed_same", row -> row.getLong(1)));
    }

    @Override
    public List<LineAct> restingOnRevoked() {
        return work(connection -> Sql.manyRows(
                connection,
                BulkSql.RESTING_ON_REVOKED,
                row -> new LineAct(row.getInt(1), row.getObject(2, UUID.class))));
    }

    @Override
    public List<LineNotice> linesAbout(NoticeBlocks.About about) {
        return work(connection -> Sql.manyRows(
                connection,
                BulkSql.ABOUT,
                row -> new LineNotice(row.getInt(1), row.getObject(2, LocalDate.class)),
                about.listKind(),
                about.lookup()));
    }

    @Override
    public List<LineEntry> removable() {
        return work(connection -> Sql.manyRows(
                connection,
                "select line, listing_id from feed_removable order by line, listing_id",
                BulkEntriesInPostgres::lineEntry));
    }

    @Override
    public void removedBefore(Collection<Integer> removals) {
        Integer[] lines = removals.toArray(Integer[]::new);
        work(connection -> Sql.update(connection, BulkSql.REMOVED_BEFORE, connection.createArrayOf("int4", lines)));
    }

    private static LineEntry lineEntry(ResultSet row) throws SQLException {
        return new LineEntry(row.getInt(1), row.getObject(2, UUID.class));
    }

    @Override
    public Absence absence(Whose whose, String listKind) {
        return work(connection -> {
            Sql.update(
                    connection, BulkSql.IN_FORCE, whose.department(), listKind, whose.today(), whose.recognisedUnder());
            Sql.update(connection, BulkSql.ABSENT);
            Sql.update(connection, "analyze feed_absent");
            return Sql.onlyRow(
                    connection,
                    "select (select count(*) from feed_in_force), (select count(*) from feed_absent)",
                    row -> new Absence(row.getLong(1), row.getLong(2)));
        });
    }

    @Override
    public List<UUID> absent(UUID after, int most) {
        return work(connection -> Sql.manyRows(
                connection,
                "select id from feed_absent where id > '" + after + "' order by id limit " + most,
                row -> row.getObject(1, UUID.class)));
    }

    @Override
    public long keep(Keeping keeping) {
        return work(connection -> {
            long known = keeping.knownAt();
            counted(connection, "subject", Sql.update(connection, BulkSql.KEEP_SUBJECTS, known));
            counted(connection, "subject_identifier", Sql.update(connection, BulkSql.KEEP_IDENTIFIERS, known));
            Sql.update(connection, BulkSql.KEEP_FURTHER_IDENTIFIERS, known);
            counted(connection, "subject_name", Sql.update(connection, BulkSql.KEEP_NAMES, known));
            long stored = Sql.update(
                    connection,
                    BulkSql.KEEP_LISTINGS,
                    keeping.department(),
                    keeping.batch(),
                    known,
                    keeping.at(),
                    keeping.callerKey());
            counted(connection, "listing", stored);
            counted(connection, "listing_facts", Sql.update(connection, BulkSql.KEEP_FACTS));
            Sql.update(connection, BulkSql.KEEP_PERSONS);
            return stored;
        });
    }

    @Override
    public void end(List<End> ends, Keeping keeping) {
        work(connection -> {
            Sql.batch(
                    connection,
                    BulkSql.END_ONE,
                    ends,
                    end -> Sql.parameters(
                            end.listing(),
                            end.removedOn(),
                            end.documentNumber(),
                            end.reason(),
                            keeping.knownAt(),
                            keeping.at(),
                            keeping.callerKey()));
            return 0;
        });
    }

    @Override
    public long endAbsent(LocalDate day, String reason, String documentNumber, Keeping keeping) {
        return work(connection -> Sql.update(
                connection,
                BulkSql.END_ABSENT,
                day,
                documentNumber,
                reason,
                keeping.knownAt(),
                keeping.at(),
                keeping.callerKey()));
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T work(Work<T> work) {
        session.flush();
        return session.doReturningWork(work::on);
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
        Optional<Double> known = Sql.firstRow(connection, BulkSql.ROWS_COUNTED, row -> row.getDouble(1), table);
        if (known.isEmpty() || added * GREW_BY_A_TENTH > known.get()) {
            Sql.update(connection, "analyze " + table);
        }
    }
}
