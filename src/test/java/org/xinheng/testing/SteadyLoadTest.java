package org.xinheng.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What asks beside a test hides nothing from it. */
class SteadyLoadTest {
    @Test
    void a_question_that_throws_is_a_failed_answer_and_the_next_one_is_asked() {
        Callable<String> refused = () -> {
            throw new ConnectException("refused");
        };
        try (var load = new SteadyLoad<>(List.of(refused), Throwable::getMessage, 1)) {
            await().until(() -> load.answers().size() > 2);
            assertThat(load.answers()).containsOnly("refused");
        }
    }

    @Test
    void questions_overlap() {
        var both = new CountDownLatch(2);
        Callable<String> met = () -> {
            both.countDown();
            return both.await(1, TimeUnit.MINUTES) ? "met" : "alone";
        };
        try (var load = new SteadyLoad<>(List.of(met, met), Throwable::toString, 1)) {
            await().until(() -> !load.answers().isEmpty());
            assertThat(load.answers()).containsOnly("met");
        }
    }
}
