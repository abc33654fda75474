package org.xinheng.task;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an agency did about a task (任务反馈); a correction is a further report. */
public record TaskReport(UUID id, UUID task, boolean settled, Instant recordedAt, List<Line> lines) {
    /**
     * What became of one line.
     *
     * @param reason required where nothing was done
     * @param implementedOn day on which the measure was applied or lifted, Asia/Shanghai
     */
    public record Line(
            TaskLine.Key line,
            Result result,
            @Nullable String reason,
            @Nullable LocalDate implementedOn,
            @Nullable String documentNumber,
            @Nullable BigDecimal amountCny) {}

    /** What became of it; of a lift task, {@link #IMPLEMENTED} says that the measure is lifted. */
    public enum Result {
        IMPLEMENTED,
        NOT_IMPLEMENTED,
        NOT_APPLICABLE
    }
}
