package org.xinheng.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.RuleColumn;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.listing.ListingStanding;

/**
 * What is stored with a decision so that why can be told for ever without today's rules, listings or clock (A2): the
 * facts asked about and, for every row that fired, its condition cells with the value each met.
 */
public record Trace(Asked asked, List<FactsOfListing> listings, List<Fired> fired) {
    /** The matter's side of the facts. */
    public record Asked(
            String subjectType,
            boolean nameInDoubt,
            String matter,
            MatterFacts facts,
            String region,
            List<String> regions,
            String agencyKind,
            LocalDate asOf) {}

    /** A listing's side of the facts, as it stood. */
    public record FactsOfListing(
            UUID id,
            String listKind,
            TargetRole role,
            ListingStanding.Word standing,
            @Nullable String ground,
            @Nullable String gravity,
            String region,
            List<String> citedBases,
            List<String> sectors,
            List<String> items,
            LocalDate listedOn,
            @Nullable LocalDate expiresOn) {}

    /**
     * A row that fired.
     *
     * @param measure what it says, whether it applied or was held back
     * @param lastChecked the text the row was read in
     * @param withheld the guard that held it back, null where it applied
     */
    public record Fired(
            AppliedMeasure measure,
            List<Condition> conditions,
            String lastChecked,
            @Nullable WithheldReason withheld,
            @Nullable String wanted) {}

    /**
     * One filled condition cell.
     *
     * @param wanted what the cell says
     * @param met the value that met it; empty where the value was not given
     */
    public record Condition(RuleColumn column, String heading, String address, String wanted, String met) {}
}
