package org.xinheng.decision.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What came of replaying many decisions. Written to by one thread at a time. */
public final class Scorecard {
    /** How many different ones are kept to be looked at. */
    private static final int EXAMPLES_MAX = 20;

    private final Map<Replay.Cause, Long> causes = new EnumMap<>(Replay.Cause.class);
    private final List<Replay> examples = new ArrayList<>();
    private final List<UUID> failed = new ArrayList<>();
    private long same;
    private long different;
    private long erased;
    private long failures;

    /** Counts one. */
    public synchronized void count(Replay replay) {
        if (replay.same()) {
            same++;
            return;
        }
        different++;
        replay.differences().stream()
                .flatMap(difference -> difference.causes().stream())
                .distinct()
                .forEach(cause -> causes.merge(cause, 1L, Long::sum));
        if (examples.size() < EXAMPLES_MAX) {
            examples.add(replay);
        }
    }

    /** Counts one whose subject can no longer be told. */
    public synchronized void countErased() {
        erased++;
    }

    /** Counts one that could not be decided again at all. */
    public synchronized void countFailed(UUID decision) {
        failures++;
        if (failed.size() < EXAMPLES_MAX) {
            failed.add(decision);
        }
    }

    /** All that were looked at. */
    public synchronized long decisions() {
        return same + different + erased + failures;
    }

    /** Those that came out the same. */
    public synchronized long same() {
        return same;
    }

    /** Those that came out otherwise. */
    public synchronized long different() {
        return different;
    }

    /** Those whose personal data has been erased. */
    public synchronized long erased() {
        return erased;
    }

    /** Those that could not be decided again. */
    public synchronized long failed() {
        return failures;
    }

    /** How many came out otherwise for each cause; one may have several. */
    public synchronized Map<Replay.Cause, Long> causes() {
        return Map.copyOf(causes);
    }

    /** The first that came out otherwise. */
    public synchronized List<Replay> examples() {
        return List.copyOf(examples);
    }

    /** The first that could not be decided again. */
    public synchronized List<UUID> failedExamples() {
        return List.copyOf(failed);
    }
}
