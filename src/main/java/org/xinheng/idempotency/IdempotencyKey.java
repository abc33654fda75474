package org.xinheng.idempotency;

import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/**
 * What a caller marks a request with, so that sending it again does nothing new (header {@code Idempotency-Key}).
 *
 * @param value 1 to {@value #LENGTH_MAX} visible ASCII characters
 */
public record IdempotencyKey(String value) {
    /** The header that carries it. */
    public static final String HEADER = "Idempotency-Key";

    /** Longest key, in characters. */
    public static final int LENGTH_MAX = 200;

    /** Refuses anything else with {@link ErrorCode#IDEMPOTENCY_KEY_INVALID}. */
    public IdempotencyKey {
        if (value.isEmpty() || value.length() > LENGTH_MAX || !value.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw Refusal.at("header:" + HEADER, ErrorCode.IDEMPOTENCY_KEY_INVALID, Integer.toString(LENGTH_MAX));
        }
    }
}
