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
        return database("template1");
    }

    /**
     * A new database, a copy of the template of this name, or empty where there is none yet. What is committed need not
     * outlive the server, so that no commit of a test waits for the disk.
     */
    public static DatabaseAddress database(String template) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        execute("CREATE DATABASE " + name + " TEMPLATE " + (known(template) ? template : "template1"));
        execute("ALTER DATABASE " + name + " SET synchronous_commit = off");
        DatabaseAddress server = SERVER;
        String url = server.url().substring(0, server.url().lastIndexOf('/') + 1) + name;
        return new DatabaseAddress(url, server.user(), server.password());
    }

    /**
     * Keeps a database as it is now as the template of that name; does nothing where there is one.
     *
     * @return false where somebody is still connected to it
     */
    public static boolean keepAsTemplate(String url, String template) {
        if (known(template)) {
            return true;
        }
        try {
            execute("CREATE DATABASE " + template + " TEMPLATE " + url.substring(url.lastIndexOf('/') + 1));
            return true;
        } catch (IllegalStateException inUse) {
            return false;
        }
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
            dropOldDatabases(server.address());
            return server.address();
        }
    }

    /** Each fork of a run has its folder, so that the next run finds the templates of both. */
    private static EmbeddedPostgres open() {
        String folder = "target/test-postgres-" + System.getProperty("surefire.forkNumber", "1");
        try {
            return serve(folder);
        } catch (StartupRefused anotherTestRunHasIt) {
            return serve(folder + "-" + ProcessHandle.current().pid());
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
        execute(SERVER, sql);
    }

    private static void execute(DatabaseAddress server, String sql) {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Of the server that has just been started, those of earlier runs and the templates of other builds. */
    private static void dropOldDatabases(DatabaseAddress server) {
        for (String name : databases(
                server,
                "datname LIKE 'test\\_%' OR datname LIKE 'template\\_%'" + " AND datname NOT LIKE '%"
                        + ServiceTemplate.CONTENT + "'")) {
            execute(server, "DROP DATABASE " + name);
        }
    }

    private static boolean known(String template) {
        return !databases(SERVER, "datname = '" + template + "'").isEmpty();
    }

    private static List<String> databases(DatabaseAddress server, String which) {
        var names = new ArrayList<String>();
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT datname FROM pg_database WHERE " + which)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(which, e);
        }
        return names;
    }
}
