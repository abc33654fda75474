package org.xinheng.decision;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.table.RuleCell;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.listing.DesignatedItem;
import org.xinheng.listing.Designation;
import org.xinheng.listing.Listing;

/** The value that met each condition cell of a row. */
public final class ConditionsMet {
    private final Inquiry inquiry;
    private final List<String> regions;

    /**
     * For one inquiry.
     *
     * @param regions the matter's region and all above it
     */
    public ConditionsMet(Inquiry inquiry, List<String> regions) {
        this.inquiry = inquiry;
        this.regions = List.copyOf(regions);
    }

    List<Trace.Condition> of(MeasureRule rule, ListingInQuestion about) {
        return rule.cells().stream()
                .filter(cell -> cell.column().condition())
                .map(cell -> new Trace.Condition(
                        cell.column(), cell.heading(), cell.address(), cell.text(), met(cell, about)))
                .toList();
    }

    /**
     * The value that met a cell.
     *
     * @param about null where the subject stands on no list
     */
    public String met(RuleCell cell, @Nullable ListingInQuestion about) {
        MatterFacts facts = inquiry.facts();
        return switch (cell.column()) {
            case LIST_KIND, GROUND, GRAVITY, ROLE, LISTING_REGION, LEGAL_BASIS ->
                about == null ? "" : met(cell.column(), about);
            case SUBJECT_TYPE -> inquiry.subjectType().name();
            case MATTER_REGION -> joined(regions);
            case MATTER -> inquiry.matter();
            case SECTOR -> text(facts.sector());
            case ITEM -> text(facts.item());
            case LEGALLY_REQUIRED_TENDER -> yesNo(facts.legallyRequiredTender());
            case GOVERNMENT_INVESTED -> yesNo(facts.governmentInvested());
            case AGENCY_KIND -> inquiry.agencyKind();
            case VALID_FROM, VALID_TO -> inquiry.asOf().toString();
            default -> "";
        };
    }

    private static String met(RuleColumn column, ListingInQuestion about) {
        Listing listing = about.listing();
        Designation designation = listing.designation();
        return switch (column) {
            case LIST_KIND -> listing.listKind();
            case GROUND -> designation == null ? "" : text(designation.ground());
            case GRAVITY -> text(listing.gravity());
            case ROLE -> about.role().name();
            case LISTING_REGION -> listing.region();
            default -> designation == null ? "" : joined(designation.legalBases());
        };
    }

    /** The sectors that the designation names. */
    public static List<String> sectors(Listing listing) {
        return listing.matterItems().stream()
                .map(DesignatedItem::sector)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The items that the designation names. */
    public static List<String> items(Listing listing) {
        return listing.matterItems().stream()
                .map(DesignatedItem::item)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String joined(Collection<String> codes) {
        return codes.stream().sorted().collect(Collectors.joining("、"));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String yesNo(@Nullable Boolean value) {
        return value == null ? "" : value ? "YES" : "NO";
    }
}
