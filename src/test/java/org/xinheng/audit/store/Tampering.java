package org.xinheng.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.hibernate.Session;

/** What somebody with all rights over the database can do to it by hand, inside the running transaction. */
@ApplicationScoped
public class Tampering {
    /** A value of each type, by the name PostgreSQL gives the type. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("text", "'a' || gen_random_uuid()"),
            Map.entry("uuid", "gen_random_uuid()"),
            Map.entry("int2", "7"),
            Map.entry("int4", "7"),
            Map.entry("int8", "7"),
            Map.entry("bool", "true"),
            Map.entry("numeric", "1.00"),
            Map.entry("date", "date '2026-01-31'"),
            Map.entry("timestamptz", "timestamptz '2026-01-31 10:00:00.000001+08'"),
            Map.entry("bytea", "decode(replace(gen_random_uuid()::text, '-', ''), 'hex')"),
            Map.entry("_text", "array['a','b']"));

    private final EntityManager entities;

    Tampering(EntityManager entities) {
        this.entities = entities;
    }

    /** A column of a table. */
    public record Column(String table, String name, String type) {
        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    /** The lines of coverage.csv. */
    public List<String> coveredTables(String record) {
        return CoveredTable.all().stream()
                .filter(table -> table.record().equals(record))
                .map(CoveredTable::table)
                .toList();
    }

    /** The kinds of record of coverage.csv. */
    public List<String> records() {
        return CoveredTable.all().stream().map(CoveredTable::record).distinct().toList();
    }

    /** Type of the key of a record. */
    public String keyType(String record) {
        CoveredTable first = line(record, 0);
        return columns(first.table()).stream()
                .filter(column -> column.name().equals(first.by()))
                .findFirst()
                .orElseThrow()
                .type();
    }

    /** Whether rows of the table are sealed when all columns are filled. */
    public boolean sealed(String table) {
        return CoveredTable.all().stream().anyMatch(each -> each.table().equals(table) && each.sealed() != null);
    }

    /** Takes away every rule that could refuse a change. */
    public void takeOffEveryGuard(List<String> tables) {
        sql("set local session_replication_role = replica");
        for (String table : tables) {
            for (Object check :
                    rows("select conname from pg_constraint where contype in ('c', 'n', 'u') and conrelid = '" + table
                            + "'::regclass")) {
                sql("alter table " + table + " drop constraint \"" + check + "\" cascade");
            }
            for (Object identity : rows("select attname from pg_attribute where attidentity <> '' and attrelid = '"
                    + table + "'::regclass")) {
                sql("alter table " + table + " alter column \"" + identity + "\" drop identity");
            }
        }
    }

    /** The columns of a table. */
    public List<Column> columns(String table) {
        List<Column> columns = new ArrayList<>();
        for (Object row :
                rows("select column_name, udt_name from information_schema.columns where table_schema = 'public'"
                        + " and table_name = '" + table + "' order by ordinal_position")) {
            Object[] cells = (Object[]) row;
            columns.add(new Column(table, (String) cells[0], (String) cells[1]));
        }
        return columns;
    }

    /** Puts a record with one row a table, every column filled, as a store would. */
    public void putRecord(String record, String key) {
        int place = 0;
        String throughKey = null;
        for (CoveredTable table : CoveredTable.all()) {
            if (!table.record().equals(record)) {
                continue;
            }
            StringJoiner names = new StringJoiner(", ");
            StringJoiner values = new StringJoiner(", ");
            for (Column column : columns(table.table())) {
                String value = VALUES.get(column.type());
                if (value == null) {
                    throw new AssertionError("no value for " + column + " of type " + column.type());
                }
                if (column.name().equals(table.by())) {
                    value = "'" + (table.throughTable() == null ? key : throughKey) + "'";
                } else if (column.type().equals("uuid") && column.name().equals("id")) {
                    throughKey = java.util.UUID.randomUUID().toString();
                    value = "'" + throughKey + "'";
                } else if (table.when() != null && table.when().equals(column.name() + " is null")) {
                    value = "null";
                }
                names.add('"' + column.name() + '"');
                values.add(value);
            }
            sql("insert into " + table.table() + " (" + names + ") overriding system value values (" + values + ")");
            place++;
        }
        if (place == 0) {
            throw new AssertionError("no tables of " + record);
        }
    }

    /** Condition under which a row of a table belongs to the record that was put. */
    public String whereOf(String record, String table, String key) {
        CoveredTable line = CoveredTable.all().stream()
                .filter(each -> each.record().equals(record) && each.table().equals(table))
                .findFirst()
                .orElseThrow();
        return line.throughTable() == null
                ? line.by() + " = '" + key + "'"
                : line.by() + " in (select id from " + line.throughTable() + " where " + line.throughColumn() + " = '"
                        + key + "')";
    }

    /** Changes one byte of one column of the rows that the condition names; how many were changed. */
    public int change(Column column, String where) {
        String c = '"' + column.name() + '"';
        String changed = switch (column.type()) {
            case "text" -> "case when " + c + " like 'b%' then 'c' else 'b' end || substr(" + c + ", 2)";
            case "uuid" ->
                "(left(" + c + "::text, 35) || case right(" + c + "::text, 1) when '0' then '1' else '0' end)::uuid";
            case "int2", "int4" -> c + " + 1";
            case "int8" -> c + " + 1048576";
            case "numeric" -> c + " + 0.01";
            case "bool" -> "not " + c;
            case "date" -> c + " + 1";
            case "timestamptz" -> c + " + interval '1 microsecond'";
            case "bytea" ->
                "case when length(" + c + ") = 0 then '\\x00'::bytea else set_byte(" + c + ", 0, get_byte(" + c
                        + ", 0) # 1) end";
            case "_text" -> "array['b'] || " + c + "[2:]";
            default -> throw new AssertionError("no change for " + column + " of type " + column.type());
        };
        return sql("update " + column.table() + " set " + c + " = case when " + c + " is null then "
                + VALUES.get(column.type()) + " else " + changed + " end where " + where);
    }

    /** Does something, hands over, and takes it back. */
    public void andBack(Runnable change, Runnable look) {
        sql("savepoint tampering");
        change.run();
        look.run();
        sql("rollback to savepoint tampering");
    }

    /** Runs a statement. */
    public int sql(String statement) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var running = connection.createStatement()) {
                return running.executeUpdate(statement);
            }
        });
    }

    /** Rows of a query. */
    public List<?> rows(String query) {
        return entities.createNativeQuery(query).getResultList();
    }

    private static CoveredTable line(String record, int at) {
        return CoveredTable.all().stream()
                .filter(table -> table.record().equals(record))
                .toList()
                .get(at);
    }
}
