package org.xinheng.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.listing.Designation;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.ListingStatus;

/**
 * What is stored with a decision so that why can be told for ever without today's rules, listings or clock (A2): the
 * facts asked about and, for every row that fired, its condition cells with the value each met.
 *
 * @param omitted listings that were known and left out; told to those who may see them, never to an agency
 * @param ofPrincipal listings of the legal person or operator behind the subject, null where there are none
 */
public record Trace(
        Asked asked,
        List<FactsOfListing> listings,
        List<Fired> fired,
        List<Omitted> omitted,
        @Nullable List<FactsOfListing> ofPrincipal) {
    /** Of a subject that stands for itself. */
    public Trace(Asked asked, List<FactsOfListing> listings, List<Fired> fired, List<Omitted> omitted) {
        this(asked, listings, fired, omitted, null);
    }

    /**
     * What an agency may be shown of it, which is what its answer was made of: an entry that was left out, and a restored
     * entry on which no row fired, is to be shared no more (design §6.5, §6.17). Every reading by an agency passes here.
     */
    public Trace asAnswered() {
        Set<UUID> answered =
                fired.stream().map(row -> row.measure().listing().id()).collect(Collectors.toSet());
        Predicate<FactsOfListing> shared =
                facts -> facts.standing() != ListingStatus.Word.RESTORED || answered.contains(facts.id());
        return new Trace(
                asked,
                listings.stream().filter(shared).toList(),
                fired,
                List.of(),
                ofPrincipal == null ? null : ofPrincipal.stream().filter(shared).toList());
    }

    /** Every listing on which a row can have fired: of the subject and of its principal. */
    public Stream<FactsOfListing> everyListing() {
        return Stream.concat(listings.stream(), Stream.ofNullable(ofPrincipal).flatMap(List::stream));
    }

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

    /**
     * A listing's side of the facts, as it stood.
     *
     * @param version number of the commit that last changed it, as it was known; null where it was not kept
     */
    public record FactsOfListing(
            UUID id,
            @Nullable Long version,
            String listKind,
            TargetRole role,
            ListingStatus.Word standing,
            @Nullable String ground,
            @Nullable String gravity,
            String region,
            List<String> citedBases,
            List<String> sectors,
            List<String> items,
            LocalDate listedOn,
            @Nullable LocalDate expiresOn,
            @Nullable Terms terms) {
        /** What of a listing a row can ask, and what its terms are counted from. */
        public static FactsOfListing of(ListingInQuestion about) {
            Listing listing = about.listing();
            Designation designation = listing.designation();
            return new FactsOfListing(
                    listing.id(),
                    listing.version(),
                    listing.listKind(),
                    about.role(),
                    about.standing().word(),
                    designation == null ? null : designation.ground(),
                    listing.gravity() == null ? null : listing.gravity().name(),
                    listing.region(),
                    designation == null
                            ? List.of()
                            : designation.legalBases().stream().sorted().toList(),
                    ConditionsMet.sectors(listing),
                    ConditionsMet.items(listing),
                    listing.listedOn(),
                    listing.expiresOn(),
                    new Terms(
                            designation == null ? null : designation.documentDate(),
                            designation == null ? null : designation.sentenceEndsOn(),
                            listing.decidedTerm(),
                            listing.first(ListingEvent.Type.REMOVED),
                            listing.first(ListingEvent.Type.REVOKED),
                            listing.first(ListingEvent.Type.RESTORED),
                            designation == null ? null : designation.removalConditions()));
        }
    }

    /**
     * What terms are counted from and cut short by.
     *
     * @param removedFrom first day without effect, as it was known
     * @param revokedFrom first day without effect, as it was known
     * @param restoredFrom first day without effect, as it was known
     * @param removalConditions as the designation states them
     */
    public record Terms(
            @Nullable LocalDate documentDate,
            @Nullable LocalDate sentenceEndsOn,
            @Nullable EffectivePeriod decidedTerm,
            @Nullable LocalDate removedFrom,
            @Nullable LocalDate revokedFrom,
            @Nullable LocalDate restoredFrom,
            @Nullable String removalConditions) {}

    /** A listing that was left out. */
    public record Omitted(FactsOfListing listing, Omission why) {}

    /**
     * A row that fired.
     *
     * @param measure what it says, whether it applied or was held back
     * @param lastChecked the text the row was read in
     * @param withheld the guard that held it back, null where it applied
     * @param heldBy the rule of law behind that guard, null where none is or it was not kept
     */
    public record Fired(
            AppliedMeasure measure,
            List<Condition> conditions,
            String lastChecked,
            @Nullable WithheldReason withheld,
            @Nullable RuleOfLaw heldBy,
            @Nullable String wanted) {}

    /**
     * One filled condition cell.
     *
     * @param wanted what the cell says
     * @param met the value that met it; empty where the value was not given
     */
    public record Condition(RuleColumn column, String heading, String address, String wanted, String met) {}
}
