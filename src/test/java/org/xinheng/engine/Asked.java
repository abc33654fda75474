package org.xinheng.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.decision.Conclusion;
import org.xinheng.decision.Inquiry;
import org.xinheng.decision.ListingInQuestion;
import org.xinheng.decision.MatterFacts;
import org.xinheng.decision.WithheldReason;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.DesignatedItem;
import org.xinheng.listing.Designation;
import org.xinheng.listing.DocumentType;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingStatus;

/** Builds inquiries for tests: a Wuhan finance bureau asks about an organisation in government procurement. */
final class Asked {
    SubjectType subjectType = SubjectType.ORGANISATION;
    boolean nameInDoubt;
    String matter = "GOVERNMENT_PROCUREMENT_QUALIFICATION";

    @Nullable
    String sector;

    @Nullable
    String item;

    @Nullable
    Boolean legallyRequiredTender;

    @Nullable
    Boolean governmentInvested;

    String region = "420100";
    String agencyKind = "FINANCE";
    LocalDate asOf = LocalDate.of(2026, 11, 22);
    final List<ListingInQuestion> listings = new ArrayList<>();

    /** One listing in question: ZFCG from 2026-05-01 to 2029-04-30, in force. */
    static final class Listed {
        UUID id = UUID.nameUUIDFromBytes(new byte[] {1});
        String listKind = "ZFCG";

        @Nullable
        String ground = "ZFCG-1";

        @Nullable
        Gravity gravity = Gravity.SERIOUS;

        TargetRole role = TargetRole.LISTED_SUBJECT;
        ListingStatus standing = new ListingStatus.InForce(false);
        LocalDate documentDate = LocalDate.of(2026, 5, 1);
        LocalDate listedOn = LocalDate.of(2026, 5, 1);

        @Nullable
        LocalDate expiresOn = LocalDate.of(2029, 4, 30);

        @Nullable
        EffectivePeriod decidedTerm;

        @Nullable
        LocalDate sentenceEndsOn;

        Set<String> citedBases = Set.of();
        List<DesignatedItem> matterItems = List.of();
        String region = "420100";

        ListingInQuestion build() {
            var designation = new Designation(
                    DocumentType.LIST_DESIGNATION_DECISION,
                    "示例〔2026〕1号",
                    documentDate,
                    "示例",
                    ground,
                    null,
                    citedBases,
                    sentenceEndsOn,
                    null,
                    true,
                    null,
                    null);
            var listing = new Listing(
                    id,
                    listKind,
                    new UUID(0, 1),
                    gravity,
                    designation,
                    listedOn,
                    expiresOn,
                    decidedTerm,
                    matterItems,
                    List.of(),
                    region,
                    "WH-CZJ",
                    false,
                    1,
                    List.of(),
                    null);
            return new ListingInQuestion(listing, role, standing);
        }
    }

    static Inquiry about(Consumer<Listed> listed) {
        return asked(a -> {}, listed);
    }

    @SafeVarargs
    static Inquiry asked(Consumer<Asked> how, Consumer<Listed>... listed) {
        var asked = new Asked();
        how.accept(asked);
        for (int i = 0; i < listed.length; i++) {
            var one = new Listed();
            one.id = UUID.nameUUIDFromBytes(new byte[] {(byte) (i + 1)});
            listed[i].accept(one);
            asked.listings.add(one.build());
        }
        return asked.build();
    }

    Inquiry build() {
        return new Inquiry(
                subjectType,
                nameInDoubt,
                matter,
                new MatterFacts(sector, item, legallyRequiredTender, governmentInvested),
                region,
                agencyKind,
                asOf,
                List.copyOf(listings));
    }

    /** Row code, and the reason where it was withheld: {@code ZFCG-001} or {@code ZFCG-001=SUSPENDED}. */
    static List<String> reported(List<Conclusion> conclusions) {
        return conclusions.stream()
                .map(c -> c.rule().code() + reason(c.withheld()) + (c.wanted() == null ? "" : " " + c.wanted()))
                .toList();
    }

    private static String reason(@Nullable WithheldReason reason) {
        return reason == null ? "" : "=" + reason;
    }
}
