package org.xinheng.idempotency;

import java.util.UUID;

/**
 * The scope of a key (design §6.13): what two requests must share to be one.
 *
 * @param callerKey identity of the caller's bearer key
 * @param route method and path as called, {@code POST /v1/decisions}
 */
public record KeyedCall(UUID callerKey, String route, IdempotencyKey key) {}
