package org.xinheng.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.stream.Stream;

/** A step of the build: compiles {@code rules/*.drl} beside the classes, unless they are compiled and nothing changed. */
final class PackLaw {
    private PackLaw() {}

    /**
     * Compiles what is not compiled yet.
     *
     * @param classes one word: the folder of the compiled classes
     */
    public static void main(String... classes) throws IOException {
        Path root = Path.of(classes[0]);
        Map<String, byte[]> texts = LawRules.texts();
        String hash = LawRules.contentHash(texts);
        Path archive = root.resolve(CompiledLaw.path(hash));
        if (isNewerThan(root.resolve("org/xinheng"), archive)) {
            return;
        }
        Files.createDirectories(archive.getParent());
        try (Stream<Path> old = Files.list(archive.getParent())) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        Files.write(archive, CompiledLaw.compile(texts, hash).getBytes());
    }

    /** Compiled rules name classes, and constants of other rooms; where any class is newer, they are compiled again. */
    private static boolean isNewerThan(Path classes, Path archive) throws IOException {
        if (!Files.exists(archive)) {
            return false;
        }
        FileTime compiled = Files.getLastModifiedTime(archive);
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).compareTo(compiled) > 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
