package org.xinheng.subject;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two subjects were found to be one (合并), or found not to be after all (分立); of one pair the newest counts (design
 * §6.12).
 *
 * @param joined true to merge, false to undo it
 * @param department who found it, null where it was not kept
 * @param documentNumber number of the document that it rests on, null where it was not kept
 * @param knownAt number of the commit that makes it known
 */
public record SubjectMerge(
        UUID id,
        UUID one,
        UUID other,
        boolean joined,
        String reason,
        @Nullable String department,
        @Nullable String documentNumber,
        @Nullable UUID recordedBy,
        @Nullable Instant recordedAt,
        long knownAt) {}
