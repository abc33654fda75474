package org.xinheng.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision (决策): what the law attached to a subject in one matter, on one day, as far as was known.
 *
 * @param decidedAt when it was decided
 * @param asOf day the answer is for, Asia/Shanghai
 * @param agency code of the asking department
 * @param projection true when {@code asOf} lies ahead
 * @param reconstructed true when {@code asOf} lies before the first release
 * @param feedbackDueOn last day for feedback, null when none is due
 * @param prompt Chinese text a clerk can read out
 */
public record Decision(
        UUID id,
        Instant decidedAt,
        LocalDate asOf,
        String agency,
        String matter,
        Outcome outcome,
        ReleaseCited release,
        List<AppliedMeasure> measures,
        List<WithheldMeasure> withheld,
        boolean projection,
        boolean reconstructed,
        List<Warning> notices,
        List<ListConsulted> listsConsulted,
        @Nullable LocalDate feedbackDueOn,
        String prompt) {
    /** The release that decided. */
    public record ReleaseCited(UUID id, String contentHash, LocalDate effectiveFrom) {}
}
