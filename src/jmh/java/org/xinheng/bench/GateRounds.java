package org.xinheng.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xinheng.bench.release.ManyRowsWorkbook;
import org.xinheng.release.Workbook;

/**
 * What those who ask for decisions notice while a draft of 1,000 rows passes the gate of the same node, and while it
 * becomes law there: the time of a decision under a steady load of 30 % of what the service can, beside its calm value of
 * the same round.
 */
final class GateRounds {
    private static final int ROUNDS = Integer.getInteger("xinheng.bench.rounds", 5);
    private static final int ROWS = 1_000;
    private static final double SHARE_OF_CAPACITY = 0.30;
    private static final int CONNECTIONS = 16;
    private static final double SECONDS_TO_WARM_UP = 25;
    private static final double SECONDS_OF_CAPACITY = 6;
    private static final long CALM_MILLIS = 10_000;
    private static final long SETTLE_MILLIS = 2_000;
    /** The first requests under a new knowledge base belong to its activation. */
    private static final long AFTER_ACTIVATION_MILLIS = 4_000;

    private static final int SECONDS_MAX = 120;
    private static final String KEY = "demo-procurement";

    private GateRounds() {}

    static void run() throws Exception {
        List<Workbook> drafts = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            drafts.add(ManyRowsWorkbook.workbook(Path.of("decision-tables"), ROWS, round));
        }
        // so that the one approver of the demonstration is enough where the impact is counted
        try (Service service = Service.start(0, Map.of("XINHENG_RELEASE_SECOND_APPROVER_ABOVE", "1"))) {
            List<byte[]> decisions = Requests.decisions(
                    service.send("GET", "/bench/identifiers", KEY, "")
                            .body()
                            .lines()
                            .toList(),
                    KEY);
            Load load = new Load(service.port(), CONNECTIONS);
            load.run(decisions, 201, SECONDS_TO_WARM_UP);
            double capacity = load.run(decisions, 201, SECONDS_OF_CAPACITY).perSecond();
            double rate = capacity * SHARE_OF_CAPACITY;
            System.out.printf("capacity %.0f decisions/s, steady load %.0f/s, %d rows a draft%n", capacity, rate, ROWS);
            Rounds millis = new Rounds("ms");
            Rounds seconds = new Rounds("s");
            int failed = 0;
            for (int round = 1; round <= ROUNDS; round++) {
                System.out.println("round " + round);
                failed += round(service, decisions, rate, drafts.get(round - 1), round == 1, millis, seconds);
            }
            millis.print();
            millis.printRatio("p99 during the gate", "p99 calm", "at most 3");
            millis.printRatio("p99 during activation", "p99 calm", "at most 3");
            seconds.print();
            System.out.println("failed requests: " + failed + " (wanted: none)");
        }
    }

    private static int round(
            Service service,
            List<byte[]> decisions,
            double rate,
            Workbook workbook,
            boolean first,
            Rounds millis,
            Rounds seconds)
            throws Exception {
        Drafts drafts = new Drafts(service);
        try (SteadyLoad load = new SteadyLoad(service.port(), decisions, 201, rate, SECONDS_MAX)) {
            Thread.sleep(SETTLE_MILLIS);
            long calm = System.nanoTime();
            Thread.sleep(CALM_MILLIS);
            long handedIn = System.nanoTime();
            String id = drafts.submit(workbook, first ? ManyRowsWorkbook.MADE_OF : "");
            drafts.awaitPassed(id);
            long passed = System.nanoTime();
            drafts.count(id);
            Thread.sleep(SETTLE_MILLIS);
            long approved = System.nanoTime();
            drafts.approve(id);
            long inForce = System.nanoTime();
            Thread.sleep(AFTER_ACTIVATION_MILLIS);
            long end = System.nanoTime();
            Load.Measured ofCalm = load.between(calm, handedIn);
            Load.Measured ofGate = load.between(handedIn, passed);
            Load.Measured ofActivation = load.between(approved, end);
            millis.add("median calm", ofCalm.medianMillis());
            millis.add("p99 calm", ofCalm.p99Millis());
            millis.add("median during the gate", ofGate.medianMillis());
            millis.add("p99 during the gate", ofGate.p99Millis());
            millis.add("median during activation", ofActivation.medianMillis());
            millis.add("p99 during activation", ofActivation.p99Millis());
            seconds.add("the gate took", (passed - handedIn) / 1e9);
            seconds.add("activation took", (inForce - approved) / 1e9);
            if (load.failed() > 0) {
                System.out.println("  failed: " + load.failed() + ", the first: " + load.firstFailure());
            }
            return load.failed();
        }
    }
}
