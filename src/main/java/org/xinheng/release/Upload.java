package org.xinheng.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody handed in workbooks. Whoever did is an editor of the release and cannot approve it; the same content handed in
 * again is one more upload of the same release.
 *
 * @param by who did, null where the build brought them
 * @param basedOn release that was law on the day it is meant for as far as was known, from which the workbooks that were
 *     not handed in carried over, null where there was none
 * @param meantFor first day on which it would be in force; the gate checks it for that day
 * @param workbooks names of those that were handed in, in order
 */
public record Upload(
        UUID id,
        UUID releaseId,
        Instant at,
        @Nullable Actor by,
        @Nullable UUID basedOn,
        LocalDate meantFor,
        List<String> workbooks) {
    public Upload {
        workbooks = List.copyOf(workbooks);
    }
}
