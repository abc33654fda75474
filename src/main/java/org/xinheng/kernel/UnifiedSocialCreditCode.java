package org.xinheng.kernel;

import static org.xinheng.kernel.IdentifierScheme.USCC;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 统一社会信用代码, GB 32100-2015: registration authority, category of organisation, division of the registrar (six digits),
 * subject code (nine characters, GB 11714), check character.
 *
 * @param value 18 characters of {@link #ALPHABET}, upper case
 */
public record UnifiedSocialCreditCode(String value) {
    /** The 31 characters: digits and capitals without I, O, S, V and Z. */
    public static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** Characters of a code. */
    public static final int LENGTH = 18;

    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    /**
     * Categories each registration authority gives out. 5 民政 gives 4 and 5 to residents' and villagers' committees, which
     * the Civil Code made legal persons after the standard was printed; 6 旅游 and 9 工商 use 9 as the others do.
     */
    private static final Map<Character, String> CATEGORIES = new TreeMap<>(Map.ofEntries(
            Map.entry('1', "1239"),
            Map.entry('2', "19"),
            Map.entry('3', "123459"),
            Map.entry('4', "19"),
            Map.entry('5', "123459"),
            Map.entry('6', "129"),
            Map.entry('7', "129"),
            Map.entry('8', "19"),
            Map.entry('9', "1239"),
            Map.entry('A', "19"),
            Map.entry('N', "1239"),
            Map.entry('Y', "1")));

    /** Refuses anything that is no code, with the first thing that is wrong. */
    public UnifiedSocialCreditCode {
        Identifier.refuse(fault(value));
    }

    /** The code that begins with these 17 characters. */
    public static UnifiedSocialCreditCode completing(String first17) {
        return new UnifiedSocialCreditCode(first17 + checkCharacter(first17));
    }

    /**
     * Check character over the first 17: (31 − Σ value · 3^(i−1) mod 31) mod 31.
     *
     * @param first17 at least 17 characters of {@link #ALPHABET}
     */
    public static char checkCharacter(String first17) {
        return ALPHABET.charAt((31 - Identifier.weightedSum(first17, ALPHABET, WEIGHTS) % 31) % 31);
    }

    /** Division of the registrar, characters 3 to 8. */
    public RegionCode region() {
        return new RegionCode(value.substring(2, 8));
    }

    /** The subject code, characters 9 to 17. */
    public String subjectCode() {
        return subjectCode(value);
    }

    static String subjectCode(String value) {
        return value.substring(8, 17);
    }

    /**
     * Whether the subject code inside carries the check character of GB 11714. It does for most registrants, not for
     * all, so that a failure is worth a warning and no refusal.
     */
    public boolean subjectCodeHolds() {
        return OrganisationCode.fault(subjectCode()) == null;
    }

    static @Nullable Fault fault(String value) {
        Fault shape = Identifier.shapeFault(USCC, value, LENGTH, ALPHABET);
        if (shape != null) {
            return shape;
        }
        String categories = CATEGORIES.get(value.charAt(0));
        if (categories == null || categories.indexOf(value.charAt(1)) < 0) {
            return Fault.at("", ErrorCode.IDENTIFIER_AUTHORITY, value.substring(0, 2), beginnings(value.charAt(0)));
        }
        RegionCode region = RegionCode.within(value, 2);
        if (region == null || !region.numbersOrganisations()) {
            return Fault.at("", ErrorCode.IDENTIFIER_REGION, USCC.name(), "3–8", value.substring(2, 8));
        }
        return Identifier.checkCharacterFault(USCC, value, checkCharacter(value));
    }

    /** What the first two characters may be: for a known authority its own, otherwise all. */
    private static String beginnings(char authority) {
        return CATEGORIES.entrySet().stream()
                .filter(entry -> !CATEGORIES.containsKey(authority) || entry.getKey() == authority)
                .flatMap(entry -> entry.getValue()
                        .chars()
                        .mapToObj(category -> String.format(Locale.ROOT, "%c%c", entry.getKey(), category)))
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return value;
    }
}
