package org.xinheng.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: what is expected of feeds, and how they came. */
public interface FeedScores {
    /** Says how often a department is expected to hand in a feed, 0 for never; the newest word counts. */
    void expect(UUID id, String department, String feed, int everyDays, LocalDate on, UUID callerKey, Instant at);

    /** The scores of a period, by department and feed. */
    List<FeedScore> scores(@Nullable String department, LocalDate from, LocalDate to);
}
