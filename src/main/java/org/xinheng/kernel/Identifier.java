package org.xinheng.kernel;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A number that identifies a subject (标识), of the form of its scheme. Two identifiers are the same when scheme and value
 * are; they are of one subject when their {@link #key()} is the same. Names are never compared.
 *
 * <p>{@link #toString()} and {@link #masked()} never show a person's number in full; {@link #value()} does and is for
 * the store and the keyed hash alone (L8).
 *
 * @param scheme which numbering
 * @param value in the form in which it is compared: half width, upper case, no spaces or dashes
 */
public record Identifier(IdentifierScheme scheme, String value) {
    /**
     * Refuses a value that is not of the form of the scheme, with the first thing that is wrong. A wrong check character
     * is refused by {@link #parse(IdentifierScheme, String, String)} alone: authorities have issued numbers with one.
     */
    public Identifier {
        Fault fault = IdentifierFault.of(scheme, value);
        refuse(fault == null || fault.code() == ErrorCode.IDENTIFIER_CHECK_CHARACTER ? null : fault);
    }

    /**
     * Reads a number as people and spreadsheets write it: full-width characters, lower case, spaces, dashes and
     * invisible characters are normalised first; a citizen number of 15 digits becomes the one of 18.
     *
     * @param pointer where the number stands in the request
     * @throws Refusal IDENTIFIER_BLANK, IDENTIFIER_LENGTH, IDENTIFIER_CHARACTER (position counted after normalising),
     *     IDENTIFIER_AUTHORITY, IDENTIFIER_REGION, IDENTIFIER_BIRTH_DATE, IDENTIFIER_CHECK_CHARACTER (with the
     *     character that was expected), or IDENTIFIER_SCHEME_MISMATCH where it is a number of another scheme
     */
    public static Identifier parse(IdentifierScheme scheme, String raw, String pointer) {
        return parse(scheme, raw, pointer, false);
    }

    /**
     * Reads a number that somebody may have confirmed as it is printed on the licence or document.
     *
     * @param confirmed whether a wrong check character is accepted
     * @throws Refusal as {@link #parse(IdentifierScheme, String, String)}
     */
    public static Identifier parse(IdentifierScheme scheme, String raw, String pointer, boolean confirmed) {
        String value = normalised(scheme, raw);
        Fault fault = IdentifierFault.of(scheme, value);
        boolean accepted = fault == null || (confirmed && fault.code() == ErrorCode.IDENTIFIER_CHECK_CHARACTER);
        IdentifierScheme other = accepted ? confused(scheme, raw, confirmed) : OtherScheme.of(scheme, raw);
        if (other != null) {
            throw Refusal.at(
                    pointer, ErrorCode.IDENTIFIER_SCHEME_MISMATCH, scheme.name(), OtherScheme.expected(other, scheme));
        }
        if (fault != null && !accepted) {
            throw new Refusal(fault.under(pointer));
        }
        return new Identifier(scheme, value);
    }

    private static @Nullable IdentifierScheme confused(IdentifierScheme scheme, String raw, boolean confirmed) {
        return scheme.hasCheckCharacter() ? null : OtherScheme.insideLoose(scheme, raw, confirmed);
    }

    /** The one form of a number of a scheme, not judged. */
    static String normalised(IdentifierScheme scheme, String raw) {
        String value = IdentifierSpelling.normalised(raw, bracketsAreDecoration(scheme));
        return scheme == IdentifierScheme.CITIZEN_ID ? CitizenId.ofEighteen(value) : value;
    }

    /**
     * The scheme of a number that is given without one, told by its form.
     *
     * @return null where it is no whole number of a scheme that carries its form or a check character
     */
    public static @Nullable IdentifierScheme schemeByForm(SubjectType type, String raw) {
        return OtherScheme.byForm(type, null, raw);
    }

    /** Characters of a number without spaces, dashes and invisible characters. */
    public static int lengthOf(String raw) {
        return IdentifierSpelling.normalised(raw, false).length();
    }

    /** Whether a number is written in an old form that {@link #parse(IdentifierScheme, String, String)} converts. */
    public static boolean writtenInOldForm(IdentifierScheme scheme, String raw) {
        return !IdentifierSpelling.normalised(raw, bracketsAreDecoration(scheme))
                .equals(normalised(scheme, raw));
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
        return parse(type, scheme, schemePointer, raw, pointer, false);
    }

    /**
     * The same for a number that somebody may have confirmed as printed.
     *
     * @param confirmed whether a wrong check character is accepted
     * @throws Refusal as {@link #parse(IdentifierScheme, String, String)}, and IDENTIFIER_SCHEME_MISMATCH
     */
    public static Identifier parse(
            SubjectType type,
            IdentifierScheme scheme,
            String schemePointer,
            String raw,
            String pointer,
            boolean confirmed) {
        if (!scheme.numbers(type)) {
            throw new Refusal(notFor(type, scheme).under(schemePointer));
        }
        return parse(scheme, raw, pointer, confirmed);
    }

    /** The fault of a scheme that does not number subjects of a type; it names the schemes that do. */
    public static Fault notFor(SubjectType type, IdentifierScheme scheme) {
        return Fault.at("", ErrorCode.IDENTIFIER_SCHEME_MISMATCH, scheme.name(), IdentifierScheme.namesFor(type));
    }

    /**
     * What the numbers of one subject have in common: an organisation code for the unified codes that contain it, the
     * part of a travel permit that stays when the permit is issued again. Stores find subjects by it.
     */
    public Identifier key() {
        return switch (scheme) {
            case USCC -> new Identifier(IdentifierScheme.ORGANISATION_CODE, UnifiedSocialCreditCode.subjectCode(value));
            case HK_MACAO_PERMIT, TAIWAN_PERMIT -> new Identifier(scheme, TravelDocument.lasting(scheme, value));
            default -> this;
        };
    }

    /** Whether the check character is the one that the other characters ask for; true where the scheme has none. */
    public boolean checkHolds() {
        return IdentifierFault.of(scheme, value) == null;
    }

    /**
     * Whether the organisation code inside a unified code carries the check character of GB 11714; true for other
     * schemes. Where it fails, the code may be found under another organisation code.
     */
    public boolean innerCodeHolds() {
        return scheme != IdentifierScheme.USCC || key().checkHolds();
    }

    /** Day of birth that the number contains, null where it contains none. */
    public @Nullable LocalDate bornOn() {
        return scheme == IdentifierScheme.CITIZEN_ID || scheme == IdentifierScheme.FOREIGN_PERMANENT_RESIDENCE
                ? CitizenId.bornOn(value)
                : null;
    }

    /**
     * The fault of a number whose day of birth lies after a day, null for none.
     *
     * @param today day on which the number is used, Asia/Shanghai
     */
    public @Nullable Fault bornAfter(LocalDate today, String pointer) {
        LocalDate born = bornOn();
        return born != null && born.isAfter(today)
                ? Fault.at(pointer, ErrorCode.IDENTIFIER_BIRTH_DATE, scheme.name(), "7–14")
                : null;
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
            case CITIZEN_ID, FOREIGN_PERMANENT_RESIDENCE -> CitizenId.masked(value);
            case PASSPORT, HK_MACAO_PERMIT, TAIWAN_PERMIT, OTHER_ID -> new TravelDocument(scheme, value).masked();
        };
    }

    @Override
    public String toString() {
        return scheme + " " + masked();
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
