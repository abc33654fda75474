package org.xinheng.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * An answer as it leaves, so that it can leave again unchanged.
 *
 * @param location address of what was created, {@code /v1/decisions/…}, null for none
 * @param body the bytes, UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between rooms; never compared
public record RenderedAnswer(int status, @Nullable String location, String mediaType, byte[] body) {
    /** Media type of most answers. */
    public static final String JSON = "application/json";

    /** 201 with a JSON body (RFC 9110 §15.3.2). */
    public static RenderedAnswer created(String location, byte[] json) {
        return new RenderedAnswer(201, location, JSON, json);
    }
}
