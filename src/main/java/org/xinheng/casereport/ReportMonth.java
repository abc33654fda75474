package org.xinheng.casereport;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.PerformanceTarget;
import org.xinheng.catalogue.Procedures;

/**
 * The cases that are reported together (报送月份): those implemented from the reporting day of the month before up to the
 * day before that of the month, so that whatever is in time for a month belongs to it. Where no document sets a day the
 * calendar month counts and nothing is due.
 *
 * @param from first day of implementation
 * @param before first day that belongs to the next month
 * @param dueBefore the reports are in before this day, null where none is set
 */
public record ReportMonth(
        YearMonth month,
        LocalDate from,
        LocalDate before,
        @Nullable LocalDate dueBefore) {
    /** The month as the targets of a region have it. */
    public static ReportMonth of(YearMonth month, Procedures procedures, List<String> regionAndAbove) {
        return procedures
                .target(PerformanceTarget.Figure.CASE_REPORT_DAY, regionAndAbove)
                .map(target -> {
                    LocalDate due = day(month, target.value());
                    return new ReportMonth(month, day(month.minusMonths(1), target.value()), due, due);
                })
                .orElseGet(() -> new ReportMonth(
                        month, month.atDay(1), month.plusMonths(1).atDay(1), null));
    }

    private static LocalDate day(YearMonth month, int number) {
        return month.atDay(Math.min(number, month.lengthOfMonth()));
    }

    /** Whether what is made, or still open, on a day is late. */
    public boolean lateOn(LocalDate day) {
        return dueBefore != null && !day.isBefore(dueBefore);
    }
}
