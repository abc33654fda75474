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
 * Processes concurrent requests in groups, so that they share one commit. While fewer than a set number of groups are
 * running, a caller starts one at once and nobody waits for company; later callers wait until a group ends, and the first
 * of them leads the next with all that wait. Every caller receives its own answer in its own thread.
 */
final class GroupCommit<Q, A> {
    private final int leadersMax;
    private final int sizeMax;
    private final Function<List<Q>, List<A>> together;
    private final Queue<Waiting<Q, A>> waiting = new ArrayDeque<>();
    private int leaders;

    /**
     * With its limits.
     *
     * @param leadersMax groups that run at once, at least 1
     * @param sizeMax requests in a group, at least 1
     * @param together answers all, in the order of the requests. Where it throws {@link NothingCommitted}, each request is
     *     processed again alone
     */
    GroupCommit(int leadersMax, int sizeMax, Function<List<Q>, List<A>> together) {
        this.leadersMax = leadersMax;
        this.sizeMax = sizeMax;
        this.together = together;
    }

    /** Nothing was committed for any request of the group. */
    static final class NothingCommitted extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final RuntimeException reason;

        NothingCommitted(RuntimeException reason) {
            super(reason);
            this.reason = reason;
        }

        /** Why. */
        RuntimeException reason() {
            return reason;
        }
    }

    /** @param turn completed with what the caller does next: take the answer, or lead the next group */
    private record Waiting<Q, A>(Q question, CompletableFuture<Supplier<A>> turn) {}

    /** The answer to a question, or the failure that answering it met. */
    A ask(Q question) {
        var mine = new Waiting<Q, A>(question, new CompletableFuture<>());
        return leadsAtOnce(mine) ? lead(mine) : mine.turn().join().get();
    }

    /** How many wait for a group. */
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
        List<Waiting<Q, A>> group = gathered(mine);
        List<Supplier<A>> answers =
                answers(group.stream().map(Waiting::question).toList());
        passOn();
        for (int i = 1; i < group.size(); i++) {
            group.get(i).turn().complete(answers.get(i));
        }
        return answers.get(0).get();
    }

    private synchronized List<Waiting<Q, A>> gathered(Waiting<Q, A> mine) {
        List<Waiting<Q, A>> group = new ArrayList<>(List.of(mine));
        while (group.size() < sizeMax && !waiting.isEmpty()) {
            group.add(waiting.remove());
        }
        return group;
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
        } catch (NothingCommitted failed) {
            return questions.size() == 1
                    ? List.of(failing(failed.reason()))
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
