package org.xinheng.bench;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinheng.kernel.BeijingTime;

/**
 * The command {@code replay} over many stored decisions, each time in a JVM that has just started, beside a service that
 * has nothing else to do. Every decision must come out the same.
 */
final class ReplayRounds {
    private static final int ROUNDS = Integer.getInteger("xinheng.bench.rounds", 5);
    private static final int COPIES = 9;
    private static final Pattern LINE = Pattern.compile("(?m)^(decisions|SAME|seconds)\t([0-9.]+)$");

    private ReplayRounds() {}

    static void run() throws Exception {
        try (Service service = Service.start(0, Map.of())) {
            StoredDecisions.make(service, COPIES);
            Rounds rounds = new Rounds("decisions/s");
            String today = LocalDate.now(BeijingTime.ZONE).toString();
            String yesterday = LocalDate.now(BeijingTime.ZONE).minusDays(1).toString();
            for (int round = 1; round <= ROUNDS; round++) {
                String stated = service.command("replay", "--from", yesterday, "--to", today);
                double decisions = number(stated, "decisions");
                if (decisions == 0 || decisions > number(stated, "SAME")) {
                    throw new IllegalStateException(stated);
                }
                System.out.printf("round %d: %.0f decisions, all the same%n", round, decisions);
                rounds.add("replayed", decisions / number(stated, "seconds"));
            }
            rounds.print();
            System.out.println("wanted: at least 5,000 decisions/s");
        }
    }

    private static double number(String stated, String name) {
        Matcher line = LINE.matcher(stated);
        while (line.find()) {
            if (line.group(1).equals(name)) {
                return Double.parseDouble(line.group(2));
            }
        }
        throw new IllegalStateException(stated);
    }
}
