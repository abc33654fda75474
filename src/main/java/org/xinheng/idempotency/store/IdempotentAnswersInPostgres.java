package org.xinheng.idempotency.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.hibernate.Session;
import org.xinheng.idempotency.BodyHash;
import org.xinheng.idempotency.IdempotentAnswers;
import org.xinheng.idempotency.KeyedCall;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.secrecy.PersonalDataCipher;

/**
 * {@link IdempotentAnswers} in PostgreSQL. A claim is an advisory lock of the transaction; answers may hold the free
 * text of a designation and are encrypted like it (L8). Panache, but for the lock.
 */
@ApplicationScoped
class IdempotentAnswersInPostgres implements IdempotentAnswers {
    private static final String CONTEXT = "idempotent_answer";

    private final Session session;
    private final PersonalDataCipher cipher;

    IdempotentAnswersInPostgres(Session session, PersonalDataCipher cipher) {
        this.session = session;
        this.cipher = cipher;
    }

    @Override
    public boolean claim(KeyedCall call) {
        return session.createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                .setParameter("lock", lockOf(call))
                .getSingleResult();
    }

    /** Two scopes that share these 64 bits wait for each other for nothing, which harms nobody. */
    private static long lockOf(KeyedCall call) {
        String scope = call.callerKey() + " " + call.key().value() + " " + call.route();
        return HexFormat.fromHexDigitsToLong(
                BodyHash.of(scope.getBytes(StandardCharsets.UTF_8)).hex(), 0, 16);
    }

    @Override
    public Optional<Stored> find(KeyedCall call) {
        IdempotentAnswerRow row = session.find(IdempotentAnswerRow.class, keyOf(call));
        return Optional.ofNullable(row)
                .map(stored -> new Stored(
                        new BodyHash(HexFormat.of().formatHex(stored.bodyHash)),
                        new RenderedAnswer(
                                stored.status,
                                stored.location,
                                stored.mediaType,
                                cipher.decrypt(stored.answer, CONTEXT).getBytes(StandardCharsets.UTF_8))));
    }

    @Override
    public void add(KeyedCall call, Stored stored, Instant at) {
        RenderedAnswer answer = stored.answer();
        IdempotentAnswerRow row = new IdempotentAnswerRow();
        row.id = keyOf(call);
        row.bodyHash = HexFormat.of().parseHex(stored.body().hex());
        row.status = answer.status();
        row.location = answer.location();
        row.mediaType = answer.mediaType();
        row.answer = cipher.encrypt(new String(answer.body(), StandardCharsets.UTF_8), CONTEXT);
        row.at = at;
        row.persist();
    }

    private static IdempotentAnswerRow.Key keyOf(KeyedCall call) {
        return new IdempotentAnswerRow.Key(
                call.callerKey(), call.route(), call.key().value());
    }
}
