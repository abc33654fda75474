package org.xinheng.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.BearerKey;
import org.xinheng.caller.Caller;
import org.xinheng.caller.CallerKey;
import org.xinheng.caller.CallerKeys;
import org.xinheng.caller.Role;

class KnownKeysTest {
    private static final BearerKey KEY = new BearerKey("xh_some-key");
    private static final BearerKey DEMONSTRATION = new BearerKey("demo-court");

    private final InMemoryKeys stored = new InMemoryKeys();
    private final AtomicLong nanos = new AtomicLong();
    private final KnownKeys knownKeys = new KnownKeys(stored, false, nanos::get);

    @Test
    void a_good_key_is_known_and_for_a_second_not_asked_for_again() {
        Caller holder = stored.hold(KEY, false);

        assertThat(knownKeys.seen(KEY)).isEmpty();
        assertThat(knownKeys.ask(KEY)).contains(holder);
        nanos.set(KnownKeys.STALE_AFTER_NANOS - 1);
        assertThat(knownKeys.seen(KEY)).contains(holder);
    }

    @Test
    void a_revoked_key_stops_working_within_a_second() {
        Caller holder = stored.hold(KEY, false);
        knownKeys.ask(KEY);

        stored.revoke(holder.keyId(), Instant.EPOCH);
        nanos.set(KnownKeys.STALE_AFTER_NANOS);

        assertThat(knownKeys.seen(KEY)).isEmpty();
        assertThat(knownKeys.ask(KEY)).isEmpty();
        assertThat(knownKeys.seen(KEY)).isEmpty();
    }

    @Test
    void an_unknown_key_belongs_to_nobody() {
        assertThat(knownKeys.ask(new BearerKey("xh_other"))).isEmpty();
    }

    @Test
    void a_demonstration_key_works_on_the_embedded_database_alone() {
        Caller holder = stored.hold(DEMONSTRATION, true);

        assertThat(knownKeys.ask(DEMONSTRATION)).isEmpty();
        assertThat(new KnownKeys(stored, true, nanos::get).ask(DEMONSTRATION)).contains(holder);
    }

    private static final class InMemoryKeys implements CallerKeys {
        private final Map<String, CallerKey> byHash = new HashMap<>();

        Caller hold(BearerKey key, boolean demonstration) {
            Caller caller = new Caller(UUID.randomUUID(), "WH-CZJ", Set.of(Role.INITIATING_DEPARTMENT));
            add(new CallerKey(caller, "label", demonstration, Instant.EPOCH, null), key.hash());
            return caller;
        }

        @Override
        public Optional<String> personOf(java.util.UUID keyId) {
            return Optional.empty();
        }

        @Override
        public Optional<CallerKey> byHash(String hash) {
            return Optional.ofNullable(byHash.get(hash));
        }

        @Override
        public List<CallerKey> all() {
            return List.copyOf(byHash.values());
        }

        @Override
        public void add(CallerKey key, String hash) {
            byHash.put(hash, key);
        }

        @Override
        public boolean revoke(UUID keyId, Instant at) {
            byHash.replaceAll((hash, key) -> key.caller().keyId().equals(keyId)
                    ? new CallerKey(key.caller(), key.label(), key.demonstration(), key.createdAt(), at)
                    : key);
            return true;
        }
    }
}
