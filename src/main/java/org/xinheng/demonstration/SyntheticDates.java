package org.xinheng.demonstration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.CountedFrom;
import org.xinheng.catalogue.ListKind;
import org.xinheng.law.TermLength;

/**
 * The days of a listing, relative to the day of the first start.
 *
 * @param documentOn day of the decision
 * @param listedOn first day in force
 * @param expiresOn last day, null when open
 * @param removedOn first day without effect, null when it is not removed
 */
record SyntheticDates(
        LocalDate documentOn,
        LocalDate listedOn,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate removedOn) {
    /** How a listing stands on the day of the first start. */
    enum Standing {
        IN_FORCE,
        EXPIRED,
        REMOVED,
        /** In force, with a removal that lies ahead. */
        REMOVAL_AHEAD,
        AHEAD;

        /** Most are in force; of a hundred, fourteen are expired, ten removed, three will be, four lie ahead. */
        static Standing drawn(Chance chance) {
            int hundredth = chance.below(100);
            if (hundredth < 69) {
                return IN_FORCE;
            }
            if (hundredth < 83) {
                return EXPIRED;
            }
            if (hundredth < 93) {
                return REMOVED;
            }
            return hundredth < 96 ? REMOVAL_AHEAD : AHEAD;
        }
    }

    private static final int OPEN_MONTHS_BACK = 36;
    private static final int EXPIRED_MONTHS_BACK = 24;
    private static final int STAY_MONTHS = 3;
    private static final int DAYS_TO_GO_LEAST = 45;
    private static final int LAG_DAYS_MAX = 15;
    private static final int AHEAD_DAYS_MAX = 45;

    /**
     * Days for a listing that shall stand so; where that is not possible, for one in force.
     *
     * @param floor first day on which its kind and its articles allow it
     * @param term how long it lasts, null when open
     * @param order whether it is an order, which counts from its own day
     */
    static SyntheticDates of(
            Standing standing,
            ListKind kind,
            boolean order,
            LocalDate floor,
            @Nullable TermLength term,
            LocalDate today,
            Chance chance) {
        int lag = order ? 0 : chance.below(LAG_DAYS_MAX + 1);
        LocalDate latest = later(floor, today.minusDays(lag));
        LocalDate earliestInForce = later(
                floor,
                term == null
                        ? today.minusMonths(OPEN_MONTHS_BACK)
                        : today.minusMonths(SyntheticTerms.months(term)).plusDays(DAYS_TO_GO_LEAST));
        int stay = kind.earliestExit() == null ? STAY_MONTHS : SyntheticTerms.months(kind.earliestExit());
        switch (standing) {
            case EXPIRED -> {
                if (term != null) {
                    LocalDate last =
                            today.minusMonths(SyntheticTerms.months(term)).minusDays(lag + 3L);
                    if (!last.isBefore(floor)) {
                        LocalDate first = later(floor, last.minusMonths(EXPIRED_MONTHS_BACK));
                        return with(kind, chance.dayBetween(first, last), lag, term);
                    }
                }
            }
            case REMOVED -> {
                LocalDate last = today.minusMonths(stay).minusDays(lag + 1L);
                if (!last.isBefore(earliestInForce)) {
                    SyntheticDates dates = with(kind, chance.dayBetween(earliestInForce, last), lag, term);
                    return dates.removed(chance.dayBetween(dates.listedOn.plusMonths(stay), today));
                }
            }
            case REMOVAL_AHEAD -> {
                LocalDate last = today.minusMonths(stay).minusDays(lag);
                if (!last.isBefore(earliestInForce)) {
                    SyntheticDates dates = with(kind, chance.dayBetween(earliestInForce, last), lag, term);
                    return dates.removed(today.plusDays(1L + chance.below(DAYS_TO_GO_LEAST - LAG_DAYS_MAX - 3)));
                }
            }
            case AHEAD -> {
                LocalDate documentOn = later(floor, today.minusDays(chance.below(LAG_DAYS_MAX)));
                int ahead = Math.toIntExact(today.toEpochDay() - documentOn.toEpochDay())
                        + 1
                        + chance.below(AHEAD_DAYS_MAX);
                return with(kind, documentOn, ahead, term);
            }
            case IN_FORCE -> {
                // below, where every standing ends that is not possible
            }
        }
        return with(kind, chance.dayBetween(earliestInForce, latest), lag, term);
    }

    private static SyntheticDates with(ListKind kind, LocalDate documentOn, int lag, @Nullable TermLength term) {
        LocalDate listedOn = documentOn.plusDays(lag);
        LocalDate counted = kind.countedFrom() == CountedFrom.DOCUMENT_DATE ? documentOn : listedOn;
        return new SyntheticDates(
                documentOn,
                listedOn,
                term == null ? null : term.lastDayFrom(counted).orElse(null),
                null);
    }

    private SyntheticDates removed(LocalDate on) {
        return new SyntheticDates(documentOn, listedOn, expiresOn, on);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
