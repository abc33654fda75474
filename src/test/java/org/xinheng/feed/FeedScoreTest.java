package org.xinheng.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedScoreTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    @Test
    void every_interval_counts_and_the_open_one_too() {
        FeedScore score = score(FIRST.plusDays(20), submission(0, true), submission(7, true), submission(16, true));

        assertThat(score.gaps()).isEqualTo(4);
        assertThat(score.gapsInTime()).isEqualTo(3);
        assertThat(score.dueOn()).isEqualTo(FIRST.plusDays(23));
        assertThat(score.stale()).isFalse();
    }

    @Test
    void a_feed_is_stale_on_the_day_after_its_last_day_and_a_refused_batch_does_not_help() {
        assertThat(score(FIRST.plusDays(7), submission(0, true)).stale()).isFalse();
        assertThat(score(FIRST.plusDays(8), submission(0, true), submission(5, false))
                        .stale())
                .isTrue();
    }

    @Test
    void what_never_came_is_due_from_the_day_it_was_expected() {
        FeedScore score = score(FIRST.plusDays(8));

        assertThat(score.lastAcceptedOn()).isNull();
        assertThat(score.dueOn()).isEqualTo(FIRST.plusDays(7));
        assertThat(score.stale()).isTrue();
    }

    private static FeedScore score(LocalDate last, FeedScore.Submission... submission) {
        return FeedScore.of("WH-CZJ", "ZFCG", new FeedScore.Expected(7, FIRST), null, List.of(submission), last);
    }

    private static FeedScore.Submission submission(int day, boolean accepted) {
        return new FeedScore.Submission(FIRST.plusDays(day), accepted, 10, 0, Map.of());
    }
}
