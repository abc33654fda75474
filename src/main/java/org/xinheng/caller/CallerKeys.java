package org.xinheng.caller;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: the bearer keys, stored hashed. */
public interface CallerKeys {
    /** The key with this hash (see {@link BearerKey#hash()}), revoked or not. */
    Optional<CallerKey> byHash(String hash);

    /** Who holds a key, as far as the operator said so when it was made. */
    Optional<String> personOf(UUID keyId);

    /** Every key, oldest first. */
    List<CallerKey> all();

    /** Keeps a new key. */
    void add(CallerKey key, String hash);

    /** Revokes a key; false when there is no such key. A key already revoked keeps its day. */
    boolean revoke(UUID keyId, Instant at);
}
