package org.xinheng.caller;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is kept.
 *
 * @param demonstration made by the demonstration; refused anywhere but on the embedded database
 * @param revokedAt when it was revoked, null while it is good
 */
public record CallerKey(
        Caller caller,
        String label,
        boolean demonstration,
        Instant createdAt,
        @Nullable Instant revokedAt) {}
