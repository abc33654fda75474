package org.xinheng.app.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs PostgreSQL's own programs from inside the data directory, with an environment that holds nothing of the
 * caller's locale, zone or PostgreSQL settings. Paths inside the directory are handed over relative to it: a name with
 * blanks or Chinese characters is then never spelled out, whatever encoding the JVM believes in.
 *
 * @param directory the data directory
 */
record PostgresProgram(Path directory, PostgresBinaries binaries, PostgresAccount account) {
    /** Runs to the end; the output goes to the log, the input is what is given. Returns the exit code. */
    int run(Path log, String input, String program, List<String> arguments) throws IOException {
        var command = new ArrayList<>(account.prefix());
        command.add(spell(binaries.program(program)));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        Process process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException notListening) {
            // the exit code tells
        }
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while `" + program + "` ran");
        }
    }

    /** How the path is called from inside the data directory. */
    String spell(Path path) {
        if (HostSystem.isWindows() || !path.startsWith(directory)) {
            return path.toAbsolutePath().toString();
        }
        return "." + path.getFileSystem().getSeparator() + directory.relativize(path);
    }

    /** The last lines of a log, for the sentence that says what went wrong. */
    static String tail(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        List<String> lines =
                Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    }
}
