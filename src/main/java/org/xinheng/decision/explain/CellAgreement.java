package org.xinheng.decision.explain;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.ListForm;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.decision.ConditionsMet;
import org.xinheng.decision.Inquiry;
import org.xinheng.decision.ListingInQuestion;
import org.xinheng.decision.MatterFacts;
import org.xinheng.listing.Designation;
import org.xinheng.listing.Listing;

/**
 * Whether one condition cell agrees, told cell by cell where the engine tells a whole row; a test holds the two together
 * over every row of the shipped tables.
 */
final class CellAgreement {
    private final Inquiry inquiry;
    private final List<String> matterRegions;
    private final Registers registers;

    /**
     * @param matterRegions the matter's region and all above it
     * @param registers of the release that the rows are of
     */
    CellAgreement(Inquiry inquiry, List<String> matterRegions, Registers registers) {
        this.inquiry = inquiry;
        this.matterRegions = matterRegions.isEmpty() ? List.of(inquiry.region()) : List.copyOf(matterRegions);
        this.registers = registers;
    }

    /** @param about the listing, null where the subject stands on none: then no cell about a listing agrees */
    CellMatch of(RuleColumn column, MeasureRule rule, @Nullable ListingInQuestion about) {
        MatterFacts facts = inquiry.facts();
        return switch (column) {
            case SUBJECT_TYPE -> agrees(rule.subjectTypes().contains(inquiry.subjectType()));
            case MATTER -> agrees(rule.matters().contains(inquiry.matter()));
            case MATTER_REGION -> agrees(anyOf(matterRegions, rule.matterRegions()));
            case AGENCY_KIND -> agrees(rule.agencyKinds().contains(inquiry.agencyKind()));
            case VALID_FROM, VALID_TO -> agrees(dayAgrees(column, rule));
            case LEGALLY_REQUIRED_TENDER -> mayBe(rule.legallyRequiredTender(), facts.legallyRequiredTender());
            case GOVERNMENT_INVESTED -> mayBe(rule.governmentInvested(), facts.governmentInvested());
            case SECTOR -> mayBe(rule.sectors(), facts.sector(), about == null ? List.of() : sectors(about));
            case ITEM -> mayBe(rule.items(), facts.item(), about == null ? List.of() : items(about));
            case LEGAL_BASIS -> articles(rule, about);
            case LIST_KIND, GROUND, GRAVITY, ROLE, LISTING_REGION ->
                agrees(about != null && ofListing(column, rule, about));
            default -> CellMatch.MATCHED;
        };
    }

    private boolean ofListing(RuleColumn column, MeasureRule rule, ListingInQuestion about) {
        Listing listing = about.listing();
        Designation designation = listing.designation();
        return switch (column) {
            case LIST_KIND -> rule.listKinds().contains(listing.listKind());
            case GROUND ->
                designation != null
                        && designation.ground() != null
                        && rule.grounds().contains(designation.ground());
            case GRAVITY -> listing.gravity() != null && rule.gravities().contains(listing.gravity());
            case ROLE -> rule.roles().contains(about.role());
            default -> anyOf(regionAndAbove(listing.region()), rule.listingRegions());
        };
    }

    private boolean dayAgrees(RuleColumn column, MeasureRule rule) {
        var from = rule.validity().from();
        var to = rule.validity().to();
        return column == RuleColumn.VALID_FROM
                ? from == null || !inquiry.asOf().isBefore(from)
                : to == null || !inquiry.asOf().isAfter(to);
    }

    /**
     * An order carries a measure only where its designation cites one of the row's articles; a list, always. The row of an
     * order is compared as one, whatever the entry is: its articles would be in the way also under the right kind.
     */
    private CellMatch articles(MeasureRule rule, @Nullable ListingInQuestion about) {
        if (rule.listKinds().stream().noneMatch(kind -> comparesArticles(kind, registers))) {
            return CellMatch.NOT_COMPARED;
        }
        if (about == null) {
            return CellMatch.NOT_GIVEN;
        }
        Designation designation = about.listing().designation();
        return agrees(designation != null && anyOf(rule.legalBases(), designation.legalBases()));
    }

    /** Whether measures of a list kind ask for the articles of the designation. */
    static boolean comparesArticles(String listKind, Registers registers) {
        ListKind kind = registers.listKinds().get(listKind);
        return kind != null && kind.form() == ListForm.ORDER;
    }

    private List<String> regionAndAbove(String region) {
        List<String> known = registers.regionAndAbove(region);
        return known.isEmpty() ? List.of(region) : known;
    }

    private static List<String> sectors(ListingInQuestion about) {
        return ConditionsMet.sectors(about.listing());
    }

    private static List<String> items(ListingInQuestion about) {
        return ConditionsMet.items(about.listing());
    }

    private static CellMatch mayBe(Set<String> codes, @Nullable String stated, List<String> designated) {
        if (stated == null) {
            return CellMatch.NOT_GIVEN;
        }
        return agrees(codes.contains(stated)
                || (codes.contains(MatterItem.AS_DESIGNATED) && (designated.isEmpty() || designated.contains(stated))));
    }

    private static CellMatch mayBe(@Nullable Boolean wanted, @Nullable Boolean stated) {
        return stated == null ? CellMatch.NOT_GIVEN : agrees(stated.equals(wanted));
    }

    private static boolean anyOf(Collection<String> codes, Collection<String> wanted) {
        return codes.stream().anyMatch(wanted::contains);
    }

    private static CellMatch agrees(boolean holds) {
        return holds ? CellMatch.MATCHED : CellMatch.FAILED;
    }
}
