package org.xinheng.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: the webhooks that agencies keep, how each fares, and what is to be brought once more. */
public interface Webhooks {
    /** A task that was given up. */
    record DeadLetter(
            long number, UUID task, int attempts, @Nullable String error) {}

    /** Keeps a new webhook, which begins after the newest task or after the number given. */
    void add(Webhook webhook, String secret, @Nullable Long after, UUID callerKey);

    /** Ends a webhook; false where it had ended before. */
    boolean revoke(UUID id, Instant at, UUID callerKey);

    /** Webhooks of an agency, or of all where it is null. */
    List<Webhook.Health> all(@Nullable String department);

    /** One webhook. */
    Optional<Webhook.Health> find(UUID id);

    /**
     * Sends again: what was given up, or everything from a number on.
     *
     * @param from null for what was given up
     */
    void replay(UUID id, UUID webhook, @Nullable Long from, String reason, Instant at, UUID callerKey);

    /** One page of what was given up. */
    List<DeadLetter> deadLetters(UUID id, long after, int size);
}
