package org.xinheng.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xinheng.sql.store.Sql;

/**
 * Writes the statements by which PostgreSQL digests rows: SHA-256 over the name of the table and, for every column that
 * is filled, its name, length and value, each value as a text that no setting of the session changes. A column that is
 * added later and left empty changes no digest. The statements are sent whole each time: nothing of them is kept in the
 * database, where whoever changes rows could change them too.
 */
@ApplicationScoped
class RowDigests {
    private static final String COLUMNS = """
            select a.attname, t.typname from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid = a.atttypid
            where a.attrelid = cast(? as pg_catalog.regclass) and a.attnum > 0 and not a.attisdropped
            order by a.attname collate "C"
            """;

    private static final String PRIMARY_KEY = """
            select a.attname, t.typname from pg_catalog.pg_index i
            cross join lateral unnest(i.indkey) with ordinality k(attnum, place)
            join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
            join pg_catalog.pg_type t on t.oid = a.atttypid
            where i.indrelid = cast(? as pg_catalog.regclass) and i.indisprimary
            order by k.place
            """;

    /** Cheaper than a function that takes texts of any number and kind. */
    private static final String JOINED = " operator(pg_catalog.||) ";

    private final Map<String, List<CoveredTable>> records = new LinkedHashMap<>();
    private final Map<String, String> ofSome = new ConcurrentHashMap<>();
    private final Map<String, String> ofAll = new ConcurrentHashMap<>();

    RowDigests() {
        CoveredTable.all()
                .forEach(table -> records.computeIfAbsent(table.record(), record -> new ArrayList<>())
                        .add(table));
    }

    /** The kinds of record that there are. */
    List<String> kinds() {
        return List.copyOf(records.keySet());
    }

    /** The tables of a kind of record. */
    List<CoveredTable> tables(String record) {
        List<CoveredTable> tables = records.get(record);
        if (tables == null) {
            throw new IllegalStateException("record `" + record + "` is not in coverage.csv; add its tables there");
        }
        return tables;
    }

    /**
     * The rows of some records, record by record in the order in which they are asked for, and before those of each the
     * next number of an entry: columns {@code which, place, key, sealed, digest, number}, where {@code which} counts from
     * 1 and {@code place} is 0 in the row of the number. Each of the {@link #parameters} is the keys as an array of
     * texts; it is wrapped so that the plan does not hang on how many they are and is made once. The transaction has its
     * id before it takes a number: integration relies on that.
     */
    String ofSome(Connection connection, String record) throws SQLException {
        String known = ofSome.get(record);
        return known != null ? known : stored(ofSome, record, written(connection, record, true));
    }

    /** How many parameters {@link #ofSome} has. */
    int parameters(String record) {
        return 1 + 2 * tables(record).size();
    }

    /**
     * All rows of a kind of record, record by record, shorter keys first, then by their characters: columns {@code
     * record_key, place, key, sealed, digest}. A row that belongs to no record has the empty key.
     */
    String ofAll(Connection connection, String record) throws SQLException {
        String known = ofAll.get(record);
        return known != null ? known : stored(ofAll, record, written(connection, record, false));
    }

    private static String stored(Map<String, String> statements, String record, String statement) {
        statements.put(record, statement);
        return statement;
    }

    private String written(Connection connection, String record, boolean some) throws SQLException {
        StringBuilder sql = new StringBuilder();
        if (some) {
            sql.append(
                            "select which, 0 as place, ''::text collate \"C\" as key, false as sealed, null::bytea as digest, ")
                    .append("case when pg_catalog.pg_current_xact_id() is not null ")
                    .append("then nextval('audit_entry_number') end as number ")
                    .append("from unnest((select cast(? as text[]))) with ordinality as asked(key, which)");
        }
        int place = 0;
        for (CoveredTable table : tables(record)) {
            place++;
            sql.append(sql.isEmpty() ? "" : " union all ").append(rows(connection, table, place, some));
        }
        return sql.append(some ? " order by which, place, key" : " order by key_length, record_key, place, key")
                .toString();
    }

    private static String rows(Connection connection, CoveredTable table, int place, boolean some) throws SQLException {
        String through = table.throughTable();
        String keyTable = through == null ? table.table() : through;
        String keyColumn = through == null ? table.by() : String.valueOf(table.throughColumn());
        String key = (through == null ? "t." : "u.") + quoted(keyColumn);
        StringBuilder sql = new StringBuilder("select ");
        String text = "coalesce(" + key + "::text, '')";
        sql.append(
                        some
                                ? "pg_catalog.array_position(cast(? as text[]), " + text + ")::bigint as which, "
                                : "pg_catalog.length(" + text + ") as key_length, " + text
                                        + " collate \"C\" as record_key, ")
                .append(place)
                .append(" as place, ")
                .append(primaryKey(connection, table.table()))
                .append(" as key, ")
                .append(table.sealed() == null ? "false" : "t." + quoted(table.sealed()) + " is not null")
                .append(" as sealed, ")
                .append(digest(connection, table.table()))
                .append(" as digest")
                .append(some ? ", null as number" : "")
                .append(" from ")
                .append(quoted(table.table()))
                .append(" t");
        if (through != null) {
            sql.append(some ? " join " : " left join ")
                    .append(quoted(through))
                    .append(" u on u.id = t.")
                    .append(quoted(table.by()));
        }
        sql.append(" where ");
        if (some) {
            sql.append(key)
                    .append(" = any(array(select cast(unnest(cast(? as text[])) as ")
                    .append(typeOf(connection, keyTable, keyColumn))
                    .append(")))");
        } else {
            sql.append(through == null ? key + " is not null" : "true");
        }
        return sql.append(table.when() == null ? "" : " and " + table.when()).toString();
    }

    private static String primaryKey(Connection connection, String table) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (Column column : columns(connection, PRIMARY_KEY, table)) {
            parts.add(column.text());
        }
        if (parts.isEmpty()) {
            throw new IllegalStateException(
                    "table `" + table + "` of coverage.csv is not there, or has no primary key");
        }
        return "pg_catalog.concat_ws('/', " + String.join(", ", parts) + ") collate \"C\"";
    }

    private static String digest(Connection connection, String table) throws SQLException {
        StringBuilder text = new StringBuilder("'" + table + ";'");
        for (Column column : columns(connection, COLUMNS, table)) {
            // what is empty makes all of its part empty
            text.append(JOINED)
                    .append("coalesce('")
                    .append(column.name())
                    .append("='")
                    .append(JOINED)
                    .append(column.length())
                    .append(JOINED)
                    .append("':'")
                    .append(JOINED)
                    .append(column.text())
                    .append(JOINED)
                    .append("';', '')");
        }
        return "pg_catalog.sha256(pg_catalog.convert_to(" + text + ", 'UTF8'))";
    }

    private record Column(String name, String type) {
        /** The value as a text that depends on no setting: no time zone, date style or form of bytes. */
        String text() {
            String value = "t." + quoted(name);
            return switch (type) {
                case "text", "varchar" -> value;
                case "uuid", "int2", "int4", "int8", "bool", "numeric", "jsonb" -> value + "::text";
                case "date", "timestamp", "timestamptz" -> "extract(epoch from " + value + ")::text";
                case "bytea" -> "pg_catalog.encode(pg_catalog.sha256(" + value + "), 'hex')";
                case "_text", "_uuid", "_int4", "_int8" -> "pg_catalog.array_to_json(" + value + ")::text";
                default ->
                    throw new IllegalStateException("column `" + name + "` is of type `" + type
                            + "`, for which the log has no canonical text; give it one here");
            };
        }

        /** How many bytes that text has, as a text. */
        String length() {
            return switch (type) {
                case "uuid" -> "'36'";
                case "bytea" -> "'64'";
                default -> "pg_catalog.octet_length(" + text() + ")::text";
            };
        }
    }

    private static String typeOf(Connection connection, String table, String column) throws SQLException {
        return columns(connection, COLUMNS, table).stream()
                .filter(each -> each.name().equals(column))
                .map(Column::type)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "column `" + table + "." + column + "` of coverage.csv is not there"));
    }

    private static List<Column> columns(Connection connection, String query, String table) throws SQLException {
        return Sql.rows(connection, query, row -> new Column(row.getString(1), row.getString(2)), quoted(table));
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
