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
        @Nullable String asOfReason) {}
