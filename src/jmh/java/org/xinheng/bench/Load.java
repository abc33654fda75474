package org.xinheng.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A closed load: so many connections, each sending its next request when the last one is answered. */
final class Load {
    private final int port;
    private final int connections;

    Load(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /** What a run measured. */
    record Measured(double perSecond, double medianMillis, double p99Millis) {}

    /**
     * Sends these requests over and over.
     *
     * @param requests whole HTTP requests
     * @param status the status that each must be answered with
     */
    Measured run(List<byte[]> requests, int status, double seconds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long begun = System.nanoTime();
            long end = begun + (long) (seconds * 1e9);
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int first = i * requests.size() / connections;
                Callable<long[]> sending = () -> send(requests, first, status, end);
                running.add(threads.submit(sending));
            }
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> one : running) {
                all.add(one.get());
            }
            double took = (System.nanoTime() - begun) / 1e9;
            long[] times = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Measured(
                    times.length / took, times[times.length / 2] / 1e6, times[times.length * 99 / 100] / 1e6);
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(5, TimeUnit.SECONDS);
        }
    }

    private long[] send(List<byte[]> requests, int first, int status, long end) throws IOException {
        long[] times = new long[1 << 20];
        int sent = 0;
        try (Wire wire = new Wire(port)) {
            while (System.nanoTime() < end && sent < times.length) {
                long begun = System.nanoTime();
                int answered = wire.ask(requests.get((first + sent) % requests.size()));
                if (answered != status) {
                    throw new IllegalStateException("answered " + answered + " where " + status + " was wanted");
                }
                times[sent++] = System.nanoTime() - begun;
            }
        }
        return Arrays.copyOf(times, sent);
    }

    /** A request as bytes. */
    static byte[] request(String method, String path, String key, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head =
                "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(method, path, key, bytes.length);
        byte[] first = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(first, first.length + bytes.length);
        System.arraycopy(bytes, 0, whole, first.length, bytes.length);
        return whole;
    }
}
