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

/** Makes callers' keys for API tests, as the operator's command makes them. */
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
        return made(person, department, false, roles);
    }

    /** A key that was good and is revoked. */
    public String revoked(String department, Role... roles) {
        return made(null, department, true, roles);
    }

    private String made(@Nullable String person, String department, boolean revoked, Role... roles) {
        String secret = "test-" + UUID.randomUUID();
        Caller caller = new Caller(UUID.randomUUID(), department, Set.of(roles));
        callerKeys.add(
                new CallerKey(caller, "test", person, false, clock.instant(), null), new BearerKey(secret).hash());
        if (revoked) {
            callerKeys.revoke(caller.keyId(), clock.instant());
        }
        return secret;
    }
}
