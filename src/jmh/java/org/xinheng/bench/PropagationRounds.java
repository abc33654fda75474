package org.xinheng.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From the answer to a new listing until an agency has its task, by the stream it holds open and by its webhook. */
final class PropagationRounds {
    private static final int ROUNDS = Integer.getInteger("xinheng.bench.rounds", 5);
    private static final int SAMPLES = 200;
    private static final long NANOS_AT_MOST = 30_000_000_000L;
    private static final String AGENCY = "WH-GGZY";
    private static final Pattern LISTING = Pattern.compile("\"listing\":\"([0-9a-f-]{36})\"");

    private final Map<String, Long> streamed = new ConcurrentHashMap<>();
    private final Map<String, Long> posted = new ConcurrentHashMap<>();

    private PropagationRounds() {}

    static void run() throws Exception {
        new PropagationRounds().measure();
    }

    private void measure() throws Exception {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var threads = Executors.newCachedThreadPool();
        try (Service service = Service.start(0, Map.of("XINHENG_DEMONSTRATION", "false"))) {
            receiver.createContext("/", exchange -> {
                note(posted, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            receiver.setExecutor(threads);
            receiver.start();
            String initiator = service.key("WH-CZJ", "INITIATING_DEPARTMENT");
            String agency = service.key(AGENCY, "IMPLEMENTING_AGENCY");
            String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/tasks";
            demand(service.send("POST", "/v1/webhooks", agency, "{\"url\":\"" + url + "\"}"));
            threads.submit(() -> listen(service, agency));
            change(service, initiator, 0, 0);
            Rounds millis = new Rounds("ms");
            for (int round = 1; round <= ROUNDS; round++) {
                measure(service, initiator, round, millis);
            }
            millis.print();
            System.out.println(SAMPLES + " listings a round, one after the other; wanted: at most 2000 ms each");
        } finally {
            receiver.stop(0);
            threads.shutdownNow();
        }
    }

    private void measure(Service service, String initiator, int round, Rounds millis) throws Exception {
        List<Double> stream = new ArrayList<>();
        List<Double> webhook = new ArrayList<>();
        for (int sample = 0; sample < SAMPLES; sample++) {
            long[] times = change(service, initiator, round, sample);
            stream.add(times[0] / 1e6);
            webhook.add(times[1] / 1e6);
        }
        for (var each : Map.of("stream", stream, "webhook", webhook).entrySet()) {
            List<Double> sorted = each.getValue().stream().sorted().toList();
            millis.add(each.getKey() + ", median", sorted.get(SAMPLES / 2));
            millis.add(each.getKey() + ", p99", sorted.get(SAMPLES * 99 / 100));
            millis.add(each.getKey() + ", most", sorted.get(SAMPLES - 1));
        }
    }

    /** Nanoseconds from the answer to the arrival by stream and by webhook; none where it arrived before the answer. */
    private long[] change(Service service, String initiator, int round, int sample) throws Exception {
        String organisation = Entry.organisation((char) ('A' + round % 20), sample);
        String listing = Entry.id(demand(service.send("POST", "/v1/listings", initiator, Entry.of(organisation))));
        long answered = System.nanoTime();
        while (!streamed.containsKey(listing) || !posted.containsKey(listing)) {
            if (System.nanoTime() - answered > NANOS_AT_MOST) {
                throw new IllegalStateException("nothing came of listing " + listing);
            }
            Thread.sleep(1);
        }
        return new long[] {Math.max(0, streamed.get(listing) - answered), Math.max(0, posted.get(listing) - answered)};
    }

    private @Nullable Void listen(Service service, String agency) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + service.port() + "/v1/tasks/stream"))
                .header("Authorization", "Bearer " + agency)
                .header("Accept", "text/event-stream")
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data:")) {
                    note(streamed, line);
                }
            }
        }
        return null;
    }

    private static void note(Map<String, Long> arrived, String task) {
        long now = System.nanoTime();
        Matcher listing = LISTING.matcher(task);
        if (listing.find()) {
            arrived.putIfAbsent(listing.group(1), now);
        }
    }

    private static String demand(HttpResponse<String> answer) {
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
