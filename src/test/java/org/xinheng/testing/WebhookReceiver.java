package org.xinheng.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An agency's system that takes tasks, or fails to, as a test wants it. */
public final class WebhookReceiver implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Function<JsonPath, Behaviour> behaviour = task -> Behaviour.TAKES;

    /** What it does with a delivery. */
    public enum Behaviour {
        TAKES,
        FAILS,
        HANGS
    }

    /** A delivery with what was answered to it. */
    public record Received(Map<String, String> headers, String body, Behaviour answered) {
        /** The task in it. */
        public JsonPath task() {
            return JsonPath.from(body);
        }
    }

    /** A receiver on the own machine. */
    public WebhookReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    /** Its address. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/tasks";
    }

    /** From now on it does this. */
    public void behave(Function<JsonPath, Behaviour> wanted) {
        behaviour = wanted;
    }

    /** Every delivery, in the order in which they came. */
    public List<Received> all() {
        return List.copyOf(received);
    }

    /** Every delivery of a listing's tasks, in the order in which they came. */
    public List<Received> of(String listing) {
        return received.stream()
                .filter(each -> listing.equals(each.task().getString("listing")))
                .toList();
    }

    /** Causes of the tasks of a listing that it took, in the order in which they came. */
    public List<String> taken(String listing) {
        return of(listing).stream()
                .filter(each -> each.answered() == Behaviour.TAKES)
                .map(each -> each.task().getString("cause"))
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Behaviour does = behaviour.apply(JsonPath.from(body));
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().get(0)));
        received.add(new Received(headers, body, does));
        if (does == Behaviour.HANGS) {
            try {
                hanging.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.sendResponseHeaders(does == Behaviour.TAKES ? 204 : 500, -1);
        exchange.close();
    }

    @Override
    public void close() {
        hanging.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
