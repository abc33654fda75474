package org.xinheng.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermLengthTest {
    @ParameterizedTest
    @CsvSource({
        "2026-05-01, 1 years, 2027-04-30",
        "2024-02-29, 1 years, 2025-02-28",
        "2024-02-29, 4 years, 2028-02-28",
        "2025-03-01, 3 years, 2028-02-29",
        "2026-01-31, 1 months, 2026-02-28",
        "2026-03-31, 1 months, 2026-04-30",
        "2026-01-01, 12 months, 2026-12-31",
        "2026-12-31, 6 months, 2027-06-30"
    })
    void a_term_ends_the_day_before_the_anniversary_or_with_the_month_where_there_is_none(
            LocalDate first, String written, LocalDate last) {
        assertThat(TermLength.parse(written).orElseThrow().lastDayFrom(first)).contains(last);
    }

    @Test
    void for_life_has_no_last_day_and_is_longer_than_any_term() {
        assertThat(TermLength.LIFE.lastDayFrom(LocalDate.of(2026, 1, 1))).isEmpty();
        assertThat(TermLength.LIFE.longerThan(new TermLength(99, TermLength.Unit.YEARS)))
                .isTrue();
    }

    @Test
    void twelve_months_are_as_long_as_a_year() {
        var year = new TermLength(1, TermLength.Unit.YEARS);
        var months = new TermLength(12, TermLength.Unit.MONTHS);
        assertThat(year.longerThan(months)).isFalse();
        assertThat(months.longerThan(year)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0 years", "3 Years", "3years", "100 years", "-1 months", "3 days", "''"})
    void anything_else_is_not_read_as_a_term(String written) {
        assertThat(TermLength.parse(written)).isEmpty();
    }
}
