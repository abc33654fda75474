package org.xinheng.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Work that a node does again and again, on a daemon thread of its own: whenever it is woken, and after a rest at the
 * latest. After a round that failed it rests whether woken or not. A failure is logged once, and again only when another
 * one or a success came between.
 */
public final class Loop {
    private static final System.Logger LOG = System.getLogger(Loop.class.getName());
    private static final long STOPS_WITHIN_MILLIS = 10_000;

    private final Duration rest;
    private final Round round;
    private final Thread thread;
    private final Semaphore woken = new Semaphore(0);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable String lastFailure;

    /** One round of the work. */
    @FunctionalInterface
    public interface Round {
        /** Does it once. A long round asks {@link Loop#stopping} in between. */
        void run() throws Exception;
    }

    /** A loop on a thread like those that answer requests. */
    public Loop(String name, Duration rest, Round round) {
        this(DaemonThreads.named(name), rest, round);
    }

    /**
     * A loop that has not begun.
     *
     * @param threads make its one thread, which names it in the log
     * @param rest longest time between two rounds
     */
    public Loop(ThreadFactory threads, Duration rest, Round round) {
        this.rest = rest;
        this.round = round;
        this.thread = threads.newThread(this::run);
    }

    /** Begins with a round. */
    public void start() {
        wake();
        thread.start();
    }

    /** Begins with a rest. */
    public void startAfterRest() {
        thread.start();
    }

    /** There may be something to do. A round that is under way is followed by another one. */
    public void wake() {
        woken.release();
    }

    /** Whether it was asked to stop. */
    public boolean stopping() {
        return stopping.getCount() == 0;
    }

    /** Asks it to stop, and waits a while for the end of the round that is under way. */
    public void stop() {
        askToStop();
        try {
            thread.join(STOPS_WITHIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Interrupts the round that is under way, and does not wait. */
    public void stopNow() {
        askToStop();
        thread.interrupt();
    }

    private void askToStop() {
        stopping.countDown();
        wake();
    }

    private void run() {
        while (!stopping()) {
            try {
                woken.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits();
                if (!stopping()) {
                    round.run();
                    lastFailure = null;
                }
            } catch (Throwable failed) { // whatever it is: without its thread the node would go on and lack this work
                restAfter(failed);
            }
        }
    }

    private void restAfter(Throwable failed) {
        if (stopping()) {
            return;
        }
        if (!failed.toString().equals(lastFailure)) {
            lastFailure = failed.toString();
            LOG.log(System.Logger.Level.WARNING, thread.getName() + " failed; it is tried again", failed);
        }
        try {
            stopping.await(rest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // by stopNow alone, after which there is no further round
        }
    }
}
