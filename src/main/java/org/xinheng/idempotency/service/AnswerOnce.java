package org.xinheng.idempotency.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.xinheng.idempotency.BodyHash;
import org.xinheng.idempotency.IdempotencyKey;
import org.xinheng.idempotency.IdempotentAnswers;
import org.xinheng.idempotency.IdempotentAnswers.Stored;
import org.xinheng.idempotency.KeyedCall;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/**
 * Answers a keyed request once and repeats the answer afterwards. Claim, effect and kept answer are one transaction, so
 * that a crash leaves all of it or nothing. A refusal keeps nothing: what was refused may be sent again under its key.
 */
@ApplicationScoped
public class AnswerOnce {
    private final IdempotentAnswers answers;
    private final Clock clock;

    AnswerOnce(IdempotentAnswers answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * An answer, first or again.
     *
     * @param replay true when the effect took place before
     */
    public record Answered(RenderedAnswer answer, boolean replay) {}

    /**
     * The answer of the effect, or the one it gave before.
     *
     * @param effect joins the transaction of this call
     * @throws Refusal IDEMPOTENCY_KEY_REUSED under another body, IDEMPOTENCY_IN_PROGRESS while the first is running
     */
    @Transactional
    public Answered answer(KeyedCall call, BodyHash body, Supplier<RenderedAnswer> effect) {
        // claimed first, looked for afterwards: whoever lets go of the claim has committed its answer
        boolean claimed = answers.claim(call);
        Optional<Stored> before = answers.find(call);
        if (before.isPresent()) {
            if (!before.get().body().equals(body)) {
                throw refusal(ErrorCode.IDEMPOTENCY_KEY_REUSED);
            }
            return new Answered(before.get().answer(), true);
        }
        if (!claimed) {
            throw refusal(ErrorCode.IDEMPOTENCY_IN_PROGRESS);
        }
        RenderedAnswer answer = effect.get();
        answers.add(call, new Stored(body, answer), clock.instant());
        return new Answered(answer, false);
    }

    private static Refusal refusal(ErrorCode code) {
        return Refusal.at("header:" + IdempotencyKey.HEADER, code);
    }
}
