package org.xinheng.catalogue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * 工作日: Monday to Friday but for the holidays announced, and the weekend days announced as working days. A year for
 * which nothing has been announced is counted by weekdays alone, and {@link #announced} says so.
 */
public final class WorkingDays {
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Map<LocalDate, CalendarPeriod.Kind> exceptions = new HashMap<>();
    private final Set<Integer> years = new TreeSet<>();

    /** @param announced the register 工作日历 */
    public WorkingDays(Collection<CalendarPeriod> announced) {
        for (CalendarPeriod period : announced) {
            for (LocalDate day = period.first(); !day.isAfter(period.last()); day = day.plusDays(1)) {
                exceptions.put(day, period.kind());
            }
            years.add(period.first().getYear());
        }
    }

    /** Whether offices work on this day. */
    public boolean isWorkingDay(LocalDate day) {
        CalendarPeriod.Kind exception = exceptions.get(day);
        return exception == null ? !WEEKEND.contains(day.getDayOfWeek()) : exception == CalendarPeriod.Kind.WORKDAY;
    }

    /** Whether the arrangement of this day's year is known. */
    public boolean announced(LocalDate day) {
        return years.contains(day.getYear());
    }

    /**
     * The last day of a limit of n working days from an event: the day of the event does not count (民法典第二百零一条).
     *
     * @param count 0 for the day itself or, where that is no working day, the next one
     */
    public LocalDate after(LocalDate event, int count) {
        LocalDate day = event;
        int left = count;
        while (left > 0 || !isWorkingDay(day)) {
            if (left > 0) {
                day = day.plusDays(1);
                left -= isWorkingDay(day) ? 1 : 0;
            } else {
                day = day.plusDays(1);
            }
        }
        return day;
    }

    /** Working days after the first and up to the last day; negative never: 0 where last is not after first. */
    public int between(LocalDate first, LocalDate last) {
        int count = 0;
        for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            count += isWorkingDay(day) ? 1 : 0;
        }
        return count;
    }
}
