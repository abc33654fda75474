package org.xinheng.release.service;

import java.time.LocalDate;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/** From which days on a release can be law: not before today, and for days that can be asked about (design §6.2). */
final class FirstDay {
    private static final int YEARS_AHEAD_MAX = 5;

    private FirstDay() {}

    /** @throws Refusal RELEASE_DAY_PAST, FIELD_RANGE at {@code /effectiveFrom} */
    static void refuse(LocalDate today, LocalDate effectiveFrom) {
        if (effectiveFrom.isBefore(today)) {
            throw Refusal.at("/effectiveFrom", ErrorCode.RELEASE_DAY_PAST, effectiveFrom.toString(), today.toString());
        }
        LocalDate last = today.plusYears(YEARS_AHEAD_MAX);
        if (effectiveFrom.isAfter(last)) {
            throw Refusal.at("/effectiveFrom", ErrorCode.FIELD_RANGE, "≤ " + last);
        }
    }
}
