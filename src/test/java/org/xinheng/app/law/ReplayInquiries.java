package org.xinheng.app.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.decision.Inquiry;
import org.xinheng.decision.ListingInQuestion;
import org.xinheng.decision.MatterFacts;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.Designation;
import org.xinheng.listing.DocumentType;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingStatus;

/** Inquiries that a row matches, as far as a plain listing can. */
final class ReplayInquiries {
    private ReplayInquiries() {}

    static Inquiry matching(MeasureRule rule, LocalDate day) {
        var designation = new Designation(
                DocumentType.OTHER_STATUTORY,
                "1",
                day.minusMonths(1),
                "1",
                first(rule.grounds(), null),
                null,
                Set.copyOf(rule.legalBases()),
                null,
                null,
                true,
                null,
                null);
        var listing = new Listing(
                new UUID(0, 1),
                first(rule.listKinds(), ""),
                new UUID(0, 2),
                rule.gravities().stream().findFirst().orElse(null),
                designation,
                day.minusMonths(1),
                day.plusMonths(1),
                new EffectivePeriod(day.minusMonths(1), day.plusMonths(1)),
                List.of(),
                List.of(),
                "420100",
                "",
                false,
                1,
                List.of(),
                null);
        return new Inquiry(
                rule.subjectTypes().stream().findFirst().orElse(SubjectType.PERSON),
                false,
                first(rule.matters(), "TENDER_QUALIFICATION"),
                new MatterFacts(
                        first(rule.sectors(), null),
                        first(rule.items(), null),
                        rule.legallyRequiredTender(),
                        rule.governmentInvested()),
                "420100",
                first(rule.agencyKinds(), "FINANCE"),
                day,
                List.of(new ListingInQuestion(
                        listing,
                        rule.roles().stream().sorted().findFirst().orElse(TargetRole.LISTED_SUBJECT),
                        new ListingStatus.InForce(false))));
    }

    private static String first(Set<String> codes, String otherwise) {
        return codes.isEmpty() ? otherwise : new TreeSet<>(codes).first();
    }
}
