package org.xinheng.bench;

import java.util.List;
import java.util.Map;

/** Decisions with their durable record beside a bare endpoint: one SELECT by index, one committed INSERT. */
final class HttpRounds {
    private static final int ROUNDS = Integer.getInteger("xinheng.bench.rounds", 7);
    private static final int CONNECTIONS = 16;
    private static final double SECONDS_TO_WARM_UP = 20;
    private static final double SECONDS = 6;
    private static final String KEY = "demo-procurement";

    private HttpRounds() {}

    static void run() throws Exception {
        try (Service service = Service.start(0, Map.of())) {
            List<String> identifiers = service.send("GET", "/bench/identifiers", KEY, "")
                    .body()
                    .lines()
                    .toList();
            List<byte[]> decisions = Requests.decisions(identifiers, KEY);
            List<byte[]> bare = Requests.bare(identifiers, KEY);
            Load load = new Load(service.port(), CONNECTIONS);
            load.run(decisions, 201, SECONDS_TO_WARM_UP);
            load.run(bare, 201, SECONDS_TO_WARM_UP / 2);
            Rounds rounds = new Rounds("requests/s");
            Rounds times = new Rounds("ms");
            for (int round = 1; round <= ROUNDS; round++) {
                System.out.println("round " + round);
                Load.Measured ofBare = load.run(bare, 201, SECONDS);
                Load.Measured ofDecisions = load.run(decisions, 201, SECONDS);
                rounds.add("bare endpoint", ofBare.perSecond());
                rounds.add("decision", ofDecisions.perSecond());
                times.add("decision, median", ofDecisions.medianMillis());
                times.add("decision, p99", ofDecisions.p99Millis());
            }
            rounds.print();
            rounds.printRatio("decision", "bare endpoint", "at least 0.50");
            times.print();
        }
    }
}
