package org.xinheng.release.life;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.release.Actor;

/**
 * Somebody else than its editors approves a release for a day (审批).
 *
 * @param checkNumber check that the approver relied on
 * @param contentHash content that the approver relied on
 * @param effectiveFrom first day on which it shall be law, Asia/Shanghai
 * @param needed approvers that were needed
 * @param changedShare share of the answers that would change, null where nobody has counted
 * @param completes whether it was the last one needed
 */
public record Approval(
        UUID releaseId,
        int checkNumber,
        String contentHash,
        LocalDate effectiveFrom,
        int needed,
        @Nullable BigDecimal changedShare,
        boolean completes,
        String reason,
        Instant at,
        Actor by) {}
