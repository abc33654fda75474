package org.xinheng.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Asks over and over, each asker on a thread of its own, so that requests overlap. What throws is an answer too. */
public final class SteadyLoad<A> implements AutoCloseable {
    private final Queue<A> answers = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService threads;

    /**
     * Begins to ask.
     *
     * @param askers each asks one question
     * @param failure the answer that something thrown counts for
     * @param everyMillis between the beginnings of an asker's questions
     */
    public SteadyLoad(List<Callable<A>> askers, Function<Throwable, A> failure, int everyMillis) {
        threads = Executors.newScheduledThreadPool(askers.size());
        for (Callable<A> asker : askers) {
            threads.scheduleAtFixedRate(
                    () -> answers.add(answer(asker, failure)), 0, everyMillis, TimeUnit.MILLISECONDS);
        }
    }

    /** What was answered so far. */
    public Collection<A> answers() {
        return List.copyOf(answers);
    }

    /** Ends to ask, waits for what is under way, and gives every answer. */
    public Collection<A> end() {
        threads.shutdown();
        try {
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
        return answers();
    }

    @Override
    public void close() {
        end();
    }

    /** A task that throws would never be begun again, and nobody would know. */
    private static <A> A answer(Callable<A> asker, Function<Throwable, A> failure) {
        try {
            return asker.call();
        } catch (Throwable thrown) {
            return failure.apply(thrown);
        }
    }
}
