package org.xinheng.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();

    @Test
    void a_day_before_the_first_release_is_reconstructed_by_the_first() {
        Timeline timeline = new Timeline(List.of(tenure(FIRST, "2026-01-01"), tenure(SECOND, "2026-06-01")));
        Timeline.Answer answer = timeline.on(LocalDate.of(2025, 12, 31));
        assertThat(answer.tenure().releaseId()).isEqualTo(FIRST);
        assertThat(answer.reconstructed()).isTrue();
    }

    @Test
    void a_release_is_law_from_its_day_on() {
        Timeline timeline = new Timeline(List.of(tenure(FIRST, "2026-01-01"), tenure(SECOND, "2026-06-01")));
        assertThat(timeline.on(LocalDate.of(2026, 5, 31)).tenure().releaseId()).isEqualTo(FIRST);
        assertThat(timeline.on(LocalDate.of(2026, 6, 1)).tenure().releaseId()).isEqualTo(SECOND);
        assertThat(timeline.on(LocalDate.of(2026, 6, 1)).reconstructed()).isFalse();
    }

    @Test
    void a_rollback_opens_a_new_tenure_and_leaves_the_days_before_it_alone() {
        Timeline timeline = new Timeline(
                List.of(tenure(FIRST, "2026-01-01"), tenure(SECOND, "2026-06-01"), tenure(FIRST, "2026-07-01")));
        assertThat(timeline.on(LocalDate.of(2026, 6, 15)).tenure().releaseId()).isEqualTo(SECOND);
        assertThat(timeline.on(LocalDate.of(2026, 7, 1)).tenure().releaseId()).isEqualTo(FIRST);
    }

    private static Tenure tenure(UUID release, String from) {
        return new Tenure(release, LocalDate.parse(from), Instant.parse(from + "T00:00:00Z"));
    }
}
