package org.xinheng.decision.replay;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision decided again (重演): with what was known then, or with what is known today.
 *
 * @param then what decided it
 * @param now what decided it again
 * @param differences empty where it came out the same
 */
public record Replay(UUID decision, Under under, Basis then, Basis now, List<Difference> differences) {
    /** With what it is decided again. */
    public enum Under {
        /** The release, the registers and the listings as they were known then. */
        THEN,
        /** Today's; the question and its day stay as they were. */
        TODAY
    }

    /** What a decision stands on. */
    public record Basis(UUID release, String contentHash, long watermark, String engineVersion) {}

    /** Why something came out otherwise. */
    public enum Cause {
        /** The same release and listings give something else: another engine or build, or a record that was changed. */
        ENGINE,
        /** Another release. */
        RELEASE,
        /** Something about the subject became known later. */
        LISTING_KNOWN_LATER
    }

    /** What differs. */
    public enum What {
        OUTCOME,
        MEASURE,
        WITHHELD,
        NOTICES,
        LISTS_CONSULTED,
        FEEDBACK_DUE_ON,
        PROMPT
    }

    /**
     * One difference.
     *
     * @param rowCode of a measure, otherwise null
     * @param listing of a measure, otherwise null
     * @param then null where it was not there
     * @param now null where it is no longer there
     */
    public record Difference(
            What what,
            @Nullable String rowCode,
            @Nullable UUID listing,
            @Nullable String then,
            @Nullable String now,
            Set<Cause> causes) {}

    /** Whether it came out the same. */
    public boolean same() {
        return differences.isEmpty();
    }
}
