package org.xinheng.caller;

import java.util.Set;
import java.util.UUID;

/**
 * Who calls: the holder of one bearer key.
 *
 * @param keyId identity of the key, never the key itself
 * @param department code of the department it belongs to (register 部门)
 */
public record Caller(UUID keyId, String department, Set<Role> roles) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether the caller reads what belongs to other departments too: auditors and the credit office do. */
    public boolean readsEveryDepartment() {
        return is(Role.AUDITOR) || is(Role.CREDIT_OFFICE);
    }

    /** Whether the key carries the role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }
}
