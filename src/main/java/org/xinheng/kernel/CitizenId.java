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
        return value.substring(0, 6) + "********" + value.substring(14);
    }

    static @Nullable Fault fault(String value) {
        Fault shape = Identifier.shapeFault(CITIZEN_ID, value, LENGTH, "0123456789X");
        if (shape != null) {
            return shape;
        }
        int letter = RegionCode.firstNonDigit(value, 0, LENGTH - 1);
        if (letter >= 0) {
            return Identifier.characterFault(CITIZEN_ID, value, letter, "0-9");
        }
        if (!new RegionCode(value.substring(0, 6)).numbersCitizens()) {
            return Fault.at("", ErrorCode.IDENTIFIER_REGION, CITIZEN_ID.name(), "1–6", value.substring(0, 6));
        }
        if (!bornOnACalendarDay(value)) {
            return Fault.at("", ErrorCode.IDENTIFIER_BIRTH_DATE, CITIZEN_ID.name(), "7–14");
        }
        return Identifier.checkCharacterFault(CITIZEN_ID, value, checkCharacter(value));
    }

    private static boolean bornOnACalendarDay(String value) {
        int year = Integer.parseInt(value.substring(6, 10));
        try {
            LocalDate.of(year, Integer.parseInt(value.substring(10, 12)), Integer.parseInt(value.substring(12, 14)));
        } catch (DateTimeException noSuchDay) {
            return false;
        }
        return year >= FIRST_YEAR;
    }

    @Override
    public String toString() {
        return masked();
    }
}
