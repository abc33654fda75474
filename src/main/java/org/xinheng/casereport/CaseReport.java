package org.xinheng.casereport;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One case of joint reward or punishment (联合奖惩案例): an agency applied a measure to a subject and said so in its
 * feedback. Who the subject is stands with the listing and is masked when the case is told.
 *
 * @param month the month with which it is reported (月份)
 * @param subjectId whom the measure reached
 * @param department agency that fed back (反馈部门)
 * @param implementedOn day on which it was done
 * @param explanation what the agency added (奖惩说明), null where it added nothing
 * @param publisher who holds the key by which the agency fed back (发布人), null where the operator did not say
 * @param collectedOn day on which the draft was first made
 * @param revision how often corrected feedback was taken into it, 0 for never
 * @param state where it stands; what was corrected after a return is a draft again
 * @param review the last review, null where there was none
 */
public record CaseReport(
        UUID id,
        YearMonth month,
        UUID decisionId,
        UUID listingId,
        UUID subjectId,
        String listKind,
        String measure,
        String department,
        String region,
        LocalDate implementedOn,
        @Nullable BigDecimal amountCny,
        @Nullable String explanation,
        @Nullable String documentNumber,
        @Nullable String publisher,
        LocalDate collectedOn,
        int revision,
        State state,
        @Nullable Review review) {
    /** Where a case stands (审查状态). */
    public enum State {
        /** 草稿. */
        DRAFT,
        /** 退回. */
        RETURNED,
        /** 已审查. */
        REVIEWED
    }

    /**
     * What the credit office said of a draft (审查).
     *
     * @param state REVIEWED or RETURNED
     */
    public record Review(
            State state,
            LocalDate reviewedOn,
            String department,
            @Nullable String reason) {}

    /** The day on which it is in: that of its review, or, while it waits for one, the day on which it is looked at. */
    public LocalDate inOn(LocalDate today) {
        return review != null && state == State.REVIEWED ? review.reviewedOn() : today;
    }
}
