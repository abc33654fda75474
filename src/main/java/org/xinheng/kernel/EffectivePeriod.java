package org.xinheng.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A span of days in Asia/Shanghai; first and last day both count (design §6.1). An absent end is open.
 *
 * @param from first day, or null when unknown or unbounded
 * @param to last day, or null when open; never before {@code from}
 */
public record EffectivePeriod(
        @Nullable LocalDate from, @Nullable LocalDate to) {
    /** Without bounds. */
    public static final EffectivePeriod ALWAYS = new EffectivePeriod(null, null);

    public EffectivePeriod {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends on or after its first day: " + from + " to " + to);
        }
    }

    /** Whether the day lies inside, both ends included. */
    public boolean includes(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** Whether the two share a day. */
    public boolean overlaps(EffectivePeriod other) {
        return !endsBefore(other) && !other.endsBefore(this);
    }

    /** Whether every day of the other lies inside. */
    public boolean covers(EffectivePeriod other) {
        return (from == null || (other.from != null && !other.from.isBefore(from)))
                && (to == null || (other.to != null && !other.to.isAfter(to)));
    }

    private boolean endsBefore(EffectivePeriod other) {
        return to != null && other.from != null && to.isBefore(other.from);
    }
}
