package org.xinheng.impact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: what was counted, kept for ever; the newest report of a release counts. */
public interface ImpactReports {
    /** The newest report of a release. */
    Optional<ImpactReport> newest(UUID release);

    /**
     * The subjects of a report, the most affected first.
     *
     * @param after place after which the page begins, 0 for the first
     */
    List<AffectedSubject> subjects(UUID report, int after, int size);

    /**
     * Share of changed answers, 0 to 1, in the newest report of a release that an approval can go by; empty where there is
     * none.
     *
     * @param against release that it would replace
     */
    Optional<BigDecimal> changedShare(UUID releaseId, UUID against);

    /** Keeps a report with the most affected subjects. */
    void add(ImpactReport report, List<AffectedSubject> mostAffected);
}
