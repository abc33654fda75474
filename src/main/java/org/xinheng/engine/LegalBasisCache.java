package org.xinheng.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.decision.WithheldReason;
import org.xinheng.engine.Verdicts.Held;

/**
 * Caches what the rules of 20-basis answer for each row on a day in a region. Bounded by the number of days and
 * regions. Safe for many threads: an answer is one immutable value, and a second evaluation gives an equal
 * one.
 */
final class LegalBasisCache {
    /** About sixteen megabytes. */
    private static final int ANSWERS_MAX = 4_000_000;

    private static final int DAYS_AND_REGIONS_LEAST = 64;

    /** Stands for: the row stands on law. */
    private static final Held STANDS = new Held(WithheldReason.BASIS_NOT_IN_FORCE, null);

    private record DayAndRegion(LocalDate day, String region) {}

    private final Cache<DayAndRegion, @Nullable Held[]> stored;
    private final int rows;

    LegalBasisCache(int rows) {
        this.rows = rows;
        this.stored = Caffeine.newBuilder()
                .maximumSize(Math.max(DAYS_AND_REGIONS_LEAST, ANSWERS_MAX / Math.max(1, rows)))
                .build();
    }

    /** The answers of one day and region. */
    Page on(LocalDate day, String region) {
        return new Page(stored.get(new DayAndRegion(day, region), unseen -> new Held[rows]));
    }

    /** Answers by rank of the row. */
    @SuppressWarnings("ArrayRecordComponent") // a view, never compared
    record Page(@Nullable Held[] answers) {
        boolean knows(Row row) {
            return answers[row.rank()] != null;
        }

        void keep(Row row, @Nullable Held held) {
            answers[row.rank()] = held == null ? STANDS : held;
        }

        @SuppressWarnings("ReferenceEquality") // STANDS is one value, not one of many
        @Nullable
        Held of(Row row) {
            @Nullable Held answer = answers[row.rank()];
            return answer == STANDS ? null : answer;
        }
    }
}
