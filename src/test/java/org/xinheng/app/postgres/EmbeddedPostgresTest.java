package org.xinheng.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.app.startup.StartupRefused;
import org.xinheng.testing.ChildJvm;
import org.xinheng.testing.TestPostgres;

/** The embedded database keeps what was committed, belongs to one JVM at a time, and asks nothing of its machine. */
class EmbeddedPostgresTest {
    private static final Path PROGRAMS = TestPostgres.PROGRAMS.toAbsolutePath();

    /** A database for all tests that do not mind what others left in it: making one takes a while. */
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    @Test
    void every_committed_row_is_there_after_kill_9_and_the_old_server_is_gone() throws Exception {
        Path data = folder.resolve("data");
        long orphan;
        try (var child = serveInChild(folder, data.toString(), Map.of())) {
            child.awaitLine("committed");
            orphan = PostmasterFile.in(data.resolve("postgres")).orElseThrow().pid();
            child.kill();
        }
        assertThat(ProcessHandle.of(orphan))
                .as("kill -9 leaves the server running")
                .isPresent();

        try (var database = EmbeddedPostgres.serve(at(data))) {
            assertThat(ask(database, "SELECT count(*) || min(word) FROM kept")).isEqualTo("50信用");
            assertThat(PostmasterFile.in(data.resolve("postgres")).orElseThrow().pid())
                    .as("a new server answers")
                    .isNotEqualTo(orphan);
            await("the old server is gone")
                    .until(() -> ProcessHandle.of(orphan)
                            .filter(ProcessHandle::isAlive)
                            .isEmpty());
        }
    }

    @Test
    void a_second_service_is_refused_and_the_first_keeps_its_database() throws Exception {
        Path data = sharedData();
        try (var database = EmbeddedPostgres.serve(at(data));
                var second = serveInChild(shared, data.toString(), Map.of())) {
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.errors())
                    .contains("the data directory `" + data + "` is in use by another process (`"
                            + ProcessHandle.current().pid() + "`)")
                    .contains("XINHENG_DATA_DIR")
                    .doesNotContain("\tat ");
            assertThat(ask(database, "SELECT 'still here'")).isEqualTo("still here");
        }
    }

    @Test
    void the_server_itself_says_that_it_is_durable_local_and_independent_of_the_machine() throws Exception {
        try (var database = EmbeddedPostgres.serve(at(sharedData()))) {
            var stated = Map.ofEntries(
                    setting(database, "fsync"),
                    setting(database, "full_page_writes"),
                    setting(database, "synchronous_commit"),
                    setting(database, "data_checksums"),
                    setting(database, "listen_addresses"),
                    setting(database, "server_encoding"),
                    setting(database, "password_encryption"),
                    setting(database, "log_min_error_statement"));
            assertThat(stated)
                    .containsOnly(
                            Map.entry("fsync", "on"),
                            Map.entry("full_page_writes", "on"),
                            Map.entry("synchronous_commit", "on"),
                            Map.entry("data_checksums", "on"),
                            Map.entry("listen_addresses", "127.0.0.1"),
                            Map.entry("server_encoding", "UTF8"),
                            Map.entry("password_encryption", "scram-sha-256"),
                            Map.entry("log_min_error_statement", "panic"));
            assertThat(ask(database, "SELECT reset_val FROM pg_settings WHERE name = 'lc_messages'"))
                    .isEqualTo("C");
            assertThat(
                            ask(
                                    database,
                                    "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = current_database()"))
                    .as("built-in locale, the same on every system")
                    .isEqualTo("bC.UTF-8");
        }
    }

    @Test
    void settings_of_an_earlier_start_cannot_switch_durability_off() throws Exception {
        try (var database = EmbeddedPostgres.serve(at(sharedData()))) {
            ask(database, "ALTER SYSTEM SET fsync = off");
        }
        try (var database = EmbeddedPostgres.serve(at(sharedData()))) {
            assertThat(setting(database, "fsync").getValue()).isEqualTo("on");
        }
    }

    @Test
    void an_ordered_stop_leaves_no_server_and_a_start_finds_the_rows() throws Exception {
        long server;
        try (var database = EmbeddedPostgres.serve(at(sharedData()))) {
            ask(database, "CREATE TABLE kept AS SELECT 7 AS number");
            server = PostmasterFile.in(sharedData().resolve("postgres"))
                    .orElseThrow()
                    .pid();
        }
        await().until(() ->
                ProcessHandle.of(server).filter(ProcessHandle::isAlive).isEmpty());
        try (var database = EmbeddedPostgres.serve(at(sharedData()))) {
            assertThat(ask(database, "SELECT number FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void blanks_and_chinese_in_the_path_and_a_foreign_locale_and_zone_change_nothing() throws Exception {
        Path home = Files.createDirectories(folder.resolve("信用 办 $x"));
        var foreign = List.of("-Duser.language=zh", "-Duser.country=CN", "-Duser.timezone=America/New_York");
        // under LC_ALL=POSIX a JDK 17 cannot open a path with Chinese characters at all
        for (String language : List.of("C.UTF-8", "C.utf8")) {
            try (var child = serveInChild(home, "data", Map.of("LC_ALL", language), foreign.toArray(String[]::new))) {
                assertThat(child.awaitLine("committed")).isEqualTo("50");
                child.kill();
            }
        }
        try (var database = EmbeddedPostgres.serve(at(home.resolve("data")))) {
            assertThat(ask(database, "SELECT count(*) FROM kept")).isEqualTo("50");
        }
    }

    @Test
    void a_process_number_given_to_a_stranger_is_neither_stopped_nor_in_the_way() throws Exception {
        EmbeddedPostgres.serve(at(sharedData())).close();
        Path note = sharedData().resolve("postgres").resolve("postmaster.pid");
        String stranger = ProcessHandle.current().pid() + "\n"
                + sharedData().resolve("postgres").toRealPath() + "\n";
        Files.writeString(note, stranger + "1700000000\n5432\n\n127.0.0.1\n  1  2\nready   \n");
        try (var database = EmbeddedPostgres.serve(at(sharedData()))) {
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_command_uses_the_database_of_the_service_and_leaves_it_running() throws Exception {
        try (var service = EmbeddedPostgres.serve(at(sharedData()))) {
            try (var command = EmbeddedPostgres.visit(at(sharedData()))) {
                assertThat(command.address()).isEqualTo(service.address());
            }
            assertThat(ask(service, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_command_without_a_service_starts_the_database_for_itself_and_stops_it() throws Exception {
        EmbeddedPostgres.serve(at(sharedData())).close();
        try (var command = EmbeddedPostgres.visit(at(sharedData()))) {
            assertThat(ask(command, "SELECT 1")).isEqualTo("1");
        }
        assertThat(PostmasterFile.in(sharedData().resolve("postgres"))).isEmpty();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void folder_and_password_are_the_account_s_own() throws Exception {
        Path data = sharedData();
        EmbeddedPostgres.serve(at(data)).close();
        assertThat(mode(data)).isEqualTo("rwx------");
        assertThat(mode(data.resolve("postgres.password"))).isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("no copy of the password, no half-made database")
                    .containsExactlyInAnyOrder("postgres", "postgres.log", "postgres.password", "xinheng.lock");
        }
    }

    @Test
    void a_wrong_password_is_refused() throws Exception {
        try (var database = EmbeddedPostgres.serve(at(sharedData()))) {
            var address = database.address();
            assertThatThrownBy(() -> DriverManager.getConnection(address.url(), address.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void what_must_stand_first_stands_once_and_a_lost_password_is_refused_with_the_way_out() throws Exception {
        var calls = new AtomicInteger();
        var place = new DataDirectory(folder, PROGRAMS, () -> {
            assertThat(folder.resolve("postgres")).doesNotExist();
            calls.incrementAndGet();
        });
        EmbeddedPostgres.serve(place).close();
        Files.delete(folder.resolve("postgres.password"));
        assertThatThrownBy(() -> EmbeddedPostgres.serve(place))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("postgres.password")
                .hasMessageContaining("backup");
        assertThat(PostmasterFile.in(folder.resolve("postgres")))
                .as("no server is left behind")
                .isEmpty();
        assertThat(calls).as("not for a database that is there").hasValue(1);
    }

    private static Path sharedData() {
        return shared.resolve("data");
    }

    private static DataDirectory at(Path data) {
        return new DataDirectory(data, PROGRAMS, () -> {});
    }

    private static ChildJvm serveInChild(
            Path workingFolder, String data, Map<String, String> environment, String... options) throws IOException {
        var words = Stream.concat(
                Stream.of(options),
                Stream.of("-cp", ChildJvm.classPath(), ServingChild.class.getName(), data, PROGRAMS.toString(), "50"));
        return ChildJvm.java(workingFolder, environment, words.toArray(String[]::new));
    }

    private static Map.Entry<String, String> setting(EmbeddedPostgres database, String name) throws SQLException {
        return Map.entry(name, ask(database, "SHOW " + name));
    }

    private static String ask(EmbeddedPostgres database, String sql) throws SQLException {
        var address = database.address();
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (var rows = statement.getResultSet()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
