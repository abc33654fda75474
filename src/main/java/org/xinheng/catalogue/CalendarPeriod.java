package org.xinheng.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 节假日安排: days that are no working days although they fall on a weekday, or working days although they fall on a
 * weekend, as the State Council's office announces them each year.
 *
 * @param first first day, Asia/Shanghai
 * @param last last day, included
 */
public record CalendarPeriod(
        String code,
        String title,
        Kind kind,
        LocalDate first,
        LocalDate last,
        @Nullable String documentNumber,
        boolean verified,
        @Nullable String checkedIn) {
    /** What the days are. */
    public enum Kind {
        /** 放假. */
        HOLIDAY,
        /** 调休上班. */
        WORKDAY
    }

    /** Whether the day lies inside, both ends included. */
    public boolean includes(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
