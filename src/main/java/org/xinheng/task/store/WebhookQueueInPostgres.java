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
import org.xinheng.task.Backoff;
import org.xinheng.task.WebhookQueue;

/** {@link WebhookQueue} in PostgreSQL: SQL, since a webhook is claimed, and passed on, in one statement each. */
@ApplicationScoped
class WebhookQueueInPostgres implements WebhookQueue {
    /** So many failures in a row say that the other side is down: from then on one attempt at a time. */
    private static final int FAILURES_IN_A_ROW = 3;

    private static final String CLAIM = """
        update webhook_position set claimed_until = :until where webhook_id in (
            select p.webhook_id from webhook_position p join webhook w on w.id = p.webhook_id
            where (p.claimed_until is null or p.claimed_until < :now) and (p.retry_at is null or p.retry_at <= :now)
              and not exists (select 1 from webhook_revocation r where r.webhook_id = w.id)
              and (exists (select 1 from task t where t.department = w.department and t.number > p.number)
                   or exists (select 1 from webhook_parked k
                              where k.webhook_id = w.id and not k.dead and k.next_at <= :now))
            order by p.webhook_id limit :most for update of p skip locked)
        returning webhook_id
        """;

    private final Session session;
    private final PersonalDataCipher cipher;

    WebhookQueueInPostgres(Session session, PersonalDataCipher cipher) {
        this.session = session;
        this.cipher = cipher;
    }

    @Override
    public List<UUID> claim(Instant now, Instant until, int most) {
        return session.createNativeQuery(CLAIM, UUID.class)
                .setParameter("now", now)
                .setParameter("until", until)
                .setParameter("most", most)
                .getResultList();
    }

    @Override
    public void release(UUID id) {
        session.createNativeMutationQuery("update webhook_position set claimed_until = null where webhook_id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    @Override
    public Optional<Parcel> next(UUID id, Instant now) {
        Hook hook = session.createNativeQuery("""
                        select w.url, w.secret, p.number, p.failures, w.department
                        from webhook w join webhook_position p on p.webhook_id = w.id where w.id = :id""", Hook.class)
                .setParameter("id", id)
                .getSingleResult();
        Optional<Parked> due = session.createNativeQuery("""
                        select number, subject_id, attempts from webhook_parked
                        where webhook_id = :id and not dead and next_at <= :now order by number limit 1""", Parked.class)
                .setParameter("id", id)
                .setParameter("now", now)
                .uniqueResultOptional();
        if (due.isPresent()) {
            Parked parked = due.get();
            return Optional.of(parcel(id, hook, parked.number(), parked.subject(), hook.number(), parked.attempts()));
        }
        if (hook.failures() >= FAILURES_IN_A_ROW && somethingIsTriedAgain(id)) {
            return Optional.empty();
        }
        return nextOfOthers(id, hook);
    }

    @SuppressWarnings("ArrayRecordComponent") // a carrier of one row; never compared
    private record Hook(String url, byte[] secret, long number, int failures, String department) {}

    private record Parked(long number, UUID subject, int attempts) {}

    private record Next(long number, UUID subject, boolean blocked) {}

    private boolean somethingIsTriedAgain(UUID id) {
        return session.createNativeQuery("""
                        select exists (select 1 from webhook_parked
                                       where webhook_id = :id and not dead and next_at is not null)""", Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** The next task of a subject of which nothing is parked; those of parked ones go behind what is parked. */
    private Optional<Parcel> nextOfOthers(UUID id, Hook hook) {
        long reached = hook.number();
        while (true) {
            Optional<Next> found = session.createNativeQuery("""
                            select t.number, t.subject_id, exists (select 1 from webhook_parked k
                                where k.webhook_id = :id and k.subject_id = t.subject_id) as blocked
                            from task t where t.department = :department and t.number > :reached
                            order by t.number limit 1""", Next.class)
                    .setParameter("id", id)
                    .setParameter("department", hook.department())
                    .setParameter("reached", reached)
                    .uniqueResultOptional();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Next next = found.get();
            if (!next.blocked()) {
                return Optional.of(parcel(id, hook, next.number(), next.subject(), reached, 0));
            }
            if (!reach(id, reached, next.number())) {
                return Optional.empty();
            }
            park(id, next.number(), next.subject(), 0, null, null);
            reached = next.number();
        }
    }

    private Parcel parcel(UUID id, Hook hook, long number, UUID subject, long before, int attempts) {
        return new Parcel(
                id,
                URI.create(hook.url()),
                cipher.decrypt(hook.secret(), WebhooksInPostgres.SECRET),
                number,
                subject,
                before,
                attempts);
    }

    private boolean reach(UUID id, long before, long number) {
        return session.createNativeMutationQuery("""
                        update webhook_position set number = :number where webhook_id = :id and number = :before""")
                        .setParameter("id", id)
                        .setParameter("number", number)
                        .setParameter("before", before)
                        .executeUpdate()
                == 1;
    }

    private void park(
            UUID id, long number, UUID subject, int attempts, @Nullable Instant nextAt, @Nullable String error) {
        session.createNativeMutationQuery("""
                        insert into webhook_parked (webhook_id, number, subject_id, attempts, next_at, last_error)
                        values (:id, :number, :subject, :attempts, cast(:next as timestamptz), cast(:error as text))""")
                .setParameter("id", id)
                .setParameter("number", number)
                .setParameter("subject", subject)
                .setParameter("attempts", attempts)
                .setParameter("next", nextAt == null ? null : nextAt.toString())
                .setParameter("error", error)
                .executeUpdate();
    }

    @Override
    public void delivered(Parcel parcel, Instant now, Instant claimedUntil) {
        if (parcel.parked()) {
            session.createNativeMutationQuery("delete from webhook_parked where webhook_id = :id and number = :number")
                    .setParameter("id", parcel.webhook())
                    .setParameter("number", parcel.number())
                    .executeUpdate();
            session.createNativeMutationQuery("""
                            update webhook_parked set next_at = :now where webhook_id = :id and number = (
                                select min(number) from webhook_parked
                                where webhook_id = :id and subject_id = :subject) and not dead""")
                    .setParameter("id", parcel.webhook())
                    .setParameter("subject", parcel.subject())
                    .setParameter("now", now)
                    .executeUpdate();
        } else {
            reach(parcel.webhook(), parcel.before(), parcel.number());
        }
        count(parcel.webhook(), 0, null, claimedUntil);
    }

    @Override
    public boolean failed(Parcel parcel, String error, Instant now, Instant claimedUntil, int attemptsMax) {
        int attempts = parcel.attempts() + 1;
        boolean dead = attempts >= attemptsMax;
        Instant nextAt = now.plus(Backoff.after(attempts));
        if (parcel.parked()) {
            session.createNativeMutationQuery("""
                            update webhook_parked set attempts = :attempts, last_error = :error, dead = :dead,
                                next_at = cast(:next as timestamptz)
                            where webhook_id = :id and number = :number""")
                    .setParameter("id", parcel.webhook())
                    .setParameter("number", parcel.number())
                    .setParameter("attempts", attempts)
                    .setParameter("error", error)
                    .setParameter("dead", dead)
                    .setParameter("next", dead ? null : nextAt.toString())
                    .executeUpdate();
        } else if (reach(parcel.webhook(), parcel.before(), parcel.number())) {
            park(parcel.webhook(), parcel.number(), parcel.subject(), attempts, nextAt, error);
        }
        int failures = 1
                + session.createNativeQuery(
                                "select failures from webhook_position where webhook_id = :id", Integer.class)
                        .setParameter("id", parcel.webhook())
                        .getSingleResult();
        boolean down = failures >= FAILURES_IN_A_ROW;
        count(
                parcel.webhook(),
                failures,
                down ? now.plus(Backoff.after(failures - FAILURES_IN_A_ROW + 1)) : null,
                claimedUntil);
        return !down;
    }

    private void count(UUID id, int failures, @Nullable Instant retryAt, Instant claimedUntil) {
        session.createNativeMutationQuery("""
                        update webhook_position set failures = :failures, retry_at = cast(:retry as timestamptz),
                            claimed_until = :until where webhook_id = :id""")
                .setParameter("id", id)
                .setParameter("failures", failures)
                .setParameter("retry", retryAt == null ? null : retryAt.toString())
                .setParameter("until", claimedUntil)
                .executeUpdate();
    }
}
