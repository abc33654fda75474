package org.xinheng.release.life;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/** Port: what a draft would change, as far as it has been counted. */
public interface ImpactOfDraft {
    /**
     * Share of the answers that would change, 0 to 1, as an approval can go by it.
     *
     * @param against release that the draft would replace; a count against any other says nothing of that step
     * @return empty where it has not been counted, or only over questions that somebody chose
     */
    Optional<BigDecimal> changedShare(UUID releaseId, UUID against);
}
