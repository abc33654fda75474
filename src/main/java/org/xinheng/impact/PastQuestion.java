package org.xinheng.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.decision.MatterFacts;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.Listing;

/**
 * What a stored decision was asked and saw, as it is on record.
 *
 * @param subject the subject known by the identifier that was asked for, null where there is none
 * @param listings those it saw, as known at its watermark
 */
public record PastQuestion(
        UUID decision,
        @Nullable UUID subject,
        String department,
        SubjectType subjectType,
        boolean nameInDoubt,
        String matter,
        MatterFacts facts,
        String region,
        String agencyKind,
        LocalDate asOf,
        List<Mention> listings) {
    /** A listing and the role in which it named the subject. */
    public record Mention(Listing listing, TargetRole role) {}
}
