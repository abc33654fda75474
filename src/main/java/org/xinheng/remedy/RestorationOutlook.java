package org.xinheng.remedy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.CountedFrom;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RestorationRule;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.law.TermLength;
import org.xinheng.listing.Designation;
import org.xinheng.listing.EarlyExit;
import org.xinheng.listing.Listing;

/**
 * What a subject can do about an entry: whether it may be restored, from when, under which conditions, who decides, and
 * when it lapses by itself (信用修复管理办法). From registers and the entry's own dates alone.
 *
 * @param rule the rule of the register 修复规则 in force on the day, null where none speaks of such an entry
 * @param restorable false where the law says that it cannot be restored, or no rule speaks of it
 * @param earliestOn first day on which it may be applied for, null where it is not restorable
 * @param publicityEndsOn last day of its publicity, null where none is set
 * @param lapsesOn last day of the entry itself, null where the law leaves it open
 * @param runsOnTo last day of the term that the decision fixed, which a restoration does not shorten; null for none
 * @param decidedBy department that decides: who determined it restores it (谁认定、谁修复)
 */
public record RestorationOutlook(
        @Nullable RestorationRule rule,
        boolean restorable,
        @Nullable LocalDate earliestOn,
        @Nullable LocalDate publicityEndsOn,
        @Nullable LocalDate lapsesOn,
        @Nullable LocalDate runsOnTo,
        String decidedBy) {

    /** The outlook of an entry on a day. */
    public static RestorationOutlook of(Listing listing, Registers registers, LocalDate day) {
        Designation designation = listing.designation();
        Optional<RestorationRule> found = registers
                .procedures()
                .restorationRule(
                        day, listing.listKind(), designation == null ? null : designation.ground(), listing.gravity());
        RestorationRule rule = found.orElse(null);
        LocalDate earliest = rule != null && rule.restorable() ? earliest(listing, rule, registers) : null;
        LocalDate publicityEnds = rule == null ? null : lastDay(rule.longest(), first(listing, rule.countedFrom()));
        EffectivePeriod decided = listing.decidedTerm();
        return new RestorationOutlook(
                rule,
                earliest != null,
                earliest,
                publicityEnds,
                listing.expiresOn(),
                decided == null ? null : decided.to(),
                listing.initiatingDepartment());
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

    private static LocalDate dayAfter(@Nullable TermLength term, LocalDate first) {
        LocalDate last = lastDay(term, first);
        return last == null ? first : last.plusDays(1);
    }

    private static @Nullable LocalDate lastDay(@Nullable TermLength term, LocalDate first) {
        return term == null ? null : term.lastDayFrom(first).orElse(null);
    }
}
