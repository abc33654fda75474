package org.xinheng.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

class IdempotencyKeyTest {
    @Test
    void a_key_may_have_any_visible_character_and_200_of_them() {
        assertThat(new IdempotencyKey("!~" + "k".repeat(198)).value()).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\t", "键", "k\u007f", "\u0000"})
    void a_key_with_anything_else_is_refused_at_its_header(String value) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new IdempotencyKey(value))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_INVALID);
                    assertThat(refusal.faults().get(0).pointer()).isEqualTo("header:Idempotency-Key");
                });
    }

    @Test
    void a_key_of_201_characters_is_refused() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new IdempotencyKey("k".repeat(201)));
    }
}
