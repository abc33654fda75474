package org.xinheng.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a node does again and again. */
class LoopTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(100);

    private final List<Long> rounds = new CopyOnWriteArrayList<>();
    private Loop loop;

    @AfterEach
    void nothingGoesOn() {
        loop.stop();
    }

    @Test
    void it_works_at_once_and_again_when_it_is_woken() {
        begin(LONG, () -> {});
        rounds(1);
        loop.wake();
        rounds(2);
    }

    @Test
    void it_works_again_after_its_rest_though_nobody_wakes_it() {
        begin(SHORT, () -> {});
        rounds(3);
    }

    @Test
    void it_may_begin_with_its_rest() {
        long begun = System.nanoTime();
        loop = new Loop("test", SHORT, () -> rounds.add(System.nanoTime()));
        loop.startAfterRest();
        rounds(1);
        assertThat(rounds.get(0) - begun).isGreaterThanOrEqualTo(SHORT.toNanos());
    }

    @Test
    void whoever_wakes_it_during_a_round_gets_a_further_one() throws InterruptedException {
        var inside = new CountDownLatch(1);
        var woken = new CountDownLatch(1);
        begin(LONG, () -> {
            inside.countDown();
            woken.await();
        });
        assertThat(inside.await(1, TimeUnit.MINUTES)).isTrue();
        loop.wake();
        woken.countDown();
        rounds(2);
    }

    @Test
    void after_a_round_that_failed_it_rests_though_it_is_woken() {
        begin(SHORT, () -> {
            loop.wake();
            throw new IllegalStateException("broken");
        });
        rounds(3);
        for (int i = 1; i < 3; i++) {
            assertThat(rounds.get(i) - rounds.get(i - 1)).isGreaterThanOrEqualTo(SHORT.toNanos());
        }
    }

    @Test
    void an_error_ends_a_round_and_not_the_loop() {
        var failing = new AtomicBoolean(true);
        begin(SHORT, () -> {
            if (failing.getAndSet(false)) {
                throw new StackOverflowError("test");
            }
        });
        rounds(2);
    }

    @Test
    void a_failure_is_logged_once_and_again_when_a_round_went_well_in_between() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler handler = handler(logged);
        Logger logger = Logger.getLogger(Loop.class.getName());
        logger.addHandler(handler);
        try {
            var number = new AtomicInteger();
            begin(SHORT, () -> {
                if (number.incrementAndGet() != 4) {
                    throw new IllegalStateException("broken");
                }
            });
            rounds(7);
            assertThat(logged).containsExactly("broken", "broken");
        } finally {
            logger.removeHandler(handler);
        }
    }

    @Test
    void it_stops_when_the_round_under_way_is_over_and_begins_no_other() throws InterruptedException {
        var inside = new CountDownLatch(1);
        var over = new AtomicBoolean();
        begin(SHORT, () -> {
            inside.countDown();
            await().until(loop::stopping);
            over.set(true);
        });
        assertThat(inside.await(1, TimeUnit.MINUTES)).isTrue();
        loop.stop();
        assertThat(over).isTrue();
        assertThat(rounds).hasSize(1);
    }

    @Test
    void where_nobody_waits_for_it_the_round_under_way_is_interrupted() throws InterruptedException {
        var inside = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        begin(LONG, () -> {
            inside.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        assertThat(inside.await(1, TimeUnit.MINUTES)).isTrue();
        loop.stopNow();
        assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void one_that_never_began_can_be_stopped() {
        loop = new Loop("test", LONG, () -> {});
        loop.stop();
        assertThat(loop.stopping()).isTrue();
    }

    private void begin(Duration rest, Loop.Round round) {
        loop = new Loop("test", rest, () -> {
            rounds.add(System.nanoTime());
            round.run();
        });
        loop.start();
    }

    private void rounds(int atLeast) {
        await().atMost(Duration.ofMinutes(1)).until(() -> rounds.size() >= atLeast);
    }

    private static Handler handler(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getThrown().getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
