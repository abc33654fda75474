package org.xinheng.impact;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.xinheng.kernel.BeijingTime;

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
    /**
     * Whether an approval can go by it: it compares with the release to be replaced, over questions that nobody chose so
     * that little would change.
     *
     * @param replaced release that would be law otherwise
     */
    public boolean governs(UUID replaced) {
        LocalDate finishedOn = BeijingTime.dayOf(finishedAt);
        return question.against().equals(replaced)
                && !question.release().equals(replaced)
                && question.isOrdinaryOn(finishedOn);
    }

    /** The greater of both shares: what asks for a further approver. */
    public BigDecimal changedShare() {
        return decisions.share().max(listings.share());
    }
}
