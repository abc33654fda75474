package org.xinheng.task.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.secrecy.PersonalDataCipher;
import org.xinheng.task.Webhook;
import org.xinheng.task.Webhooks;

/** {@link Webhooks} in PostgreSQL: SQL, since what waits is counted, and deleted or begun again in sets. */
@ApplicationScoped
class WebhooksInPostgres implements Webhooks {
    /** What the secret is encrypted for. */
    static final String SECRET = "webhook.secret";

    private static final String HEALTH = """
        select w.id, w.department, w.url, w.recorded_at,
               exists (select 1 from webhook_revocation r where r.webhook_id = w.id) as revoked, p.number, p.failures,
               (select count(*) from webhook_parked k where k.webhook_id = w.id and not k.dead) as waiting,
               (select count(*) from webhook_parked k where k.webhook_id = w.id and k.dead) as dead
        from webhook w join webhook_position p on p.webhook_id = w.id where true\
        """;

    private final Session session;
    private final PersonalDataCipher cipher;

    WebhooksInPostgres(Session session, PersonalDataCipher cipher) {
        this.session = session;
        this.cipher = cipher;
    }

    @Override
    public void add(Webhook webhook, String secret, @Nullable Long after, UUID callerKey) {
        session.createNativeMutationQuery("""
                        insert into webhook (id, department, url, secret, recorded_at, recorded_by)
                        values (:id, :department, :url, :secret, :at, :by)""")
                .setParameter("id", webhook.id())
                .setParameter("department", webhook.department())
                .setParameter("url", webhook.url().toString())
                .setParameter("secret", cipher.encrypt(secret, SECRET))
                .setParameter("at", webhook.recordedAt())
                .setParameter("by", callerKey)
                .executeUpdate();
        session.createNativeMutationQuery("""
                        insert into webhook_position (webhook_id, number)
                        values (:id, coalesce(cast(:after as bigint), (select coalesce(max(number), 0) from task)))""")
                .setParameter("id", webhook.id())
                .setParameter("after", after == null ? null : after.toString())
                .executeUpdate();
    }

    @Override
    public boolean revoke(UUID id, Instant at, UUID callerKey) {
        return session.createNativeMutationQuery("""
                        insert into webhook_revocation (webhook_id, recorded_at, recorded_by) values (:id, :at, :by)
                        on conflict do nothing""")
                        .setParameter("id", id)
                        .setParameter("at", at)
                        .setParameter("by", callerKey)
                        .executeUpdate()
                == 1;
    }

    @Override
    public List<Webhook.Health> all(@Nullable String department) {
        return session
                .createNativeQuery(
                        HEALTH + " and (cast(:department as text) is null or w.department = :department) order by w.id",
                        HealthRow.class)
                .setParameter("department", department)
                .getResultList()
                .stream()
                .map(HealthRow::health)
                .toList();
    }

    @Override
    public Optional<Webhook.Health> find(UUID id) {
        return session.createNativeQuery(HEALTH + " and w.id = :id", HealthRow.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(HealthRow::health);
    }

    private record HealthRow(
            UUID id,
            String department,
            String url,
            Instant recordedAt,
            boolean revoked,
            long number,
            int failures,
            long waiting,
            long dead) {
        Webhook.Health health() {
            return new Webhook.Health(
                    new Webhook(id, department, URI.create(url), recordedAt, revoked), number, failures, waiting, dead);
        }
    }

    @Override
    public void replay(UUID id, UUID webhook, @Nullable Long from, String reason, Instant at, UUID callerKey) {
        session.createNativeMutationQuery("""
                        insert into webhook_replay (id, webhook_id, from_number, reason, recorded_at, recorded_by)
                        values (:id, :webhook, cast(:from as bigint), :reason, :at, :by)""")
                .setParameter("id", id)
                .setParameter("webhook", webhook)
                .setParameter("from", from == null ? null : from.toString())
                .setParameter("reason", reason)
                .setParameter("at", at)
                .setParameter("by", callerKey)
                .executeUpdate();
        if (from == null) {
            session.createNativeMutationQuery("""
                            update webhook_parked set dead = false, attempts = 0, next_at = :now
                            where webhook_id = :id and dead""")
                    .setParameter("id", webhook)
                    .setParameter("now", at)
                    .executeUpdate();
        } else {
            session.createNativeMutationQuery("delete from webhook_parked where webhook_id = :id and number >= :from")
                    .setParameter("id", webhook)
                    .setParameter("from", from)
                    .executeUpdate();
            session.createNativeMutationQuery(
                            "update webhook_position set number = :before where webhook_id = :id and number > :before")
                    .setParameter("id", webhook)
                    .setParameter("before", from - 1)
                    .executeUpdate();
        }
        session.createNativeMutationQuery(
                        "update webhook_position set failures = 0, retry_at = null where webhook_id = :id")
                .setParameter("id", webhook)
                .executeUpdate();
    }

    @Override
    public List<DeadLetter> deadLetters(UUID id, long after, int size) {
        return session.createNativeQuery("""
                        select k.number, t.id, k.attempts, k.last_error
                        from webhook_parked k join task t on t.number = k.number
                        where k.webhook_id = :id and k.dead and k.number > :after order by k.number limit :size""", DeadLetter.class)
                .setParameter("id", id)
                .setParameter("after", after)
                .setParameter("size", size)
                .getResultList();
    }
}
