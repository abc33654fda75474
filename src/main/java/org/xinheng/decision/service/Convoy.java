package org.xinheng.decision.service;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Questions that come while others are being answered go together afterwards. Whoever comes while fewer than a set
 * number of convoys are on their way leads one at once, so that nobody ever waits for company; the others wait until one
 * arrives, and the first of them leads the next with all who wait. Every caller waits for its own answer in its own
 * thread.
 */
final class Convoy<Q, A> {
    private final int leadersMax;
    private final int sizeMax;
    private final Function<List<Q>, List<A>> together;
    private final Queue<Waiting<Q, A>> waiting = new ArrayDeque<>();
    private int leaders;

    /**
     * A convoy.
     *
     * @param leadersMax how many are on their way at once, at least 1
     * @param sizeMax how many questions go together, at least 1
     * @param together answers all, in the order of the questions. With {@link Scattered} it says that nothing was done and
     *     nothing will be: each question is then asked alone
     */
    Convoy(int leadersMax, int sizeMax, Function<List<Q>, List<A>> together) {
        this.leadersMax = leadersMax;
        this.sizeMax = sizeMax;
        this.together = together;
    }

    /** Nothing was done for any of the questions. */
    static final class Scattered extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final RuntimeException reason;

        Scattered(RuntimeException reason) {
            super(reason);
            this.reason = reason;
        }

        /** Why. */
        RuntimeException reason() {
            return reason;
        }
    }

    /** @param turn completed with what is left to do for whoever asked: to take the answer, or to lead */
    private record Waiting<Q, A>(Q question, CompletableFuture<Supplier<A>> turn) {}

    /** The answer to a question, or the failure that answering it met. */
    A ask(Q question) {
        var mine = new Waiting<Q, A>(question, new CompletableFuture<>());
        return leadsAtOnce(mine) ? lead(mine) : mine.turn().join().get();
    }

    /** How many wait for a convoy. */
    synchronized int waiting() {
        return waiting.size();
    }

    private synchronized boolean leadsAtOnce(Waiting<Q, A> mine) {
        if (leaders < leadersMax) {
            leaders++;
            return true;
        }
        waiting.add(mine);
        return false;
    }

    private A lead(Waiting<Q, A> mine) {
        List<Waiting<Q, A>> convoy = gathered(mine);
        List<Supplier<A>> answers =
                answers(convoy.stream().map(Waiting::question).toList());
        passOn();
        for (int i = 1; i < convoy.size(); i++) {
            convoy.get(i).turn().complete(answers.get(i));
        }
        return answers.get(0).get();
    }

    private synchronized List<Waiting<Q, A>> gathered(Waiting<Q, A> mine) {
        List<Waiting<Q, A>> convoy = new ArrayList<>(List.of(mine));
        while (convoy.size() < sizeMax && !waiting.isEmpty()) {
            convoy.add(waiting.remove());
        }
        return convoy;
    }

    private synchronized void passOn() {
        Waiting<Q, A> next = waiting.poll();
        if (next == null) {
            leaders--;
        } else {
            next.turn().complete(() -> lead(next));
        }
    }

    /** Never fails: what fails is found by those who asked. */
    @SuppressWarnings("IllegalCatch") // whatever went wrong, those who wait must hear of it
    private List<Supplier<A>> answers(List<Q> questions) {
        try {
            List<A> answers = together.apply(questions);
            if (answers.size() != questions.size()) {
                throw new IllegalStateException(answers.size() + " answers to " + questions.size() + " questions");
            }
            return answers.stream().map(answer -> (Supplier<A>) () -> answer).toList();
        } catch (Scattered scattered) {
            return questions.size() == 1
                    ? List.of(failing(scattered.reason()))
                    : questions.stream()
                            .flatMap(question -> answers(List.of(question)).stream())
                            .toList();
        } catch (RuntimeException | Error failed) {
            return Collections.nCopies(questions.size(), failing(failed));
        }
    }

    private Supplier<A> failing(Throwable failed) {
        return () -> {
            if (failed instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failed;
        };
    }
}
