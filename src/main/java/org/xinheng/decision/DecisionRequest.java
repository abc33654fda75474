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
        boolean writtenInOldForm) {
    /** A question whose number was given in its form of today. */
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
        this(subjectType, identifier, name, matter, facts, region, purpose, caseNumber, asOf, asOfReason, false);
    }
}
