package org.xinheng.remedy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.CountedFrom;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Region;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RestorationRule;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.law.TermLength;
import org.xinheng.listing.Designation;
import org.xinheng.listing.EarlyExit;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;

/**
 * What a subject can do about an entry: whether it may be restored, from when, under which conditions, who decides, and
 * when it lapses by itself (信用修复管理办法). From registers and the entry's own dates alone.
 *
 * @param rule the rule of the register 修复规则 in force on the day, null where none speaks of such an entry
 * @param obstacle why it cannot be restored here and now, null where it can
 * @param earliestOn first day on which it may be applied for, null where it is not restorable
 * @param publicityEndsOn last day of its publicity, null where none is set
 * @param lapsesOn last day of the entry itself, null where the law leaves it open
 * @param runsOnTo last day of the term that the decision fixed, which a restoration does not shorten; null for none
 * @param decidedBy who decides, for who determined it restores it (谁认定、谁修复): our department, or the authority of the
 *     partner region that determined a recognised entry
 */
public record RestorationOutlook(
        @Nullable RestorationRule rule,
        @Nullable Obstacle obstacle,
        @Nullable LocalDate earliestOn,
        @Nullable LocalDate publicityEndsOn,
        @Nullable LocalDate lapsesOn,
        @Nullable LocalDate runsOnTo,
        String decidedBy) {

    /** Why an entry cannot be restored. */
    public enum Obstacle {
        /** It is over: removed, revoked or expired. */
        ENDED,
        /** A restoration has been granted, from today or a later day on. */
        RESTORED,
        /** A partner region determined it (互认): that region restores it, not we. */
        PARTNERS,
        /** The law says that it cannot be: the conditions of the rule say why. */
        RULED_OUT,
        /** No rule of the register speaks of such an entry. */
        NO_RULE
    }

    /** Whether it may be restored, now or from the earliest day on. */
    public boolean restorable() {
        return obstacle == null;
    }

    /** The outlook of an entry on a day. */
    public static RestorationOutlook of(Listing listing, Registers registers, LocalDate day) {
        Designation designation = listing.designation();
        Optional<RestorationRule> found = registers
                .procedures()
                .restorationRule(
                        day, listing.listKind(), designation == null ? null : designation.ground(), listing.gravity());
        RestorationRule rule = found.orElse(null);
        Obstacle obstacle = obstacle(listing, rule, day);
        LocalDate publicityEnds = rule == null
                ? null
                : notAfter(lastDay(rule.longest(), first(listing, rule.countedFrom())), listing.expiresOn());
        EffectivePeriod decided = listing.decidedTerm();
        return new RestorationOutlook(
                rule,
                obstacle,
                rule == null || obstacle != null ? null : earliest(listing, rule, registers),
                publicityEnds,
                listing.expiresOn(),
                decided == null ? null : decided.to(),
                listing.recognisedUnder() == null ? listing.initiatingDepartment() : issuer(listing, registers));
    }

    /** A plan of reorganisation lifts for a time only and stands in no restoration's way. */
    private static @Nullable Obstacle obstacle(Listing listing, @Nullable RestorationRule rule, LocalDate day) {
        if (listing.overOn(day)) {
            return Obstacle.ENDED;
        }
        if (listing.first(ListingEvent.Type.RESTORED) != null) {
            return Obstacle.RESTORED;
        }
        if (listing.recognisedUnder() != null) {
            return Obstacle.PARTNERS;
        }
        return rule == null ? Obstacle.NO_RULE : rule.restorable() ? null : Obstacle.RULED_OUT;
    }

    /** Who determined an entry by its document, or else the region it comes from. */
    private static String issuer(Listing listing, Registers registers) {
        Designation designation = listing.designation();
        if (designation != null) {
            return designation.issuedBy();
        }
        Region region = registers.regions().get(listing.region());
        return region == null ? listing.region() : region.title();
    }

    /** The later of what the restoration rule and the list itself demand; a shortest time of n ends with its last day. */
    private static LocalDate earliest(Listing listing, RestorationRule rule, Registers registers) {
        ListKind kind = registers.listKinds().get(listing.listKind());
        LocalDate byRule = dayAfter(rule.least(), first(listing, rule.countedFrom()));
        LocalDate byKind = kind == null ? listing.listedOn() : EarlyExit.possibleFrom(listing, kind);
        return Stream.of(listing.listedOn(), byRule, byKind)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static LocalDate first(Listing listing, CountedFrom countedFrom) {
        Designation designation = listing.designation();
        return countedFrom == CountedFrom.DOCUMENT_DATE && designation != null
                ? designation.documentDate()
                : listing.listedOn();
    }

    /** Publicity ends with the entry at the latest. */
    private static @Nullable LocalDate notAfter(@Nullable LocalDate day, @Nullable LocalDate end) {
        return day == null || (end != null && end.isBefore(day)) ? end : day;
    }

    private static LocalDate dayAfter(@Nullable TermLength term, LocalDate first) {
        LocalDate last = lastDay(term, first);
        return last == null ? first : last.plusDays(1);
    }

    private static @Nullable LocalDate lastDay(@Nullable TermLength term, LocalDate first) {
        return term == null ? null : term.lastDayFrom(first).orElse(null);
    }
}
