package org.xinheng.bench.release;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinheng.bench.Rounds;
import org.xinheng.release.Workbook;

/** Releases of 1,000, 5,000 and 20,000 rows, each read, checked, compiled and tested in a fresh JVM with 1.5 GiB of heap. */
public final class ReleaseRounds {
    private static final int ROUNDS = Integer.getInteger("xinheng.bench.rounds", 5);
    private static final int[] SIZES = {1_000, 5_000, 20_000};
    private static final int[] SECONDS_MAX = {15, 40, 150};
    private static final Pattern PART = Pattern.compile("(read|check|compile|tests|whole|heapPeakMiB)=([0-9.]+)");

    private ReleaseRounds() {}

    public static void run() throws Exception {
        Map<Integer, Path> folders = new LinkedHashMap<>();
        for (int size : SIZES) {
            Path folder = Files.createTempDirectory("xinheng-bench-release");
            for (Workbook workbook : ManyRowsWorkbook.workbooks(Path.of("decision-tables"), size)) {
                Path file = folder.resolve(workbook.name());
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.write(file, workbook.bytes());
            }
            folders.put(size, folder);
        }
        Rounds rounds = new Rounds("s, MiB");
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.println("round " + round);
            for (int size : SIZES) {
                Matcher part = PART.matcher(measured(folders.getOrDefault(size, Path.of(""))));
                while (part.find()) {
                    rounds.add(size + " rows " + part.group(1), Double.parseDouble(part.group(2)));
                }
            }
        }
        rounds.print();
        for (int i = 0; i < SIZES.length; i++) {
            System.out.println("wanted: " + SIZES[i] + " rows within " + SECONDS_MAX[i] + " s; heap under 1,536 MiB");
        }
        for (Path folder : folders.values()) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String measured(Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1536m",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneRelease.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String stated = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(stated);
        }
        return stated.substring(stated.indexOf("MEASURED"));
    }
}
