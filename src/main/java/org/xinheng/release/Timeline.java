package org.xinheng.release;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Which release is law on which day (design §6.2): of the tenures that have begun by the end of the day the one with the
 * latest first day; of several with the same first day the one opened last. Before the first one, the first, marked
 * reconstructed.
 */
public record Timeline(List<Tenure> tenures) {

    /** @param tenures in the order of opening */
    public Timeline {
        tenures = tenures.stream()
                .sorted(Comparator.comparing(Tenure::effectiveFrom)) // stable
                .toList();
        if (tenures.isEmpty()) {
            throw new IllegalArgumentException("a timeline has at least one tenure");
        }
    }

    /**
     * The tenure that counts for a day.
     *
     * @param reconstructed true when the day lies before the first tenure
     */
    public record Answer(Tenure tenure, boolean reconstructed) {}

    /** The tenure in force at the end of the day. */
    public Answer on(LocalDate day) {
        List<Tenure> begun = begun(tenures, Function.identity(), day);
        return begun.isEmpty() ? new Answer(tenures.get(0), true) : new Answer(begun.get(begun.size() - 1), false);
    }

    /**
     * Of tenures, or of what has one, those that have begun by the end of a day; the last is the one in force.
     *
     * @param opened in the order of opening
     */
    public static <T> List<T> begun(List<T> opened, Function<T, Tenure> tenure, LocalDate day) {
        return opened.stream()
                .filter(each -> !tenure.apply(each).effectiveFrom().isAfter(day))
                .sorted(Comparator.comparing(each -> tenure.apply(each).effectiveFrom())) // stable
                .toList();
    }
}
