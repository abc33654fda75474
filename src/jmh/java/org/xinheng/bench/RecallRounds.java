package org.xinheng.bench;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the removal of an entry until every decision that rests on it has been sent to be undone and can be read. */
final class RecallRounds {
    private static final int ROUNDS = Integer.getInteger("xinheng.bench.rounds", 3);
    private static final int DECISIONS = 10_000;
    private static final int DESKS = 8;
    private static final Pattern DECISION = Pattern.compile("\"decision\":\"([0-9a-f-]{36})\"");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    private RecallRounds() {}

    static void run() throws Exception {
        Rounds seconds = new Rounds("s");
        try (Service service = Service.start(0, Map.of("XINHENG_DEMONSTRATION", "false"))) {
            String finance = service.key("WH-CZJ", "INITIATING_DEPARTMENT,IMPLEMENTING_AGENCY");
            for (int round = 1; round <= ROUNDS; round++) {
                String organisation = Entry.organisation('R', round);
                String listing =
                        Entry.id(demand(service.send("POST", "/v1/listings", finance, Entry.of(organisation))));
                decide(service, finance, organisation);
                long begun = System.nanoTime();
                demand(service.send(
                        "POST", "/v1/listings/" + listing + "/removal", finance, """
                        {"removedOn":"%s","reason":"列入有误","documentNumber":"更正1号","correction":true}""".formatted(Entry.today())));
                String recall = "/v1/listings/" + listing + "/recall?size=200";
                while (!service.send("GET", recall, finance, "").body().contains("\"decisions\":" + DECISIONS + ",")) {
                    Thread.sleep(50);
                }
                seconds.add("all sent to be undone", (System.nanoTime() - begun) / 1e9);
                read(service, finance, recall);
                seconds.add("all read, page by page", (System.nanoTime() - begun) / 1e9);
            }
        }
        System.out.println(DECISIONS + " decisions rest on the entry; wanted: at most 30 s");
        seconds.print();
    }

    private static void decide(Service service, String key, String organisation) throws Exception {
        ExecutorService desks = Executors.newFixedThreadPool(DESKS);
        try {
            List<Future<Integer>> all = new ArrayList<>();
            for (int desk = 0; desk < DESKS; desk++) {
                int first = desk * DECISIONS / DESKS;
                Callable<Integer> work = () -> {
                    for (int number = 0; number < DECISIONS / DESKS; number++) {
                        String body = Requests.DECISION.formatted(organisation, first + number);
                        if (!demand(service.send("POST", "/v1/decisions", key, body))
                                .contains("PROHIBIT")) {
                            throw new IllegalStateException("a decision does not rest on the entry");
                        }
                    }
                    return 0;
                };
                all.add(desks.submit(work));
            }
            for (Future<Integer> each : all) {
                each.get();
            }
        } finally {
            desks.shutdownNow();
        }
    }

    private static void read(Service service, String key, String recall) throws Exception {
        Set<String> decisions = new HashSet<>();
        String next = "";
        do {
            String page = service.send("GET", recall + next, key, "").body();
            DECISION.matcher(page).results().forEach(each -> decisions.add(each.group(1)));
            Matcher further = NEXT.matcher(page);
            next = further.find() ? "&after=" + further.group(1) : null;
        } while (next != null);
        if (decisions.size() != DECISIONS) {
            throw new IllegalStateException(decisions.size() + " decisions are listed");
        }
    }

    private static String demand(HttpResponse<String> answer) {
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
