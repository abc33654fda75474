package org.xinheng.decision;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A measure that matched and was held back by a guard (保留未适用).
 *
 * @param wanted the field that is missing, null for other reasons
 */
public record WithheldMeasure(
        String measure,
        String rowCode,
        UUID listing,
        WithheldReason reason,
        @Nullable String wanted) {}
