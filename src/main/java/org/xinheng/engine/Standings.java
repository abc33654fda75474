package org.xinheng.engine;

import java.time.LocalDate;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xinheng.decision.WithheldReason;

/**
 * What the rules of 20-basis said of each row on a day in a region, so that they are asked once for each. Small and
 * bounded: when too many days and regions have come by, it begins anew. Safe for many threads: an answer is one byte,
 * and whoever asks again gets the same one.
 */
final class Standings {
    private static final int DAYS_AND_REGIONS_MAX = 64;
    private static final byte STANDS = 1;
    private static final WithheldReason[] REASONS = WithheldReason.values();

    private record DayAndRegion(LocalDate day, String region) {}

    private final ConcurrentHashMap<DayAndRegion, byte[]> kept = new ConcurrentHashMap<>();
    private final int rows;

    Standings(int rows) {
        this.rows = rows;
    }

    /** The answers of one day and region. */
    Page on(LocalDate day, String region) {
        var key = new DayAndRegion(day, region);
        byte[] answers = kept.get(key);
        if (answers == null) {
            if (kept.size() >= DAYS_AND_REGIONS_MAX) {
                kept.clear();
            }
            answers = kept.computeIfAbsent(key, k -> new byte[rows]);
        }
        return new Page(answers);
    }

    /** Answers by rank of the row. */
    @SuppressWarnings("ArrayRecordComponent") // a view, never compared
    record Page(byte[] answers) {
        boolean knows(Row row) {
            return answers[row.rank()] != 0;
        }

        void keep(Row row, @Nullable WithheldReason reason) {
            answers[row.rank()] = reason == null ? STANDS : code(reason);
        }

        @Nullable
        WithheldReason of(Row row) {
            byte answer = answers[row.rank()];
            return answer <= STANDS ? null : REASONS[answer - STANDS - 1];
        }

        private static byte code(WithheldReason reason) {
            byte code = STANDS + 1;
            for (WithheldReason each : REASONS) {
                if (each == reason) {
                    return code;
                }
                code++;
            }
            throw new IllegalStateException("no such reason: " + reason);
        }
    }
}
