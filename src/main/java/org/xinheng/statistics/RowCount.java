package org.xinheng.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often a row fired.
 *
 * @param lastDecidedAt last decision in which it fired, null where it never did
 */
public record RowCount(
        String rowCode,
        long applied,
        long withheld,
        @Nullable Instant lastDecidedAt) {}
