package org.xinheng.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinheng.catalogue.CalendarPeriod.Kind;

class WorkingDaysTest {
    private static final WorkingDays CALENDAR = new WorkingDays(List.of(
            period("2026-CJ", Kind.HOLIDAY, "2026-02-15", "2026-02-23"),
            period("2026-CJ-B1", Kind.WORKDAY, "2026-02-14", "2026-02-14"),
            period("2026-CJ-B2", Kind.WORKDAY, "2026-02-28", "2026-02-28")));

    @Test
    void a_saturday_of_make_up_work_counts_and_a_weekday_of_the_holiday_does_not() {
        assertThat(CALENDAR.isWorkingDay(day("2026-02-14"))).isTrue();
        assertThat(CALENDAR.isWorkingDay(day("2026-02-16"))).isFalse();
        assertThat(CALENDAR.isWorkingDay(day("2026-02-21")))
                .as("an ordinary Saturday inside the holiday")
                .isFalse();
        assertThat(CALENDAR.isWorkingDay(day("2026-03-01"))).as("a Sunday").isFalse();
    }

    @Test
    void seven_working_days_run_over_the_holiday_and_count_its_make_up_days() {
        // decided on Thursday 12 February: 13, 14, 24, 25, 26, 27, 28 February
        assertThat(CALENDAR.after(day("2026-02-12"), 7)).isEqualTo("2026-02-28");
    }

    @Test
    void the_day_of_the_event_is_not_counted() {
        assertThat(CALENDAR.after(day("2026-03-02"), 1)).isEqualTo("2026-03-03");
        assertThat(CALENDAR.between(day("2026-03-02"), day("2026-03-02"))).isZero();
        assertThat(CALENDAR.between(day("2026-02-12"), day("2026-02-28"))).isEqualTo(7);
    }

    @Test
    void none_at_all_means_the_day_itself_or_the_next_working_day() {
        assertThat(CALENDAR.after(day("2026-03-02"), 0)).isEqualTo("2026-03-02");
        assertThat(CALENDAR.after(day("2026-02-15"), 0)).isEqualTo("2026-02-24");
    }

    @Test
    void a_year_that_was_not_announced_is_counted_by_weekdays_and_says_so() {
        assertThat(CALENDAR.announced(day("2027-05-03"))).isFalse();
        assertThat(CALENDAR.announced(day("2026-12-31"))).isTrue();
        assertThat(CALENDAR.isWorkingDay(day("2027-05-03"))).as("a Monday").isTrue();
    }

    private static CalendarPeriod period(String code, Kind kind, String first, String last) {
        return new CalendarPeriod(code, code, kind, day(first), day(last), null, true, null);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
