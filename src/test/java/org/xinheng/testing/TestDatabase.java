package org.xinheng.testing;

import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks into the database of the running service from the side. */
@Singleton
public class TestDatabase {
    /** What is derived in the background follows the records when it gets round to it. */
    private static final Pattern IN_THEIR_OWN_TIME = Pattern.compile(
            "decision_search.*|audit_(?!entry$).*|task|task_(content|round|decision|progress|ahead)|recall_look");

    private final AgroalDataSource dataSource;

    TestDatabase(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** How many rows every table has, but for those that are filled in the background. */
    public Map<String, Long> rowCounts() {
        String question = tables().stream()
                .filter(table -> !IN_THEIR_OWN_TIME.matcher(table).matches())
                .map(table -> "select '%s=' || count(*) from %s%s"
                        .formatted(table, table, table.equals("audit_entry") ? " where kind <> 'TASKS_MADE'" : ""))
                .collect(Collectors.joining(" union all "));
        Map<String, Long> counts = new TreeMap<>();
        for (String count : column(question)) {
            int sign = count.indexOf('=');
            counts.put(count.substring(0, sign), Long.parseLong(count.substring(sign + 1)));
        }
        return counts;
    }

    /** The tables with a row in whose text, bytes as hexadecimal, one of these words stands. */
    public List<String> tablesThatSay(String... words) {
        List<String> tables = new ArrayList<>();
        for (String table : tables()) {
            String rows = String.join("\n", column("select t::text from " + table + " t"));
            for (String word : words) {
                if (rows.contains(word)) {
                    tables.add(table + " says " + word);
                }
            }
        }
        return tables;
    }

    /** The first column of a query, as text. */
    public List<String> column(String sql, Object... arguments) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<String> values = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Runs a statement. */
    public void change(String sql) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Does something while a transaction of its own holds a lock. */
    public void holding(String lock, Runnable meanwhile) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(lock);
            meanwhile.run();
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(lock, e);
        }
    }

    /** Waits until somebody waits for a lock, told as a condition on {@code pg_locks}. */
    public void waitedFor(String lock) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !column("select 1 from pg_locks where not granted and " + lock)
                        .isEmpty());
    }

    private List<String> tables() {
        return column("select tablename from pg_tables where schemaname = 'public' and tablename <> "
                + "'flyway_schema_history' order by tablename");
    }
}
