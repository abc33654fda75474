package org.xinheng.app.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.xinheng.app.startup.RunMode;
import org.xinheng.caller.BearerKey;
import org.xinheng.caller.Caller;
import org.xinheng.caller.CallerKey;
import org.xinheng.caller.CallerKeys;

/**
 * The keys that were good a moment ago, so that not every request asks the database. A key that is revoked on any node
 * stops working within a second; one that is unknown is asked for each time and takes no room here.
 */
@ApplicationScoped
class KnownKeys {
    static final long STALE_AFTER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final CallerKeys callerKeys;
    private final boolean demonstrationKeysWork;
    private final LongSupplier nanoTime;
    private final Map<String, Seen> byHash = new ConcurrentHashMap<>();

    private record Seen(Caller caller, long at) {}

    /** Demonstration keys work on the embedded database alone. */
    @Inject
    KnownKeys(CallerKeys callerKeys, RunMode runMode) {
        this(callerKeys, runMode.embeddedDatabase(), System::nanoTime);
    }

    KnownKeys(CallerKeys callerKeys, boolean demonstrationKeysWork, LongSupplier nanoTime) {
        this.callerKeys = callerKeys;
        this.demonstrationKeysWork = demonstrationKeysWork;
        this.nanoTime = nanoTime;
    }

    /** Who holds the key, if that is known without asking the database. */
    Optional<Caller> seen(BearerKey key) {
        Seen seen = byHash.get(key.hash());
        return seen == null || nanoTime.getAsLong() - seen.at() >= STALE_AFTER_NANOS
                ? Optional.empty()
                : Optional.of(seen.caller());
    }

    /** Who holds the key; empty for one that is unknown, revoked, or a demonstration's on an outside database. */
    Optional<Caller> ask(BearerKey key) {
        String hash = key.hash();
        // the clock is read first: what is found is no older than this
        long now = nanoTime.getAsLong();
        Optional<Caller> caller = callerKeys.byHash(hash).filter(this::good).map(CallerKey::caller);
        caller.ifPresentOrElse(found -> byHash.put(hash, new Seen(found, now)), () -> byHash.remove(hash));
        return caller;
    }

    private boolean good(CallerKey key) {
        return key.revokedAt() == null && (demonstrationKeysWork || !key.demonstration());
    }
}
