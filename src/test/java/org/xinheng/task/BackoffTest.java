package org.xinheng.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void the_wait_doubles_from_five_seconds_up_to_a_quarter_of_an_hour_and_stays_there() {
        assertThat(Backoff.after(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Backoff.after(2)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Backoff.after(5)).isEqualTo(Duration.ofSeconds(80));
        assertThat(Backoff.after(8)).isEqualTo(Duration.ofSeconds(640));
        assertThat(Backoff.after(9)).isEqualTo(Duration.ofMinutes(15));
        assertThat(Backoff.after(1_000_000)).isEqualTo(Duration.ofMinutes(15));
    }
}
