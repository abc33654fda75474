package org.xinheng.app.gate;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a process of the gate is started: the same Java and the same program, a heap of its own, one thread for its garbage,
 * and a place behind everybody for a processor. It is given the environment that a Java needs and nothing else.
 *
 * @param program words after {@code java} that name the program
 * @param heap largest heap, as {@code -Xmx} takes it
 */
record GateProcess(List<String> program, String heap) {
    /** The command that answers there. */
    static final String COMMAND = "gate";

    private static final String QUARKUS = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";
    /**
     * Beyond the niceness of the thread that starts it. Not the most that is possible: on a machine that is busy throughout,
     * the very last would never come to an end.
     */
    static final int NICENESS_MORE = 10;

    private static final Set<String> ENVIRONMENT = Set.of(
            "PATH",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "TZ",
            "HOME",
            "TMPDIR",
            "TEMP",
            "TMP",
            "SystemRoot",
            "LD_LIBRARY_PATH");

    GateProcess {
        program = List.copyOf(program);
    }

    /** Of the jar that this service runs from; nothing when it runs from classes, as in tests. */
    static Optional<GateProcess> ofThisJar(String heap) {
        return runningJar().map(jar -> new GateProcess(List.of("-jar", jar.toString()), heap));
    }

    /** Starts one. */
    Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().keySet().retainAll(ENVIRONMENT);
        return builder.start();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        nice().ifPresent(nice -> command.addAll(List.of(nice.toString(), "-n", Integer.toString(NICENESS_MORE))));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // a few seconds of life: a second compiler would cost more than it gives
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr", // standard output is for the answer
                "-Xshare:auto",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir")));
        command.addAll(program);
        command.add(COMMAND);
        return command;
    }

    /** The program that starts another one behind all others, where the system has it. */
    private static Optional<Path> nice() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "nice"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> runningJar() {
        String classPath = System.getProperty("java.class.path", "");
        if (!classPath.endsWith(".jar") || classPath.contains(File.pathSeparator)) {
            return Optional.empty();
        }
        Path file = Path.of(classPath).toAbsolutePath();
        try (JarFile jar = new JarFile(file.toFile())) {
            return Optional.ofNullable(jar.getManifest())
                    .map(manifest -> manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS))
                    .filter(QUARKUS::equals)
                    .map(main -> file);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
