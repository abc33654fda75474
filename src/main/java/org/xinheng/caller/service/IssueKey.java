package org.xinheng.caller.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.BearerKey;
import org.xinheng.caller.Caller;
import org.xinheng.caller.CallerKey;
import org.xinheng.caller.CallerKeys;
import org.xinheng.caller.Role;
import org.xinheng.kernel.TimeOrderedId;

/** An operator makes a bearer key for a department. */
@ApplicationScoped
public class IssueKey {
    private final CallerKeys callerKeys;
    private final Clock clock;

    IssueKey(CallerKeys callerKeys, Clock clock) {
        this.callerKeys = callerKeys;
        this.clock = clock;
    }

    /**
     * Makes a key and keeps its hash; what is returned is the only copy of the key itself.
     *
     * @param department code of the department (register 部门)
     * @param roles at least one
     * @param label what the key is for, in the operator's words
     * @param person who holds it, null for a system of several
     */
    @Transactional
    public Issued issue(String department, Set<Role> roles, String label, @Nullable String person) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a key carries at least one role");
        }
        Instant now = clock.instant();
        BearerKey key = BearerKey.generate(new SecureRandom());
        var stored =
                new CallerKey(new Caller(TimeOrderedId.at(now), department, roles), label, person, false, now, null);
        callerKeys.add(stored, key.hash());
        return new Issued(stored, key);
    }

    /**
     * A new key, as its operator sees it once.
     *
     * @param stored what the service keeps
     * @param key what the caller sends; kept nowhere
     */
    public record Issued(CallerKey stored, BearerKey key) {}
}
