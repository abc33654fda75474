package org.xinheng.task;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Port: the webhooks and how far each has got. Each webhook goes through the numbers of its agency by itself. What cannot
 * be delivered is parked with everything of the same subject behind it, so that its order stays and no other waits.
 */
public interface WebhookQueue {
    /**
     * A task on its way to a webhook.
     *
     * @param before number the webhook had reached; a replay in between moves it, and then wins
     * @param attempts that failed so far
     */
    record Parcel(UUID webhook, URI url, String secret, long number, UUID subject, long before, int attempts) {
        /** Whether it was parked before. */
        public boolean parked() {
            return number <= before;
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Parcel[" + webhook + ", " + number + "]";
        }
    }

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

    /** Takes the webhooks that have something to do; nobody else has them until then, or until they are let go. */
    List<UUID> claim(Instant now, Instant until, int most);

    /** Lets a webhook go. */
    void release(UUID id);

    /** What goes out next, empty where there is nothing to do now. */
    Optional<Parcel> next(UUID id, Instant now);

    /** It was taken: what waits behind it is next. */
    void delivered(Parcel parcel, Instant now, Instant claimedUntil);

    /**
     * It was not taken.
     *
     * @param attemptsMax after so many it is given up
     * @return whether the webhook may go on with other subjects at once
     */
    boolean failed(Parcel parcel, String error, Instant now, Instant claimedUntil, int attemptsMax);

    /**
     * Sends again: what was given up, or everything from a number on.
     *
     * @param from null for what was given up
     */
    void replay(UUID id, UUID webhook, @Nullable Long from, String reason, Instant at, UUID callerKey);

    /** One page of what was given up. */
    List<DeadLetter> deadLetters(UUID id, long after, int size);
}
