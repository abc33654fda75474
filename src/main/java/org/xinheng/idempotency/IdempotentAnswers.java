package org.xinheng.idempotency;

import java.time.Instant;
import java.util.Optional;

/** Port: the answers given under a key, kept as long as what they answered. */
public interface IdempotentAnswers {
    /** An answer and the body it was given to. */
    record Stored(BodyHash body, RenderedAnswer answer) {}

    /**
     * Takes the key for the running transaction and lets go of it with the transaction's end, however it ends.
     *
     * @return false while another transaction holds it
     */
    boolean claim(KeyedCall call);

    /** The answer given under this key, as far as it has committed. */
    Optional<Stored> find(KeyedCall call);

    /** Keeps an answer in the running transaction. */
    void add(KeyedCall call, Stored stored, Instant at);
}
