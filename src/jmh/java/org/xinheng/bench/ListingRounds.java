package org.xinheng.bench;

import java.util.List;
import java.util.Map;

/**
 * Decisions with many listings in the database beside decisions with few: two services, each on its own database. The
 * listings are copied there past the log and past the maker of tasks, so that decisions are what is measured.
 */
final class ListingRounds {
    private static final int ROUNDS = Integer.getInteger("xinheng.bench.rounds", 7);
    private static final int FEW = 1_000;
    private static final int MANY = Integer.getInteger("xinheng.bench.entries", 1_000_000);
    private static final int ADDED_AT_ONCE = 300_000; // three a subject
    private static final double SECONDS_TO_WARM_UP = 15;
    private static final double SECONDS = 10;

    private record Populated(Service service, Load load, List<byte[]> decisions) {}

    private ListingRounds() {}

    static void run() throws Exception {
        Map<String, String> bare = Map.of("XINHENG_DEMONSTRATION", "false");
        try (Service small = Service.start(0, bare);
                Service large = Service.start(1, bare)) {
            Populated few = populate(small, FEW);
            Populated many = populate(large, MANY);
            Rounds rounds = new Rounds("ms a decision, 16 at once");
            for (int round = 1; round <= ROUNDS; round++) {
                System.out.println("round " + round);
                // whoever comes second finds the processor as the first one left it: they take turns
                if (round % 2 == 1) {
                    measure(rounds, FEW + " listings", few);
                    measure(rounds, MANY + " listings", many);
                } else {
                    measure(rounds, MANY + " listings", many);
                    measure(rounds, FEW + " listings", few);
                }
            }
            rounds.print();
            rounds.printRatio(MANY + " listings, median", FEW + " listings, median", "at most 1.3");
            rounds.printRatio(MANY + " listings, p99", FEW + " listings, p99", "at most 1.3");
        }
    }

    private static void measure(Rounds rounds, String what, Populated populated) throws Exception {
        Load.Measured measured = populated.load().run(populated.decisions(), 201, SECONDS);
        rounds.add(what + ", median", measured.medianMillis());
        rounds.add(what + ", p99", measured.p99Millis());
        System.out.printf("  %-44s %10.1f decisions/s%n", what, measured.perSecond());
    }

    private static Populated populate(Service service, int listings) throws Exception {
        String key = service.key("WH-CZJ", "IMPLEMENTING_AGENCY");
        long begun = System.nanoTime();
        for (int from = 0; from < listings; from += ADDED_AT_ONCE) {
            int count = Math.min(ADDED_AT_ONCE, listings - from);
            post(service, key, "/bench/listings?from=" + from + "&count=" + count);
        }
        post(service, key, "/bench/analyze");
        System.out.printf(
                "%d listings copied in %.1f s; they stand in no log%n", listings, (System.nanoTime() - begun) / 1e9);
        List<String> identifiers = service.send("GET", "/bench/identifiers", key, "")
                .body()
                .lines()
                .toList();
        List<byte[]> decisions = Requests.decisions(identifiers, key);
        Load load = new Load(service.port(), 16);
        load.run(decisions, 201, SECONDS_TO_WARM_UP);
        return new Populated(service, load, decisions);
    }

    private static void post(Service service, String key, String path) throws Exception {
        int status = service.send("POST", path, key, "").statusCode();
        if (status >= 300) {
            throw new IllegalStateException(path + " answered " + status);
        }
    }
}
