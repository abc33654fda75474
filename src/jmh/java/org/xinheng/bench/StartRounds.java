package org.xinheng.bench;

import java.util.Map;
import java.util.concurrent.TimeUnit;

/** From the start of the process to the first decision, on a database that holds the demonstration; and the heap. */
final class StartRounds {
    private static final int ROUNDS = Integer.getInteger("xinheng.bench.rounds", 7);
    private static final String KEY = "demo-procurement";

    private StartRounds() {}

    static void run() throws Exception {
        Rounds rounds = new Rounds("s");
        try (Service service = Service.start(0, Map.of())) {
            for (int round = 1; round <= ROUNDS; round++) {
                rounds.add(
                        "restart to first decision",
                        service.restart(
                                "POST",
                                "/v1/decisions",
                                KEY,
                                Requests.DECISION.formatted("91420100XE5X00019Q", round),
                                201));
            }
        }
        rounds.print();
        System.out.println("wanted: at most 8 s");
    }

    /** The heap that the service needs with the demonstration's 3,000 listings, after load; asked of the JVM itself. */
    static void heap() throws Exception {
        Rounds rounds = new Rounds("MiB");
        try (Service service = Service.start(0, Map.of(), "-Xmx512m")) {
            var identifiers = service.send("GET", "/bench/identifiers", KEY, "")
                    .body()
                    .lines()
                    .toList();
            Load load = new Load(service.port(), 16);
            for (int round = 1; round <= 5; round++) {
                load.run(Requests.decisions(identifiers, KEY), 201, 5);
                rounds.add("live after a full collection", liveMebibytes(service.pid()));
            }
        }
        rounds.print();
        System.out.println("wanted: a heap under 512 MiB; the service ran under load with -Xmx512m");
    }

    private static double liveMebibytes(long pid) throws Exception {
        Process process = new ProcessBuilder(
                        Service.java().replaceAll("java$", "jcmd"), Long.toString(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String last = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .reduce("", (before, line) -> line.startsWith("Total") ? line : before);
        process.waitFor(1, TimeUnit.MINUTES);
        return Long.parseLong(last.strip().split("\\s+", 4)[2]) / (1024.0 * 1024.0);
    }
}
