package org.xinheng.decision;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kept decision with all that deciding it again needs.
 *
 * @param request as it was asked, null where what identifies the subject has been erased
 * @param lookup keyed hash of the identifier asked for, lower-case hex
 * @param watermark number of the last commit of listings that it saw
 */
public record Replayable(
        UUID id,
        Decision decision,
        @Nullable DecisionRequest request,
        String lookup,
        long watermark,
        String engineVersion) {}
