package org.xinheng.kernel;

import static org.xinheng.kernel.IdentifierScheme.CITIZEN_ID;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 公民身份号码, GB 11643-1999: division (six digits), day of birth (eight), sequence (three), check character (ISO 7064 MOD
 * 11-2). Never shown in full.
 *
 * @param value 17 digits and a digit or X
 */
public record CitizenId(String value) {
    /** Characters of a number. */
    public static final int LENGTH = 18;

    private static final int OLD_LENGTH = 15;

    private static final String OLD_CENTURY = "19";

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    /** Nobody who was born before this year has a number. */
    private static final int FIRST_YEAR = 1800;

    /** Refuses anything that is no number, with the first thing that is wrong. */
    public CitizenId {
        Identifier.refuse(fault(value));
    }

    /** The number that begins with these 17 digits. */
    public static CitizenId completing(String first17) {
        return new CitizenId(first17 + checkCharacter(first17));
    }

    /**
     * Check character over the first 17 digits.
     *
     * @param first17 at least 17 digits
     */
    public static char checkCharacter(String first17) {
        return CHECK_CHARACTERS.charAt(Identifier.weightedSum(first17, "0123456789", WEIGHTS) % 11);
    }

    /** The first six and the last four characters, eight stars between them. */
    public String masked() {
        return masked(value);
    }

    static String masked(String value) {
        return value.substring(0, 6) + "********" + value.substring(14);
    }

    /**
     * A number of 15 digits, issued until 1999, as the one of 18 that replaced it: 19 before the year of birth, a check
     * character at the end. Anything else stays as it is.
     */
    static String ofEighteen(String value) {
        if (value.length() != OLD_LENGTH || RegionCode.firstNonDigit(value, 0, OLD_LENGTH) >= 0) {
            return value;
        }
        String first17 = value.substring(0, 6) + OLD_CENTURY + value.substring(6);
        return first17 + checkCharacter(first17);
    }

    static @Nullable Fault fault(String value) {
        Fault form = formFault(CITIZEN_ID, value);
        if (form != null) {
            return form;
        }
        if (!new RegionCode(value.substring(0, 6)).numbersCitizens()) {
            return Fault.at("", ErrorCode.IDENTIFIER_REGION, CITIZEN_ID.name(), "1–6", value.substring(0, 6));
        }
        return birthOrCheckFault(CITIZEN_ID, value);
    }

    /** 17 digits and a digit or X, as the numbers of foreigners have them too. */
    static @Nullable Fault formFault(IdentifierScheme scheme, String value) {
        Fault shape = Identifier.shapeFault(scheme, value, LENGTH, "0123456789X");
        int letter = shape == null ? RegionCode.firstNonDigit(value, 0, LENGTH - 1) : -1;
        return letter >= 0 ? Identifier.characterFault(scheme, value, letter, "0-9") : shape;
    }

    static @Nullable Fault birthOrCheckFault(IdentifierScheme scheme, String value) {
        return bornOn(value) == null
                ? Fault.at("", ErrorCode.IDENTIFIER_BIRTH_DATE, scheme.name(), "7–14")
                : Identifier.checkCharacterFault(scheme, value, checkCharacter(value));
    }

    /** Day of birth, characters 7 to 14; null where they are no calendar day. */
    static @Nullable LocalDate bornOn(String value) {
        int year = Integer.parseInt(value.substring(6, 10));
        try {
            return year < FIRST_YEAR
                    ? null
                    : LocalDate.of(
                            year, Integer.parseInt(value.substring(10, 12)), Integer.parseInt(value.substring(12, 14)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    @Override
    public String toString() {
        return masked();
    }
}
