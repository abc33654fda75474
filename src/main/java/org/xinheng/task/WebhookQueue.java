package org.xinheng.task;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Port: what is on its way to webhooks, and how far each has got. Each webhook goes through the numbers of its agency by itself. What cannot
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
}
