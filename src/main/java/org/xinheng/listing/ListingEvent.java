package org.xinheng.listing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something dated that happened to a listing after its entry. Nothing is ever updated in place.
 *
 * @param effectiveOn first day on which it counts: for an end, the first day without effect (design §6.1)
 * @param knownAt number of the commit that made it known (design §6.3)
 */
public record ListingEvent(
        UUID id,
        Type type,
        LocalDate effectiveOn,
        long knownAt,
        @Nullable String documentNumber,
        @Nullable String reason) {
    /** What happened. */
    public enum Type {
        /** 移出. */
        REMOVED,
        /** 据以认定的文书被撤销. */
        REVOKED,
        /** 停止执行. */
        STAYED,
        /** 恢复执行. */
        STAY_ENDED,
        /** 信用修复. */
        RESTORED,
        /** 提出异议. */
        OBJECTED,
        /** 异议办结. */
        OBJECTION_CLOSED,
        /** 破产重整计划执行期间临时解除. */
        REORGANISATION_BEGUN,
        /** 重整计划执行终止,临时解除结束. */
        REORGANISATION_ENDED,
        /** 承诺已履行. */
        COMMITMENT_KEPT,
        /** 违背承诺. */
        COMMITMENT_BREACHED
    }
}
