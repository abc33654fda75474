package org.xinheng.decision;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kept decision with all that deciding it again needs.
 *
 * @param request as it was asked, null where what identifies the subject has been erased
 * @param lookup keyed hash of the identifier asked for, lower-case hex
 * @param principalLookup the same of the principal's identifier, null where none was named
 * @param watermark number of the last commit of listings that it saw
 */
public record Replayable(
        UUID id,
        Decision decision,
        @Nullable DecisionRequest request,
        String lookup,
        @Nullable String principalLookup,
        long watermark,
        String engineVersion) {
    /** The keyed hashes of all whose listings it was decided on. */
    public List<String> lookups() {
        return principalLookup == null ? List.of(lookup) : List.of(lookup, principalLookup);
    }
}
