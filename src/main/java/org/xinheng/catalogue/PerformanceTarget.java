package org.xinheng.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * 考核指标: what the work of a region is measured against, one row of the register. A figure that no document sets for a
 * region is not invented.
 *
 * @param region GB/T 2260 code; regions below it without a target of their own have this one
 * @param source the document that sets it
 */
public record PerformanceTarget(
        String code,
        String title,
        Figure figure,
        String region,
        int value,
        String source,
        boolean verified,
        @Nullable String checkedIn) {
    /** What is measured. */
    public enum Figure {
        /** 每月案例报送日: case reports of a month are handed in before this day of the month after it. */
        CASE_REPORT_DAY,
        /** 异议率: fewer objections than this among 100,000 records. */
        OBJECTIONS_PER_100000
    }
}
