package org.xinheng.kernel;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A number that identifies a subject (标识), valid by its scheme. Two identifiers are the same when scheme and value are;
 * names are never compared.
 *
 * <p>{@link #toString()} and {@link #masked()} never show a person's number in full; {@link #value()} does and is for
 * the store and the keyed hash alone (L8).
 *
 * @param scheme which numbering
 * @param value in the form in which it is compared: half width, upper case, no spaces or dashes
 */
public record Identifier(IdentifierScheme scheme, String value) {
    /** Refuses a value that is not valid by the scheme, with the first thing that is wrong. */
    public Identifier {
        refuse(fault(scheme, value));
    }

    /**
     * Reads a number as people and spreadsheets write it: full-width characters, lower case, spaces, dashes and
     * invisible characters are normalised first.
     *
     * @param pointer where the number stands in the request
     * @throws Refusal IDENTIFIER_BLANK, IDENTIFIER_LENGTH, IDENTIFIER_CHARACTER (position counted after normalising),
     *     IDENTIFIER_AUTHORITY, IDENTIFIER_REGION, IDENTIFIER_BIRTH_DATE or IDENTIFIER_CHECK_CHARACTER (with the
     *     character that was expected)
     */
    public static Identifier parse(IdentifierScheme scheme, String raw, String pointer) {
        String value = IdentifierSpelling.normalised(raw, bracketsAreDecoration(scheme));
        Fault fault = fault(scheme, value);
        if (fault != null) {
            throw new Refusal(fault.under(pointer));
        }
        return new Identifier(scheme, value);
    }

    /**
     * Reads a number and makes sure that its scheme numbers subjects of this type.
     *
     * @param schemePointer where the scheme stands in the request
     * @param pointer where the number stands
     * @throws Refusal as {@link #parse(IdentifierScheme, String, String)}, and IDENTIFIER_SCHEME_MISMATCH
     */
    public static Identifier parse(
            SubjectType type, IdentifierScheme scheme, String schemePointer, String raw, String pointer) {
        if (scheme.personal() != (type == SubjectType.PERSON)) {
            throw Refusal.at(schemePointer, ErrorCode.IDENTIFIER_SCHEME_MISMATCH, scheme.name(), type.name());
        }
        return parse(scheme, raw, pointer);
    }

    /** The type of subject that this identifies. */
    public SubjectType subjectType() {
        return scheme.personal() ? SubjectType.PERSON : SubjectType.ORGANISATION;
    }

    /**
     * The number as it may be shown: an organisation's in full, a citizen's as its first six and last four characters,
     * another personal document's with at least half of it hidden.
     */
    public String masked() {
        return switch (scheme) {
            case USCC, REGISTRATION_NUMBER, ORGANISATION_CODE -> value;
            case CITIZEN_ID -> new CitizenId(value).masked();
            case PASSPORT, HK_MACAO_PERMIT, TAIWAN_PERMIT, OTHER_ID -> new TravelDocument(scheme, value).masked();
        };
    }

    @Override
    public String toString() {
        return scheme + " " + masked();
    }

    private static @Nullable Fault fault(IdentifierScheme scheme, String value) {
        return switch (scheme) {
            case USCC -> UnifiedSocialCreditCode.fault(value);
            case REGISTRATION_NUMBER -> RegistrationNumber.fault(value);
            case ORGANISATION_CODE -> OrganisationCode.fault(value);
            case CITIZEN_ID -> CitizenId.fault(value);
            case PASSPORT, HK_MACAO_PERMIT, TAIWAN_PERMIT, OTHER_ID -> TravelDocument.fault(scheme, value);
        };
    }

    /** Brackets are printed around a check digit or a series letter on these, and left out as often. */
    private static boolean bracketsAreDecoration(IdentifierScheme scheme) {
        return scheme == IdentifierScheme.TAIWAN_PERMIT
                || scheme == IdentifierScheme.HK_MACAO_PERMIT
                || scheme == IdentifierScheme.OTHER_ID;
    }

    // ---- what the schemes share

    static void refuse(@Nullable Fault fault) {
        if (fault != null) {
            throw new Refusal(fault);
        }
    }

    /** Blank, a foreign character or a wrong length, in this order: a foreign character explains a wrong length. */
    static @Nullable Fault shapeFault(IdentifierScheme scheme, String value, int length, String alphabet) {
        if (value.isEmpty()) {
            return Fault.at("", ErrorCode.IDENTIFIER_BLANK, scheme.name());
        }
        for (int i = 0; i < value.length(); i++) {
            if (alphabet.indexOf(value.charAt(i)) < 0) {
                return characterFault(scheme, value, i, alphabet);
            }
        }
        return value.length() == length
                ? null
                : Fault.at(
                        "",
                        ErrorCode.IDENTIFIER_LENGTH,
                        scheme.name(),
                        Integer.toString(length),
                        Integer.toString(value.length()));
    }

    /** A character that cannot stand where it stands; control characters are written as their number. */
    static Fault characterFault(IdentifierScheme scheme, String value, int index, String allowed) {
        int character = value.codePointAt(index);
        String displayed = Character.isLetterOrDigit(character) || (character > ' ' && character < 0x7F)
                ? Character.toString(character)
                : String.format(Locale.ROOT, "U+%04X", character);
        return Fault.at(
                "", ErrorCode.IDENTIFIER_CHARACTER, scheme.name(), Integer.toString(index + 1), displayed, allowed);
    }

    /**
     * Sum of the worth of each character, its index in the alphabet, times its weight, over as many as there are
     * weights.
     */
    static int weightedSum(String text, String alphabet, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            int worth = alphabet.indexOf(text.charAt(i));
            if (worth < 0) {
                throw new IllegalArgumentException("character " + (i + 1) + " is not one of " + alphabet);
            }
            sum += worth * weights[i];
        }
        return sum;
    }

    /** A last character other than the one the rest of the number asks for. */
    static @Nullable Fault checkCharacterFault(IdentifierScheme scheme, String value, char expected) {
        char found = value.charAt(value.length() - 1);
        return found == expected
                ? null
                : Fault.at(
                        "",
                        ErrorCode.IDENTIFIER_CHECK_CHARACTER,
                        scheme.name(),
                        Integer.toString(value.length()),
                        Character.toString(expected),
                        Character.toString(found));
    }
}
