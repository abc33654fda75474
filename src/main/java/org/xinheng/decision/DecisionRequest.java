package org.xinheng.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.SubjectType;
import org.xinheng.subject.SubjectName;

/**
 * What an agency asks.
 *
 * @param purpose why (用途), required by L8
 * @param caseNumber the agency's own case
 * @param asOf day asked about, null for today
 * @param asOfReason why a past day is asked about, required then
 * @param principal number of the legal person behind a branch, or of the operator of an individual business (所属法人或者经营者)
 * @param writtenInOldForm whether the number was given in an old form, such as 15 digits of a citizen
 */
public record DecisionRequest(
        SubjectType subjectType,
        Identifier identifier,
        @Nullable SubjectName name,
        String matter,
        MatterFacts facts,
        String region,
        String purpose,
        String caseNumber,
        @Nullable LocalDate asOf,
        @Nullable String asOfReason,
        @Nullable Identifier principal,
        boolean writtenInOldForm) {
    /** A question about a subject that stands for itself, its number in its form of today. */
    public DecisionRequest(
            SubjectType subjectType,
            Identifier identifier,
            @Nullable SubjectName name,
            String matter,
            MatterFacts facts,
            String region,
            String purpose,
            String caseNumber,
            @Nullable LocalDate asOf,
            @Nullable String asOfReason) {
        this(subjectType, identifier, name, matter, facts, region, purpose, caseNumber, asOf, asOfReason, null, false);
    }
}
