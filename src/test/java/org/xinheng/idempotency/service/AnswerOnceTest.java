package org.xinheng.idempotency.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.xinheng.idempotency.BodyHash;
import org.xinheng.idempotency.IdempotencyKey;
import org.xinheng.idempotency.IdempotentAnswers;
import org.xinheng.idempotency.KeyedCall;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

class AnswerOnceTest {
    private static final UUID CALLER = new UUID(0, 1);

    private final Map<KeyedCall, IdempotentAnswers.Stored> stored = new HashMap<>();
    private final Set<KeyedCall> claimedElsewhere = new HashSet<>();
    private final AnswerOnce answerOnce = new AnswerOnce(new InMemory(), Clock.systemUTC());
    private final AtomicInteger effects = new AtomicInteger();

    @Test
    void the_same_request_has_its_effect_once_and_gets_the_same_bytes_again() {
        AnswerOnce.Answered first = answerOnce.answer(call("k"), body("{}"), this::effect);
        AnswerOnce.Answered again = answerOnce.answer(call("k"), body("{}"), this::effect);

        assertThat(effects).hasValue(1);
        assertThat(first.replay()).isFalse();
        assertThat(again.replay()).isTrue();
        assertThat(again.answer().body()).isEqualTo(first.answer().body());
        assertThat(again.answer().location()).isEqualTo("/v1/things/1");
        assertThat(again.answer().status()).isEqualTo(201);
    }

    @Test
    void another_body_under_the_same_key_is_refused_and_has_no_effect() {
        answerOnce.answer(call("k"), body("{}"), this::effect);

        assertRefused(ErrorCode.IDEMPOTENCY_KEY_REUSED, call("k"), "{\"a\":1}");
        assertThat(effects).hasValue(1);
    }

    @Test
    void another_caller_another_address_and_another_key_are_other_requests() {
        answerOnce.answer(call("k"), body("{}"), this::effect);
        answerOnce.answer(call("l"), body("{}"), this::effect);
        answerOnce.answer(new KeyedCall(CALLER, "POST /v1/others", new IdempotencyKey("k")), body("{}"), this::effect);
        answerOnce.answer(
                new KeyedCall(new UUID(0, 2), "POST /v1/things", new IdempotencyKey("k")), body("{}"), this::effect);

        assertThat(effects).hasValue(4);
    }

    @Test
    void while_the_first_is_running_a_second_is_told_so() {
        claimedElsewhere.add(call("k"));

        assertRefused(ErrorCode.IDEMPOTENCY_IN_PROGRESS, call("k"), "{}");
        assertThat(effects).hasValue(0);
    }

    @Test
    void two_repeats_at_once_are_both_answered() {
        answerOnce.answer(call("k"), body("{}"), this::effect);
        claimedElsewhere.add(call("k"));

        assertThat(answerOnce.answer(call("k"), body("{}"), this::effect).replay())
                .isTrue();
    }

    @Test
    void a_refusal_is_not_kept_so_that_the_mended_request_may_use_the_key() {
        Supplier<RenderedAnswer> refusing = () -> {
            throw Refusal.of(ErrorCode.LISTING_NOT_FOUND);
        };
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> answerOnce.answer(call("k"), body("{}"), refusing));

        assertThat(answerOnce.answer(call("k"), body("{\"a\":1}"), this::effect).replay())
                .isFalse();
    }

    private void assertRefused(ErrorCode code, KeyedCall call, String json) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> answerOnce.answer(call, body(json), this::effect))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private RenderedAnswer effect() {
        int number = effects.incrementAndGet();
        return RenderedAnswer.created(
                "/v1/things/" + number, ("{\"n\":" + number + "}").getBytes(StandardCharsets.UTF_8));
    }

    private static KeyedCall call(String key) {
        return new KeyedCall(CALLER, "POST /v1/things", new IdempotencyKey(key));
    }

    private static BodyHash body(String json) {
        return BodyHash.of(json.getBytes(StandardCharsets.UTF_8));
    }

    private final class InMemory implements IdempotentAnswers {
        @Override
        public boolean claim(KeyedCall call) {
            return !claimedElsewhere.contains(call);
        }

        @Override
        public Optional<Stored> find(KeyedCall call) {
            return Optional.ofNullable(stored.get(call));
        }

        @Override
        public void add(KeyedCall call, Stored answer, Instant at) {
            stored.put(call, answer);
        }
    }
}
