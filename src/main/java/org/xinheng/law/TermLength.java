package org.xinheng.law;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as statutes write it: n years, n months, or for life.
 *
 * @param count how many units, 1 to 99; 0 for life
 * @param unit years, months or life
 */
public record TermLength(int count, Unit unit) {
    /** Unit of a term. */
    public enum Unit {
        YEARS,
        MONTHS,
        LIFE
    }

    /** Without end. */
    public static final TermLength LIFE = new TermLength(0, Unit.LIFE);

    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]?) (years|months)");

    public TermLength {
        if ((unit == Unit.LIFE) != (count == 0) || count < 0 || count > 99) {
            throw new IllegalArgumentException("a term is 1 to 99 years or months, or for life");
        }
    }

    /** Reads {@code 3 years}, {@code 6 months} or {@code LIFE}; anything else is empty. */
    public static Optional<TermLength> parse(String written) {
        if (written.equals("LIFE")) {
            return Optional.of(LIFE);
        }
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Unit unit = matcher.group(2).equals("years") ? Unit.YEARS : Unit.MONTHS;
        return Optional.of(new TermLength(Integer.parseInt(matcher.group(1)), unit));
    }

    /**
     * Last day of a term that begins on the given day: the day before the anniversary, or, where the anniversary does
     * not exist (29 February, 31st), the last day of that month (民法典 202, 203; design §6.8). Empty for life.
     */
    public Optional<LocalDate> lastDayFrom(LocalDate first) {
        if (unit == Unit.LIFE) {
            return Optional.empty();
        }
        LocalDate anniversary = unit == Unit.YEARS ? first.plusYears(count) : first.plusMonths(count);
        boolean exists = anniversary.getDayOfMonth() == first.getDayOfMonth();
        return Optional.of(exists ? anniversary.minusDays(1) : anniversary);
    }

    /** Whether this term runs longer than the other; life is longest, twelve months are a year. */
    public boolean longerThan(TermLength other) {
        return months() > other.months();
    }

    private int months() {
        return switch (unit) {
            case LIFE -> Integer.MAX_VALUE;
            case YEARS -> count * 12;
            case MONTHS -> count;
        };
    }

    @Override
    public String toString() {
        return switch (unit) {
            case LIFE -> "LIFE";
            case YEARS -> count + " years";
            case MONTHS -> count + " months";
        };
    }
}
