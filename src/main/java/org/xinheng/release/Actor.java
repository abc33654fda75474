package org.xinheng.release;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who takes a step in the life of a release.
 *
 * @param callerKey identity of the key
 * @param person whom the key belongs to, null where the operator did not say
 * @param department code of the department
 */
public record Actor(UUID callerKey, @Nullable String person, String department) {
    /** Whether both are one person: the same key, or two keys of the same holder. */
    public boolean samePersonAs(Actor other) {
        return callerKey.equals(other.callerKey) || (person != null && person.equals(other.person));
    }
}
