package org.xinheng.release;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/** Port: what a draft would change, as far as it has been counted. */
public interface ImpactOfDraft {
    /** Share of the answers that would change, 0 to 1; empty where it has not been counted. */
    Optional<BigDecimal> changedShare(UUID releaseId);
}
