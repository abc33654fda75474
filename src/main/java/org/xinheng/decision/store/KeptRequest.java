package org.xinheng.decision.store;

import org.jspecify.annotations.Nullable;
import org.xinheng.decision.MatterFacts;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.SubjectType;

/** The request as it is kept: without what identifies the subject, which stands encrypted beside it. */
record KeptRequest(
        SubjectType subjectType,
        IdentifierScheme scheme,
        String maskedIdentifier,
        String matter,
        MatterFacts matterItem,
        String region,
        String purpose,
        String caseNumber,
        @Nullable String asOf,
        @Nullable String asOfReason) {
    /** What identifies the subject. */
    record Personal(String identifier, @Nullable String name) {}
}
