package org.xinheng.caller;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is kept.
 *
 * @param person who holds it, so that two keys of one person count as one person; null where the operator did not say
 * @param demonstration made by the demonstration; refused anywhere but on the embedded database
 * @param revokedAt when it was revoked, null while it is good
 */
public record CallerKey(
        Caller caller,
        String label,
        @Nullable String person,
        boolean demonstration,
        Instant createdAt,
        @Nullable Instant revokedAt) {

    /** A key of which nobody said who holds it. */
    public CallerKey(
            Caller caller, String label, boolean demonstration, Instant createdAt, @Nullable Instant revokedAt) {
        this(caller, label, null, demonstration, createdAt, revokedAt);
    }
}
