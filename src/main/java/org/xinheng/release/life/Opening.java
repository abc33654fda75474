package org.xinheng.release.life;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xinheng.release.Actor;
import org.xinheng.release.Tenure;

/**
 * The opening of a tenure, as it is on record.
 *
 * @param number in the order of opening
 * @param by who took the step, null for the first release
 * @param reason why, null for the first release
 * @param calledOffAt when it was called off before its first day, null where it was not
 */
public record Opening(
        long number,
        Tenure tenure,
        Step step,
        @Nullable Actor by,
        @Nullable String reason,
        @Nullable Instant calledOffAt) {
    /** Whether it was called off before its first day. */
    public boolean calledOff() {
        return calledOffAt != null;
    }

    /** What opened it. */
    public enum Step {
        /** The first release of an empty database. */
        FIRST,
        /** The last approval needed, for its day. */
        APPROVAL,
        /** At once, though approved for a later day. */
        ACTIVATION,
        /** The release after it was taken back. */
        ROLLBACK
    }
}
