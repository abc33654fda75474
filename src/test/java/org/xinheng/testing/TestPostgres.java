package org.xinheng.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.xinheng.app.postgres.DataDirectory;
import org.xinheng.app.postgres.DatabaseAddress;
import org.xinheng.app.postgres.EmbeddedPostgres;
import org.xinheng.app.startup.StartupRefused;

/**
 * One PostgreSQL a test JVM, below {@code target/}; every call for a database gets a new, empty one. The server's files
 * stay there for the next run, which saves it the making; a killed run is cleaned up by the next.
 */
public final class TestPostgres {
    /** Where PostgreSQL's programs are unpacked for all tests. */
    public static final Path PROGRAMS = folder("target/test-postgres-programs");

    /** Quarkus loads this class anew for every application under test; the server is one for all of them. */
    private static final String KNOWN = "xinheng.test.postgres.";

    private static final DatabaseAddress SERVER = known();

    private TestPostgres() {}

    /** A new database with nothing in it. */
    public static DatabaseAddress emptyDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        execute("CREATE DATABASE " + name);
        DatabaseAddress server = SERVER;
        String url = server.url().substring(0, server.url().lastIndexOf('/') + 1) + name;
        return new DatabaseAddress(url, server.user(), server.password());
    }

    private static DatabaseAddress known() {
        synchronized (System.class) {
            String url = System.getProperty(KNOWN + "url");
            if (url != null) {
                return new DatabaseAddress(
                        url, System.getProperty(KNOWN + "user"), System.getProperty(KNOWN + "password"));
            }
            EmbeddedPostgres server = open();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            System.setProperty(KNOWN + "url", server.address().url());
            System.setProperty(KNOWN + "user", server.address().user());
            System.setProperty(KNOWN + "password", server.address().password());
            return server.address();
        }
    }

    private static EmbeddedPostgres open() {
        try {
            return serve("target/test-postgres");
        } catch (StartupRefused anotherTestRunHasIt) {
            return serve("target/test-postgres-" + ProcessHandle.current().pid());
        }
    }

    private static EmbeddedPostgres serve(String path) {
        return EmbeddedPostgres.serve(new DataDirectory(Path.of(path), PROGRAMS, () -> {}));
    }

    private static Path folder(String path) {
        try {
            return Files.createDirectories(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(String sql) {
        DatabaseAddress server = SERVER;
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            dropOldDatabases(connection);
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the test database does not answer", e);
        }
    }

    /** Those of earlier runs; those of this run have connections and stay. */
    private static void dropOldDatabases(Connection connection) throws SQLException {
        for (String name : oldDatabases(connection)) {
            try (var statement = connection.createStatement()) {
                statement.execute("DROP DATABASE " + name);
            }
        }
    }

    private static List<String> oldDatabases(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'"
                                + " AND (pg_stat_file('base/' || oid || '/PG_VERSION')).modification < pg_postmaster_start_time()")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
