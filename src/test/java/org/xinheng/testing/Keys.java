package org.xinheng.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.xinheng.caller.BearerKey;
import org.xinheng.caller.Caller;
import org.xinheng.caller.CallerKey;
import org.xinheng.caller.CallerKeys;
import org.xinheng.caller.Role;

/** Bearer keys for tests: one a department and set of roles, made when first asked for. */
@ApplicationScoped
public class Keys {
    private final CallerKeys callerKeys;
    private final Clock clock;
    private final Map<String, String> made = new ConcurrentHashMap<>();

    Keys(CallerKeys callerKeys, Clock clock) {
        this.callerKeys = callerKeys;
        this.clock = clock;
    }

    /** A key of the department. */
    public String of(String department, Role... roles) {
        return made.computeIfAbsent(department + Set.of(roles), key -> make(department, Set.of(roles)));
    }

    private String make(String department, Set<Role> roles) {
        String secret = "test-" + UUID.randomUUID();
        callerKeys.add(
                new CallerKey(new Caller(UUID.randomUUID(), department, roles), "test", false, clock.instant(), null),
                new BearerKey(secret).hash());
        return secret;
    }
}
