package org.xinheng.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/**
 * A JVM of its own, to be stopped politely or killed. What it prints goes to files beside its working folder.
 *
 * @param process the child
 * @param out what it prints on standard output
 * @param err what it prints on standard error
 */
public record ChildJvm(Process process, Path out, Path err) implements AutoCloseable {
    private static final List<String> FOR_A_SHORT_LIFE =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Starts {@code java} with these words in that folder; the environment is this one's with some names replaced. */
    public static ChildJvm java(Path workingFolder, Map<String, String> environment, String... words)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FOR_A_SHORT_LIFE);
        command.addAll(List.of(words));
        Path out = Files.createTempFile("child", ".out");
        Path err = Files.createTempFile("child", ".err");
        var builder = new ProcessBuilder(command)
                .directory(workingFolder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("XINHENG_"));
        builder.environment().putAll(environment);
        return new ChildJvm(builder.start(), out, err);
    }

    /** The class path of this test run, for a child that runs a class of it. */
    public static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Waits until a line of the output begins with these words, and returns the rest of that line. */
    public String awaitLine(String beginning) {
        try {
            return await().atMost(PATIENCE)
                    .failFast(
                            "the child ended early",
                            () -> !process.isAlive() && line(beginning).isEmpty())
                    .until(() -> line(beginning), found -> !found.isEmpty())
                    .get(0);
        } catch (ConditionTimeoutException | TerminalFailureException late) {
            throw new IllegalStateException(
                    "the child never says `" + beginning + "`; it says: " + output() + errors() + threads(), late);
        }
    }

    /** What its threads are at, in the words of the JDK's own tool. */
    private String threads() {
        try {
            Process tool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jstack")
                                    .toString(),
                            Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start();
            return new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Waits until it has ended and returns its exit code. */
    public int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the child does not end; it says: " + output() + errors());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@code kill -9}: no hook runs, nothing is tidied up. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** What it has printed so far. */
    public String output() {
        return text(out);
    }

    /** What it has complained of so far. */
    public String errors() {
        return text(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private List<String> line(String beginning) {
        return output().lines()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()).strip())
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
