package org.xinheng.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.app.startup.KeysFile;

/** What needs no database is answered before one is started; wrong words get the usage and exit code 2. */
class CommandLineArgumentsTest {
    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(realOut);
        System.setErr(realErr);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--bogus",
                "bogus",
                "keys",
                "keys bogus",
                "keys create",
                "keys create --department WH-CZJ",
                "keys create --department WH-CZJ --roles KING",
                "keys revoke",
                "keys revoke not-a-uuid",
                "version --bogus"
            })
    void wrong_words_print_the_usage_and_exit_with_2(String words) {
        assertThat(answer(words.split(" "))).isEqualTo(OptionalInt.of(2));
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage:").doesNotContain("\tat ");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "keys --help", "keys create --help", "--version", "version"})
    void help_and_version_are_answered_at_once(String words) {
        assertThat(answer(words.split(" "))).isEqualTo(OptionalInt.of(0));
        assertThat(out.toString(StandardCharsets.UTF_8)).isNotBlank();
    }

    @Test
    void the_version_is_the_build_s() {
        answer("version");
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("xinheng \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keys list",
                "keys create --department WH-CZJ --roles IMPLEMENTING_AGENCY,INITIATING_DEPARTMENT --label 采购系统",
                "keys revoke 0198c0de-0000-7000-8000-000000000000"
            })
    void a_command_that_needs_the_database_is_left_to_the_service(String words) {
        assertThat(answer(words.split(" "))).isEmpty();
    }

    @Test
    void serving_needs_no_words() {
        assertThat(answer()).isEmpty();
    }

    @Test
    void a_keys_file_is_made_once_and_never_written_over() {
        Path file = folder.resolve("keys.properties");
        assertThat(answer("keys-file", file.toString())).isEqualTo(OptionalInt.of(0));
        byte[] first = KeysFile.read(file).encryption();
        assertThat(answer("keys-file", file.toString())).isEqualTo(OptionalInt.of(1));
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("is there already");
        assertThat(KeysFile.read(file).encryption()).isEqualTo(first);
    }

    private static OptionalInt answer(String... words) {
        return CommandLineArguments.answerAtOnce(words);
    }
}
