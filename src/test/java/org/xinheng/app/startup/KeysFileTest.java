package org.xinheng.app.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys file is made once, read by its owner alone, and refused with a sentence in every other state. */
class KeysFileTest {
    @TempDir
    Path folder;

    @Test
    void new_keys_are_random_and_three() throws IOException {
        var first = made("a.properties");
        var second = made("b.properties");
        assertThat(first.encryption()).hasSize(32).isNotEqualTo(first.lookup()).isNotEqualTo(second.encryption());
        assertThat(first.lookup()).hasSize(32).isNotEqualTo(first.signing()).isNotEqualTo(second.lookup());
        assertThat(first.signing()).hasSize(32).isNotEqualTo(second.signing());
        assertThat(first.toString()).isEqualTo("ServiceKeys[…]");
    }

    @Test
    void keys_that_are_there_are_never_written_over() throws IOException {
        var stored = made("keys.properties");
        Path file = folder.resolve("keys.properties");
        KeysFile.createIfMissing(file);
        assertThatThrownBy(() -> KeysFile.create(file)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(KeysFile.read(file).encryption()).isEqualTo(stored.encryption());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void only_the_owner_may_read_new_keys() throws IOException {
        made("keys.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys.properties"))))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void keys_that_others_may_read_or_change_are_refused(String mode) throws IOException {
        made("keys.properties");
        Path file = folder.resolve("keys.properties");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        assertRefused(file, "others", "chmod 600");
    }

    @Test
    void a_missing_file_is_refused_with_the_two_ways_out() {
        assertRefused(folder.resolve("none"), "does not exist", "put it back", "keys-file");
    }

    @Test
    void a_missing_line_is_refused_by_name() throws IOException {
        made("keys.properties");
        assertRefused(rewritten("signing=", "sining="), "`signing=…`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not Base64!", "c2hvcnQ=", ""})
    void a_key_of_another_form_or_length_is_refused_by_name(String key) throws IOException {
        made("keys.properties");
        Path file = folder.resolve("keys.properties");
        Files.writeString(
                file,
                Files.readString(file)
                        .lines()
                        .map(line -> line.startsWith("lookup=") ? "lookup=" + key : line)
                        .reduce("", (all, line) -> all + line + "\n"));
        assertRefused(file, "`lookup`", "32 bytes");
    }

    @Test
    void a_folder_in_its_place_is_refused() throws IOException {
        Path inPlace = Files.createDirectory(
                folder.resolve("dir"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        assertRefused(inPlace, "cannot be read");
    }

    private ServiceKeys made(String name) throws IOException {
        Path file = folder.resolve(name);
        KeysFile.create(file);
        return KeysFile.read(file);
    }

    private Path rewritten(String what, String with) throws IOException {
        Path file = folder.resolve("keys.properties");
        Files.writeString(file, Files.readString(file).replace(what, with));
        return file;
    }

    private static void assertRefused(Path file, String... words) {
        assertThatThrownBy(() -> KeysFile.read(file))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("`XINHENG_KEYS_FILE`")
                .hasMessageContaining("`" + file + "`")
                .hasMessageContainingAll(words);
    }
}
