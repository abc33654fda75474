package org.xinheng.feedback;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agency did with one measure of a decision.
 *
 * @param listing the listing that gave the measure
 * @param reason required where the measure was not implemented or not applicable
 * @param implementedOn day of implementation, Asia/Shanghai
 * @param amountCny amount concerned, in yuan, at most two decimals
 */
public record FeedbackLine(
        String measure,
        UUID listing,
        Result result,
        @Nullable String reason,
        @Nullable LocalDate implementedOn,
        @Nullable String documentNumber,
        @Nullable BigDecimal amountCny) {
    /** What became of it. */
    public enum Result {
        IMPLEMENTED,
        NOT_IMPLEMENTED,
        NOT_APPLICABLE
    }
}
