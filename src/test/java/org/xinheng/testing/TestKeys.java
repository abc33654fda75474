package org.xinheng.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.BearerKey;
import org.xinheng.caller.Caller;
import org.xinheng.caller.CallerKey;
import org.xinheng.caller.CallerKeys;
import org.xinheng.caller.Role;

/** Makes callers' keys for API tests. */
@ApplicationScoped
public class TestKeys {
    private final CallerKeys callerKeys;
    private final Clock clock;

    TestKeys(CallerKeys callerKeys, Clock clock) {
        this.callerKeys = callerKeys;
        this.clock = clock;
    }

    /** A new key of which nobody said who holds it. */
    public String key(String department, Role... roles) {
        return keyOf(null, department, roles);
    }

    /** A new key of a person. */
    public String keyOf(@Nullable String person, String department, Role... roles) {
        String secret = "test-" + UUID.randomUUID();
        callerKeys.add(
                new CallerKey(
                        new Caller(UUID.randomUUID(), department, Set.of(roles)),
                        "test",
                        person,
                        false,
                        clock.instant(),
                        null),
                new BearerKey(secret).hash());
        return secret;
    }
}
