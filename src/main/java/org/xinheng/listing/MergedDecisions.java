package org.xinheng.listing;

import java.util.List;
import java.util.UUID;

/** Port: decisions that took two subjects for one. */
public interface MergedDecisions {
    /**
     * Decisions about one of two subjects that name an entry of the other, newest first.
     *
     * @param most how many at most
     */
    List<UUID> restingOn(UUID one, UUID other, int most);
}
