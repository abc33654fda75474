package org.xinheng.task;

import java.net.URI;
import java.util.Optional;

/** Port: the way out to webhooks. */
public interface WebhookPost {
    /**
     * Why nothing may be sent to an address, empty where it may: only https, or http to the own machine where the
     * operator allows it, and never to addresses inside that are not allowed by name.
     */
    Optional<String> refusal(URI url);

    /** Sends a delivery; empty when it was taken, else what went wrong. Never takes longer than its limit. */
    Optional<String> send(WebhookQueue.Parcel parcel, String body);
}
