package org.xinheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BeijingTimeTest {
    /** A quarter past four in the afternoon in Greenwich. */
    private static final Instant AFTER_MIDNIGHT = Instant.parse("2026-11-24T16:15:17.366568Z");

    @Test
    void aDayBeginsAtMidnightInBeijing() {
        assertThat(BeijingTime.dayOf(AFTER_MIDNIGHT)).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(BeijingTime.dayOf(AFTER_MIDNIGHT.minusSeconds(1_000))).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @Test
    void aReaderSeesTheClockOfBeijingToTheSecond() {
        assertThat(BeijingTime.displayed(AFTER_MIDNIGHT)).isEqualTo("2026-11-25 00:15:17（北京时间）");
    }
}
