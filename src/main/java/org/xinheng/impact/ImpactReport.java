package org.xinheng.impact;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * What a draft would change (影响评估).
 *
 * @param decisions over stored decisions, decided again on the facts they recorded
 * @param listings over every listing in force, in every matter
 * @param affectedSubjects subjects for whom at least one answer changes
 */
public record ImpactReport(
        UUID id,
        ImpactQuestion question,
        ImpactPart decisions,
        ImpactPart listings,
        long affectedSubjects,
        Instant finishedAt) {
    /** The greater of both shares: what asks for a further approver. */
    public BigDecimal changedShare() {
        return decisions.share().max(listings.share());
    }
}
