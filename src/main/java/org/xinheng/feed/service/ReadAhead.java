package org.xinheng.feed.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xinheng.feed.ReadRow;
import org.xinheng.work.DaemonThreads;

/**
 * Rows of a large file, read and checked in a thread of their own while those before them are judged and staged by whoever
 * takes them. They come in their order; what breaks the reading off is thrown to the taker after all rows before it. When
 * the taker ends, in whatever way, the reading has ended too.
 */
final class ReadAhead implements EnterFeed.Rows {
    private static final int ROWS_TOGETHER = 500;
    private static final int PARTS_AHEAD = 8;

    private final EnterFeed.Rows rows;

    ReadAhead(EnterFeed.Rows rows) {
        this.rows = rows;
    }

    /** Rows that are handed over together; the last part has none, and what broke the reading off if something did. */
    private record Part(
            List<ReadRow> rows, boolean last, @Nullable Throwable failure) {}

    @Override
    public void to(Consumer<ReadRow> taker) {
        Reading reading = new Reading(rows);
        Thread thread = DaemonThreads.named("feed-reading").newThread(reading);
        thread.start();
        try {
            Part part = reading.next(thread);
            while (!part.last()) {
                part.rows().forEach(taker);
                part = reading.next(thread);
            }
            rethrow(part.failure());
        } finally {
            reading.end(thread);
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            // declared by nobody: what intercepts calls to the database may throw it all the same
            throw new IllegalStateException("a file could not be read on", failure);
        }
    }

    /** What the thread does. It is never interrupted: it may be at the database, which would take that for a failure. */
    private static final class Reading implements Runnable {
        private static final long LOOK_AGAIN_MILLIS = 20;

        private final EnterFeed.Rows rows;
        private final BlockingQueue<Part> parts = new ArrayBlockingQueue<>(PARTS_AHEAD);
        private List<ReadRow> together = new ArrayList<>(ROWS_TOGETHER);
        private volatile boolean nobodyTakes;

        Reading(EnterFeed.Rows rows) {
            this.rows = rows;
        }

        @Override
        public void run() {
            Throwable failure = null;
            try {
                rows.to(this::add);
            } catch (Throwable e) { // whatever it is: who takes the rows would wait for ever
                failure = e;
            }
            if (!nobodyTakes) {
                put(new Part(together, false, null));
                put(new Part(List.of(), true, failure));
            }
        }

        private void add(ReadRow row) {
            if (nobodyTakes) {
                throw new IllegalStateException("nobody takes rows any more");
            }
            together.add(row);
            if (together.size() == ROWS_TOGETHER) {
                put(new Part(together, false, null));
                together = new ArrayList<>(ROWS_TOGETHER);
            }
        }

        private void put(Part part) {
            uninterrupted(() -> {
                parts.put(part);
                return part;
            });
        }

        Part next(Thread thread) {
            while (true) {
                boolean alive = thread.isAlive();
                Optional<Part> part =
                        uninterrupted(() -> Optional.ofNullable(parts.poll(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)));
                if (part.isPresent()) {
                    return part.get();
                }
                if (!alive) {
                    throw new IllegalStateException("the reading of a file ended without a word");
                }
            }
        }

        /** Nobody takes rows any more; returns when none is read any more either. */
        void end(Thread thread) {
            nobodyTakes = true;
            while (thread.isAlive()) {
                parts.clear(); // whoever waits to hand over goes on
                uninterrupted(() -> {
                    thread.join(LOOK_AGAIN_MILLIS);
                    return thread;
                });
            }
        }

        @FunctionalInterface
        private interface Waiting<T> {
            T done() throws InterruptedException;
        }

        private static <T> T uninterrupted(Waiting<T> waiting) {
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return waiting.done();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
