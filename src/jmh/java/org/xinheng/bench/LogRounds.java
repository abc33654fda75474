package org.xinheng.bench;

import java.util.List;
import java.util.Map;

/**
 * What the log costs a decision: the same service, with decisions in its log and without, in turn. Without means: no digest
 * of the rows of the decision, no entry, no signed receipt in the answer, nothing to integrate; the decision itself is
 * decided, kept and committed as always.
 */
final class LogRounds {
    private static final int ROUNDS = Integer.getInteger("xinheng.bench.rounds", 5);
    private static final int CONNECTIONS = 16;
    private static final double SECONDS_TO_WARM_UP = 15;
    private static final double SECONDS = 8;
    /** What was logged comes into the tree within about a second, which must not fall into the next run. */
    private static final long SETTLE_MILLIS = 3_000;

    private static final String KEY = "demo-procurement";
    private static final String WITH = "decisions with the log";
    private static final String WITHOUT = "decisions without";

    private LogRounds() {}

    static void run() throws Exception {
        try (Service service = Service.start(0, Map.of())) {
            List<byte[]> decisions = Requests.decisions(
                    service.send("GET", "/bench/identifiers", KEY, "")
                            .body()
                            .lines()
                            .toList(),
                    KEY);
            Load load = new Load(service.port(), CONNECTIONS);
            measured(service, load, decisions, true, SECONDS_TO_WARM_UP);
            measured(service, load, decisions, false, SECONDS_TO_WARM_UP);
            Rounds rounds = new Rounds("decisions/s");
            for (int round = 1; round <= ROUNDS; round++) {
                System.out.println("round " + round);
                boolean withFirst = round % 2 == 1;
                for (boolean logged : List.of(withFirst, !withFirst)) {
                    rounds.add(
                            logged ? WITH : WITHOUT,
                            measured(service, load, decisions, logged, SECONDS).perSecond());
                }
            }
            rounds.print();
            rounds.printRatio(WITH, WITHOUT, "at least 0.85");
        }
    }

    private static Load.Measured measured(
            Service service, Load load, List<byte[]> decisions, boolean logged, double seconds) throws Exception {
        Thread.sleep(SETTLE_MILLIS);
        int status =
                service.send("POST", "/bench/log?decisions=" + logged, KEY, "").statusCode();
        if (status >= 300) {
            throw new IllegalStateException("the switch answered " + status);
        }
        return load.run(decisions, 201, seconds);
    }
}
