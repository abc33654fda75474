package org.xinheng.task.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.RecordKind;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Role;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.task.Webhook;
import org.xinheng.task.WebhookPost;
import org.xinheng.task.Webhooks;

/** An agency says where its tasks are to be brought to, and the operator has them brought once more. */
@ApplicationScoped
public class KeepWebhooks {
    /** A mistake in a loop must not make thousands. */
    private static final int WEBHOOKS_MAX = 10;

    private static final int SECRET_BYTES = 32;

    private final Webhooks webhooks;
    private final WebhookPost post;
    private final AuditTrail auditTrail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KeepWebhooks(Webhooks webhooks, WebhookPost post, AuditTrail auditTrail, Clock clock) {
        this.webhooks = webhooks;
        this.post = post;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** A new webhook with its secret, which is told once. */
    public record Made(Webhook.Health health, String secret) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Made[" + health + "]";
        }
    }

    /**
     * Makes a webhook.
     *
     * @param after number of the task after which it begins, null for the newest
     * @throws Refusal WEBHOOK_ADDRESS where nothing may be sent there, WEBHOOK_LIMIT where there are too many
     */
    @Transactional
    public Made make(Caller caller, String url, @Nullable Long after) {
        URI address = address(url);
        long stored = webhooks.all(caller.department()).stream()
                .filter(each -> !each.webhook().revoked())
                .count();
        if (stored >= WEBHOOKS_MAX) {
            throw Refusal.of(ErrorCode.WEBHOOK_LIMIT, Integer.toString(WEBHOOKS_MAX));
        }
        Instant now = clock.instant();
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = "whs_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Webhook webhook = new Webhook(TimeOrderedId.at(now), caller.department(), address, now, false);
        webhooks.add(webhook, secret, after, caller.keyId());
        record(caller, AuditKind.WEBHOOK_MADE, RecordKind.WEBHOOK, webhook.id(), now);
        return new Made(find(caller, webhook.id()), secret);
    }

    private URI address(String url) {
        try {
            URI address = URI.create(url);
            post.refusal(address).ifPresent(why -> {
                throw Refusal.at("/url", ErrorCode.WEBHOOK_ADDRESS, why);
            });
            return address;
        } catch (IllegalArgumentException noAddress) {
            throw Refusal.at("/url", ErrorCode.WEBHOOK_ADDRESS, "URI");
        }
    }

    /** An agency's webhooks; the operator sees all. */
    @Transactional
    public List<Webhook.Health> all(Caller caller) {
        return webhooks.all(caller.is(Role.OPERATOR) ? null : caller.department());
    }

    /** One webhook and how it fares. */
    @Transactional
    public Webhook.Health find(Caller caller, UUID id) {
        return webhooks.find(id)
                .filter(found ->
                        caller.is(Role.OPERATOR) || found.webhook().department().equals(caller.department()))
                .orElseThrow(() -> Refusal.of(ErrorCode.WEBHOOK_NOT_FOUND));
    }

    /** What was given up at a webhook. */
    @Transactional
    public List<Webhooks.DeadLetter> deadLetters(Caller caller, UUID id, long after, int size) {
        find(caller, id);
        return webhooks.deadLetters(id, after, size);
    }

    /** Ends a webhook; a second time changes nothing. */
    @Transactional
    public Webhook.Health revoke(Caller caller, UUID id) {
        Instant now = clock.instant();
        find(caller, id);
        if (webhooks.revoke(id, now, caller.keyId())) {
            record(caller, AuditKind.WEBHOOK_REVOKED, RecordKind.WEBHOOK_REVOCATION, id, now);
        }
        return find(caller, id);
    }

    /**
     * Has tasks brought once more, under their same ids.
     *
     * @param from first number, null for what was given up
     */
    @Transactional
    public Webhook.Health replay(Caller caller, UUID id, @Nullable Long from, String reason) {
        Instant now = clock.instant();
        find(caller, id);
        UUID replay = TimeOrderedId.at(now);
        webhooks.replay(replay, id, from, reason, now, caller.keyId());
        auditTrail.record(
                AuditEntry.of(now, AuditKind.WEBHOOK_REPLAYED, caller, id),
                CoveredRecord.of(RecordKind.WEBHOOK_REPLAY, replay));
        return find(caller, id);
    }

    private void record(Caller caller, AuditKind kind, RecordKind record, UUID id, Instant at) {
        auditTrail.record(AuditEntry.of(at, kind, caller, id), CoveredRecord.of(record, id));
    }
}
