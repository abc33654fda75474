package org.xinheng.decision;

import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.SubjectType;

/**
 * What was asked, as it is kept: without what identifies the subject, which stands encrypted beside it.
 *
 * @param asOf day asked about as it was written, null for the day of the decision
 * @param principalScheme scheme of the principal's number, null where none was named
 * @param writtenInOldForm true where the number was given in an old form, null where it was not
 */
public record StoredQuestion(
        SubjectType subjectType,
        IdentifierScheme scheme,
        String maskedIdentifier,
        String matter,
        MatterFacts matterItem,
        String region,
        String purpose,
        String caseNumber,
        @Nullable String asOf,
        @Nullable String asOfReason,
        @Nullable IdentifierScheme principalScheme,
        @Nullable String maskedPrincipal,
        @Nullable Boolean writtenInOldForm) {}
