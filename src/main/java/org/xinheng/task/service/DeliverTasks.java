package org.xinheng.task.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xinheng.task.WebhookQueue;

/**
 * Brings tasks to webhooks: at least once, those of one subject in their order. Each step is a transaction of its own;
 * what was sent and not noted before a kill is sent again under its same id.
 */
@ApplicationScoped
public class DeliverTasks {
    /** Longer than any single attempt: who is killed is replaced after this. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private final WebhookQueue queue;
    private final ReadTasks readTasks;
    private final Clock clock;
    private final int attemptsMax;

    DeliverTasks(WebhookQueue queue, ReadTasks readTasks, Clock clock, WebhookSettings settings) {
        this.queue = queue;
        this.readTasks = readTasks;
        this.clock = clock;
        this.attemptsMax = settings.attempts();
    }

    /** A task that is to go out, as it stands now. */
    public record Outgoing(WebhookQueue.Parcel parcel, ReadTasks.TaskDetails task) {}

    /** Takes webhooks that have something to do. */
    @Transactional
    public List<UUID> claim(int most) {
        return queue.claim(clock.instant(), clock.instant().plus(CLAIM), most);
    }

    /** What goes out next to a claimed webhook. */
    @Transactional
    public Optional<Outgoing> next(UUID webhook) {
        return queue.next(webhook, clock.instant())
                .map(parcel -> new Outgoing(parcel, readTasks.numbered(parcel.number())));
    }

    /** It was taken. */
    @Transactional
    public void delivered(WebhookQueue.Parcel parcel) {
        queue.delivered(parcel, clock.instant(), clock.instant().plus(CLAIM));
    }

    /** It was not taken; whether the webhook may go on with other subjects at once. */
    @Transactional
    public boolean failed(WebhookQueue.Parcel parcel, String error) {
        return queue.failed(parcel, error, clock.instant(), clock.instant().plus(CLAIM), attemptsMax);
    }

    /** Lets a webhook go. */
    @Transactional
    public void release(UUID webhook) {
        queue.release(webhook);
    }
}
