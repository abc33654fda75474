package org.xinheng.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An open load: requests fall due at a fixed rate whether or not earlier ones are answered, and the time of each is
 * counted from the moment it fell due. A service that stands still for a while is charged for everybody who came meanwhile.
 */
final class SteadyLoad implements AutoCloseable {
    private static final int CONNECTIONS = 32;

    private final int port;
    private final List<byte[]> requests;
    private final int status;
    private final double nanosBetween;
    private final long begun = System.nanoTime();
    /** Of the request of that place, nanoseconds from falling due to its answer; 0 until it is answered. */
    private final long[] times;

    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    private final List<Future<?>> sending = new ArrayList<>();
    private volatile @Nullable String firstFailure;
    private volatile boolean stopping;

    /**
     * Begins at once.
     *
     * @param status the status that each must be answered with
     * @param secondsMax after which it stops by itself
     */
    SteadyLoad(int port, List<byte[]> requests, int status, double perSecond, int secondsMax) {
        this.port = port;
        this.requests = requests;
        this.status = status;
        this.nanosBetween = 1e9 / perSecond;
        this.times = new long[(int) (perSecond * secondsMax)];
        for (int i = 0; i < CONNECTIONS; i++) {
            sending.add(threads.submit(this::send));
        }
    }

    /**
     * What was measured of the requests that fell due between two moments of {@link System#nanoTime}; those on their way
     * are waited for.
     */
    Load.Measured between(long from, long to) {
        int first = place(from);
        int end = Math.min(place(to), times.length);
        awaitAnswered(end);
        long[] window = Arrays.copyOfRange(times, first, end);
        Arrays.sort(window);
        return new Load.Measured(
                window.length / ((to - from) / 1e9),
                window[window.length / 2] / 1e6,
                window[window.length * 99 / 100] / 1e6);
    }

    /** Requests that were answered otherwise than wanted, or not at all. */
    int failed() {
        return failed.get();
    }

    /** What was wrong with the first of them. */
    @Nullable
    String firstFailure() {
        return firstFailure;
    }

    private int place(long nanoTime) {
        return (int) Math.max(0, (nanoTime - begun) / nanosBetween);
    }

    private void awaitAnswered(int end) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        for (int place = 0; place < end; place++) {
            while (times[place] == 0) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("a request is not answered; the first failure: " + firstFailure);
                }
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private void send() {
        @Nullable Wire wire = null;
        for (int place = next.getAndIncrement(); place < times.length && !stopping; place = next.getAndIncrement()) {
            long due = begun + (long) (place * nanosBetween);
            for (long wait = due - System.nanoTime(); wait > 0 && !stopping; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            try {
                wire = wire == null ? new Wire(port) : wire;
                int answered = wire.ask(requests.get(place % requests.size()));
                if (answered != status) {
                    fail("answered " + answered + " where " + status + " was wanted");
                }
            } catch (IOException gone) {
                fail(gone.toString());
                wire = null;
            }
            times[place] = System.nanoTime() - due;
        }
        if (wire != null) {
            try {
                wire.close();
            } catch (IOException gone) {
                fail(gone.toString());
            }
        }
    }

    private void fail(String why) {
        if (failed.getAndIncrement() == 0) {
            firstFailure = why;
        }
    }

    @Override
    public void close() {
        stopping = true;
        threads.shutdown();
        sending.forEach(SteadyLoad::await);
    }

    private static void await(Future<?> one) {
        try {
            one.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("a connection of the load came to no end", failed);
        }
    }
}
