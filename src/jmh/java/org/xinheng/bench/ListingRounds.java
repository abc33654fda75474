package org.xinheng.bench;

import java.util.List;
import java.util.Map;

/** Decisions with many listings in the database beside decisions with few: two services, each on its own database. */
final class ListingRounds {
    private static final int ROUNDS = Integer.getInteger("xinheng.bench.rounds", 7);
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final double SECONDS_TO_WARM_UP = 15;
    private static final double SECONDS = 6;

    private record Populated(Service service, Load load, List<byte[]> decisions) {}

    private ListingRounds() {}

    static void run() throws Exception {
        Map<String, String> bare = Map.of("XINHENG_DEMONSTRATION", "false");
        try (Service small = Service.start(0, bare);
                Service large = Service.start(1, bare)) {
            Populated few = populate(small, FEW);
            Populated many = populate(large, MANY);
            Rounds rounds = new Rounds("decisions/s");
            for (int round = 1; round <= ROUNDS; round++) {
                System.out.println("round " + round);
                rounds.add(
                        FEW + " listings",
                        few.load().run(few.decisions(), 201, SECONDS).perSecond());
                rounds.add(
                        MANY + " listings",
                        many.load().run(many.decisions(), 201, SECONDS).perSecond());
            }
            rounds.print();
            rounds.printRatio(MANY + " listings", FEW + " listings", "at least 0.80");
        }
    }

    private static Populated populate(Service service, int listings) throws Exception {
        String key = service.command(
                        "keys",
                        "create",
                        "--department",
                        "WH-CZJ",
                        "--roles",
                        "IMPLEMENTING_AGENCY",
                        "--label",
                        "bench")
                .lines()
                .filter(line -> line.startsWith("key="))
                .map(line -> line.substring("key=".length()))
                .findFirst()
                .orElseThrow();
        for (String path : List.of("/bench/listings?count=" + listings, "/bench/analyze")) {
            int status = service.send("POST", path, key, "").statusCode();
            if (status >= 300) {
                throw new IllegalStateException(path + " answered " + status);
            }
        }
        List<String> identifiers = service.send("GET", "/bench/identifiers", key, "")
                .body()
                .lines()
                .toList();
        List<byte[]> decisions = Requests.decisions(identifiers, key);
        Load load = new Load(service.port(), 16);
        load.run(decisions, 201, SECONDS_TO_WARM_UP);
        return new Populated(service, load, decisions);
    }
}
