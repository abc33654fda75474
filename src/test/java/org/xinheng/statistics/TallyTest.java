package org.xinheng.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final List<Tally> TALLIES = List.of(
            tally("WH-CZJ", "2026-10", 3, 2), tally("WH-CZJ", "2026-11", 1, 0), tally("WH-GGZY", "2026-10", 5, 5));

    @Test
    void numbers_are_added_up_by_the_dimensions_asked_for() {
        assertThat(Tally.by(Set.of(Dimension.AGENCY), TALLIES))
                .containsExactly(
                        new Tally(Map.of(Dimension.AGENCY, "WH-CZJ"), numbers(4, 2)),
                        new Tally(Map.of(Dimension.AGENCY, "WH-GGZY"), numbers(5, 5)));
        assertThat(Tally.by(Set.of(Dimension.MONTH), TALLIES))
                .containsExactly(
                        new Tally(Map.of(Dimension.MONTH, "2026-10"), numbers(8, 7)),
                        new Tally(Map.of(Dimension.MONTH, "2026-11"), numbers(1, 0)));
    }

    @Test
    void a_dimension_that_the_topic_does_not_have_is_left_out() {
        assertThat(Tally.by(Set.of(Dimension.MEASURE), TALLIES)).containsExactly(new Tally(Map.of(), numbers(9, 7)));
    }

    @Test
    void a_rate_is_of_the_sums_and_there_is_none_of_nothing() {
        Tally sum = Tally.by(Set.of(), TALLIES).get(0).withShare("rate", "given", "due");
        assertThat(sum.numbers()).containsEntry("rate", new BigDecimal("0.7778"));
        Tally nothing = new Tally(Map.of(), numbers(0, 0)).withShare("rate", "given", "due");
        assertThat(nothing.numbers()).doesNotContainKey("rate");
    }

    @Test
    void what_there_is_at_the_end_of_a_month_is_what_came_up_to_it() {
        assertThat(Tally.runningOn("due", TALLIES))
                .extracting(tally -> tally.numbers().get("due"))
                .containsExactly(BigDecimal.valueOf(3), BigDecimal.valueOf(4), BigDecimal.valueOf(5));
    }

    @Test
    void objections_are_counted_on_100000_records() {
        Tally tally = new Tally(Map.of(), Map.of("upheld", BigDecimal.ONE, "records", BigDecimal.valueOf(200_000)));
        assertThat(tally.withPer100000("per100000", "upheld", "records").numbers())
                .containsEntry("per100000", new BigDecimal("0.5000"));
    }

    private static Tally tally(String agency, String month, int due, int given) {
        return new Tally(Map.of(Dimension.AGENCY, agency, Dimension.MONTH, month), numbers(due, given));
    }

    private static Map<String, BigDecimal> numbers(int due, int given) {
        return Map.of("due", BigDecimal.valueOf(due), "given", BigDecimal.valueOf(given));
    }
}
