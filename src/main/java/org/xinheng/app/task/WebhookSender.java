package org.xinheng.app.task;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.xinheng.task.WebhookPost;
import org.xinheng.task.rest.TaskMessages;
import org.xinheng.task.service.DeliverTasks;
import org.xinheng.work.DaemonThreads;

/**
 * Brings tasks to the webhooks, each on a thread of its own, so that one that hangs holds up no other. A webhook that
 * fails again and again is tried once in a while only.
 */
@Singleton
public class WebhookSender {
    private static final Logger LOG = Logger.getLogger(WebhookSender.class);
    private static final int WEBHOOKS_AT_ONCE = 32;
    private static final int PARCELS_A_TURN = 500;

    private final DeliverTasks deliverTasks;
    private final TaskMessages messages;
    private final WebhookPost post;
    private final Semaphore room = new Semaphore(WEBHOOKS_AT_ONCE);
    private final ExecutorService senders;

    WebhookSender(DeliverTasks deliverTasks, TaskMessages messages, WebhookPost post) {
        this.deliverTasks = deliverTasks;
        this.messages = messages;
        this.post = post;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                WEBHOOKS_AT_ONCE,
                WEBHOOKS_AT_ONCE,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                DaemonThreads.named("webhook-courier"));
        pool.allowCoreThreadTimeOut(true);
        this.senders = pool;
    }

    /** There may be something to bring. */
    public void wake() {
        int most = room.availablePermits();
        if (most == 0) {
            return;
        }
        for (UUID webhook : deliverTasks.claim(most)) {
            room.acquireUninterruptibly();
            senders.execute(() -> bring(webhook));
        }
    }

    private void bring(UUID webhook) {
        try {
            boolean goOn = true;
            for (int parcels = 0; goOn && parcels < PARCELS_A_TURN; parcels++) {
                Optional<DeliverTasks.Outgoing> next = deliverTasks.next(webhook);
                goOn = next.isPresent() && brought(next.get());
            }
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "tasks are not brought to webhook %s now; it is tried again", webhook);
        } finally {
            room.release();
            release(webhook);
        }
    }

    private boolean brought(DeliverTasks.Outgoing outgoing) {
        Optional<String> error = post.send(outgoing.parcel(), messages.json(outgoing.task()));
        if (error.isPresent()) {
            return deliverTasks.failed(outgoing.parcel(), error.get());
        }
        deliverTasks.delivered(outgoing.parcel());
        return true;
    }

    private void release(UUID webhook) {
        try {
            deliverTasks.release(webhook);
        } catch (RuntimeException failed) {
            LOG.warnf("webhook %s is let go when its time is over: %s", webhook, failed.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        senders.shutdownNow();
    }
}
