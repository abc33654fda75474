package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.app.startup.KeysFile;
import org.xinheng.app.startup.RunMode;
import org.xinheng.app.startup.StartupRefused;

/** The ground is embedded unless an outside database is named, and never without its keys. */
class DatabaseLifecycleTest {
    private static final List<String> HANDED_ON = List.of(
            RunMode.DATABASE,
            Settings.KEYS_FILE,
            Settings.JDBC_URL,
            HttpAddress.HOST,
            "quarkus.datasource.username",
            "quarkus.datasource.password");

    private static final HttpAddress ANY_PORT = new HttpAddress("127.0.0.1", 0, true);

    private final Properties before = new Properties();

    @TempDir
    Path folder;

    @BeforeEach
    void remember() {
        HANDED_ON.stream().filter(System.getProperties()::containsKey).forEach(name -> {
            before.setProperty(name, System.getProperty(name));
            System.clearProperty(name);
        });
    }

    @AfterEach
    void restore() {
        HANDED_ON.forEach(System::clearProperty);
        before.stringPropertyNames().forEach(name -> System.setProperty(name, before.getProperty(name)));
    }

    @Test
    void an_outside_database_starts_no_embedded_one() throws IOException {
        Path keys = folder.resolve("keys.properties");
        KeysFile.create(keys);
        try (var databaseLifecycle = DatabaseLifecycle.start(outside(Optional.of(keys)), true)) {
            assertThat(databaseLifecycle.database()).isEmpty();
            assertThat(System.getProperty(RunMode.DATABASE)).isEqualTo("outside");
            assertThat(System.getProperty(Settings.JDBC_URL)).isNull();
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    @Test
    void an_outside_database_without_keys_is_refused_by_the_name_of_the_setting() {
        assertThatThrownBy(() -> DatabaseLifecycle.start(outside(Optional.empty()), true))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("`XINHENG_KEYS_FILE`");
        assertThatThrownBy(() -> DatabaseLifecycle.start(outside(Optional.of(folder.resolve("none"))), true))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void the_embedded_database_makes_its_keys_once_and_is_refused_when_they_are_lost() throws IOException {
        var settings = new Settings(Optional.empty(), folder.resolve("data"), Optional.empty(), ANY_PORT);
        Path keys = folder.resolve("data").resolve("keys.properties");
        String first;
        try (var databaseLifecycle = DatabaseLifecycle.start(settings, true)) {
            assertThat(databaseLifecycle.database()).isPresent();
            first = Files.readString(keys);
            assertThat(System.getProperty(RunMode.DATABASE)).isEqualTo("embedded");
            assertThat(System.getProperty(Settings.JDBC_URL)).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThat(System.getProperty(Settings.KEYS_FILE)).isEqualTo(keys.toString());
        }
        DatabaseLifecycle.start(settings, true).close();
        assertThat(keys).hasContent(first);

        Files.delete(keys);
        assertThatThrownBy(() -> DatabaseLifecycle.start(settings, true))
                .as("new keys could not read what the old ones sealed")
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("does not exist");
        assertThat(folder.resolve("data").resolve("postgres").resolve("postmaster.pid"))
                .as("the refusal leaves no server behind")
                .doesNotExist();
    }

    @Test
    void a_port_that_is_taken_is_refused_before_anything_is_made_and_hinders_no_command() throws IOException {
        Path data = folder.resolve("data");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = new Settings(
                    Optional.empty(), data, Optional.empty(), new HttpAddress("127.0.0.1", taken.getLocalPort(), true));

            assertThatThrownBy(() -> DatabaseLifecycle.start(settings, true))
                    .isInstanceOf(StartupRefused.class)
                    .hasMessageContaining("`" + taken.getLocalPort() + "`");
            assertThat(data).doesNotExist();

            DatabaseLifecycle.start(settings, false).close();
            assertThat(data).exists();
        }
    }

    private Settings outside(Optional<Path> keys) {
        return new Settings(
                Optional.of("jdbc:postgresql://db.example/xinheng"), folder.resolve("data"), keys, ANY_PORT);
    }
}
