package org.xinheng.kernel;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An administrative division (行政区划) by its six digits, GB/T 2260: two for the province, two for the prefecture, two
 * for the county. {@code 100000} stands for the whole country.
 *
 * <p>Only the form is checked here; which divisions exist, and which lies in which, stands in the registers.
 *
 * @param value six digits
 */
public record RegionCode(String value) {
    /** Digits of a code. */
    public static final int LENGTH = 6;

    /** 全国. */
    public static final RegionCode WHOLE_COUNTRY = new RegionCode("100000");

    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82");

    /**
     * Beside the provinces, numbers of registers begin with 10 (registered with a central organ), 66 or 99 (the
     * production and construction corps of Xinjiang, which is no division of GB/T 2260).
     */
    private static final Set<String> REGISTRARS_BESIDE_PROVINCES = Set.of("10", "66", "99");

    /** 83: residence permits of residents of Taiwan are numbered as citizens' are. */
    private static final String RESIDENTS_OF_TAIWAN = "83";

    /** Prefixes under which no person can have been registered; they are left to examples and tests. */
    private static final Set<String> NOBODY = Set.of("000000", "999999");

    /** Refuses anything but six digits with {@link ErrorCode#FIELD_FORMAT}. */
    public RegionCode {
        if (value.length() != LENGTH || firstNonDigit(value, 0, LENGTH) >= 0) {
            throw Refusal.of(ErrorCode.FIELD_FORMAT, "[0-9]{6} (GB/T 2260)");
        }
    }

    /** Whether a register of organisations can have given out numbers that begin with these digits. */
    boolean numbersOrganisations() {
        return PROVINCES.contains(province()) || REGISTRARS_BESIDE_PROVINCES.contains(province());
    }

    /** Whether citizen numbers can begin with these digits, the two that belong to nobody included. */
    boolean numbersCitizens() {
        return PROVINCES.contains(province()) || province().equals(RESIDENTS_OF_TAIWAN) || NOBODY.contains(value);
    }

    /** Whether two digits are those of a province. */
    static boolean province(String digits) {
        return PROVINCES.contains(digits);
    }

    private String province() {
        return value.substring(0, 2);
    }

    /** Index of the first character in the span that is no ASCII digit, or -1. */
    static int firstNonDigit(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return i;
            }
        }
        return -1;
    }

    /** The code at a place of a longer number, null where other characters than digits stand there. */
    static @Nullable RegionCode within(String number, int from) {
        return firstNonDigit(number, from, from + LENGTH) >= 0
                ? null
                : new RegionCode(number.substring(from, from + LENGTH));
    }

    @Override
    public String toString() {
        return value;
    }
}
