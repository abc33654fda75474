package org.xinheng.decision;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.CountedFrom;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.MeasureTerm;
import org.xinheng.catalogue.Registers;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.law.LegalBasis;
import org.xinheng.law.TermLength;
import org.xinheng.listing.Designation;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;

/** When a measure ends, seen from a day (design §6.8): the earliest of the ends that are known. */
public sealed interface MeasureEnd {
    /** Ends with this day, which still counts. */
    record LastDay(LocalDate day) implements MeasureEnd {}

    /** 终身. */
    record Life() implements MeasureEnd {}

    /** 履行义务为止. */
    record UntilPerformed() implements MeasureEnd {}

    /** The term does not cover the day: the measure is over or has not begun. */
    record OutsideTerm() implements MeasureEnd {}

    /** The term cannot be told without a fact of the listing. */
    record Unknown(String wanted) implements MeasureEnd {}

    /**
     * The end of a row's measure against one listing.
     *
     * @param regions the matter's region and all above it
     * @param asOf the day asked about
     */
    static MeasureEnd of(
            MeasureRule rule, Listing listing, Registers registers, Collection<String> regions, LocalDate asOf) {
        LocalDate end = null;
        LocalDate countedFrom = counted(rule, listing);
        switch (rule.term().kind()) {
            case AS_DECIDED -> {
                EffectivePeriod decided = listing.decidedTerm();
                if (decided == null) {
                    return new Unknown("listing.decidedTerm");
                }
                if (!decided.includes(asOf)) {
                    return new OutsideTerm();
                }
                end = decided.to();
                countedFrom = decided.from() == null ? countedFrom : decided.from();
            }
            case FIXED -> {
                if (countedFrom == null) {
                    return new Unknown("listing.designation.sentenceEndsOn");
                }
                TermLength length = rule.term().length();
                if (length != null) {
                    end = length.lastDayFrom(countedFrom).orElse(null);
                }
            }
            case LIST_PERIOD, UNTIL_PERFORMED, LIFE -> {}
        }
        end = earlier(end, listing.expiresOn());
        end = earlier(end, dayBefore(listing.first(ListingEvent.Type.REMOVED)));
        end = earlier(end, dayBefore(listing.first(ListingEvent.Type.REVOKED)));
        if (!rule.term().outlivesRestoration()) {
            end = earlier(end, dayBefore(listing.first(ListingEvent.Type.RESTORED)));
        }
        end = earlier(end, rule.validity().to());
        end = earlier(end, endOfEdition(rule, registers, asOf));
        end = earlier(
                end, ceiling(rule, registers, regions, asOf, countedFrom == null ? listing.listedOn() : countedFrom));

        if (end != null) {
            return end.isBefore(asOf) ? new OutsideTerm() : new LastDay(end);
        }
        return switch (rule.term().kind()) {
            // a decision that names no last day bars for life, where an able article allows that
            case LIFE, AS_DECIDED ->
                decidedForLife(rule, registers, regions, asOf) ? new Life() : new Unknown("listing.decidedTerm");
            default -> new UntilPerformed();
        };
    }

    private static @Nullable LocalDate counted(MeasureRule rule, Listing listing) {
        Designation designation = listing.designation();
        CountedFrom from = rule.term().countedFrom();
        if (from == CountedFrom.LISTED_ON || designation == null) {
            return listing.listedOn();
        }
        return from == CountedFrom.SENTENCE_END ? designation.sentenceEndsOn() : designation.documentDate();
    }

    /** That an edition is not in force on the day is told by a guard (NOT_ON_MEASURE_LIST) and is no end of a term. */
    private static @Nullable LocalDate endOfEdition(MeasureRule rule, Registers registers, LocalDate asOf) {
        var item = rule.measureItem() == null ? null : registers.measureItems().get(rule.measureItem());
        var edition = item == null ? null : registers.editions().get(item.edition());
        return edition == null || !edition.inForce().includes(asOf)
                ? null
                : edition.inForce().to();
    }

    /** The longest term that an able article in force allows; an able article without a limit sets none (L2). */
    private static @Nullable LocalDate ceiling(
            MeasureRule rule, Registers registers, Collection<String> regions, LocalDate asOf, LocalDate countedFrom) {
        TermLength longest = null;
        for (String code : rule.legalBases()) {
            LegalBasis basis = registers.legalBases().get(code);
            if (basis == null || !basis.inForce().includes(asOf) || !basis.canCarry(rule.effect(), regions)) {
                continue;
            }
            if (basis.longest() == null) {
                return null;
            }
            if (longest == null || basis.longest().longerThan(longest)) {
                longest = basis.longest();
            }
        }
        return longest == null ? null : longest.lastDayFrom(countedFrom).orElse(null);
    }

    private static boolean decidedForLife(
            MeasureRule rule, Registers registers, Collection<String> regions, LocalDate asOf) {
        return rule.term().kind() == MeasureTerm.Kind.LIFE
                || rule.legalBases().stream()
                        .map(registers.legalBases()::get)
                        .anyMatch(basis -> basis != null
                                && TermLength.LIFE.equals(basis.longest())
                                && basis.inForce().includes(asOf)
                                && basis.canCarry(rule.effect(), regions));
    }

    /** An end is told by its first day without effect; the last day with effect is the one before. */
    private static @Nullable LocalDate dayBefore(@Nullable LocalDate firstDayWithout) {
        return firstDayWithout == null ? null : firstDayWithout.minusDays(1);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
