package org.xinheng.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The texts of the project, read from the working folder of the build. */
final class ProjectFiles {
    static final Path MAIN = Path.of("src/main/java");
    static final Path TESTS = Path.of("src/test/java");

    private ProjectFiles() {}

    /** Every file below a folder whose name ends so, with its text, in the order of paths. */
    static Map<Path, String> below(Path folder, String ending) {
        Map<Path, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().endsWith(ending))
                    .toList()) {
                texts.put(file, text(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** The text of a file in UTF-8. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
