package org.xinheng.listing;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The decision a listing rests on (认定决定); all of it is required for black kinds except {@code sentenceEndsOn}.
 *
 * @param issuedBy as printed, not compared with the caller
 * @param ground code of the list kind's ground
 * @param facts free text, encrypted at rest
 * @param legalBases codes the decision cites
 * @param sentenceEndsOn last day of the sentence, where terms count from it
 * @param priorNoticeOn day of the prior notice (R4)
 * @param measuresReminded whether the decision reminded of the measures (R5)
 */
public record Designation(
        DocumentType documentType,
        String documentNumber,
        LocalDate documentDate,
        String issuedBy,
        @Nullable String ground,
        @Nullable String facts,
        Set<String> legalBases,
        @Nullable LocalDate sentenceEndsOn,
        @Nullable LocalDate priorNoticeOn,
        boolean measuresReminded,
        @Nullable String removalConditions,
        @Nullable String remedies) {
    /** The same on another ground. */
    Designation onGround(String other) {
        return new Designation(
                documentType,
                documentNumber,
                documentDate,
                issuedBy,
                other,
                facts,
                legalBases,
                sentenceEndsOn,
                priorNoticeOn,
                measuresReminded,
                removalConditions,
                remedies);
    }
}
