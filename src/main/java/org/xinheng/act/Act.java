package org.xinheng.act;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act as it was handed in (行政行为). It is due on the platform within seven working days of its decision; it never
 * changes; where it is revoked, the listings that rest on it end.
 *
 * @param department that handed it in
 * @param delivery what it came with: a batch, or itself
 * @param dueOn last day on which it is in time
 * @param calendarKnown whether the working days of that time were announced when it was counted
 * @param recordedOn day on which it was handed in
 * @param reminder words of the reminder of restoration that went out with it (两书同达), null for a licence
 */
public record Act(
        UUID id,
        String department,
        String region,
        ActDraft says,
        UUID delivery,
        LocalDate dueOn,
        boolean calendarKnown,
        LocalDate recordedOn,
        Instant recordedAt,
        @Nullable String reminder,
        @Nullable Revocation revocation) {
    /**
     * It was revoked (撤销).
     *
     * @param revokedOn first day without effect
     */
    public record Revocation(LocalDate revokedOn, String reason, String documentNumber) {}

    /** Whether it came after its last day (迟报). */
    public boolean late() {
        return recordedOn.isAfter(dueOn);
    }
}
