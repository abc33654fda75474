package org.xinheng.kernel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A personal document other than the citizen's number: passport (护照), travel permit of residents of Hong Kong and Macao
 * (港澳居民来往内地通行证) or of Taiwan (台湾居民来往大陆通行证), or another document that the law accepts (其他法定认可的证件). Their printed
 * numbers carry no check digit, so that only characters and length are looked at. Never shown in full.
 *
 * @param scheme which of the four
 * @param value upper case, without spaces, dashes and brackets
 */
public record TravelDocument(IdentifierScheme scheme, String value) {
    private static final Pattern HK_MACAO_PERMIT = Pattern.compile("[HM](?:[0-9]{8}|[0-9]{10})");
    private static final Pattern TAIWAN_PERMIT = Pattern.compile("[0-9]{8}|[0-9]{10}[A-Z]?|[A-Z][0-9]{8}");
    private static final String LETTERS_AND_DIGITS = "0-9 A-Z";

    /** Refuses anything that is no number of the scheme, with the first thing that is wrong. */
    public TravelDocument {
        Identifier.refuse(fault(scheme, value));
    }

    /** As much of the number as an agency needs to compare it: at least half of it is hidden. */
    public String masked() {
        int displayed = Math.min(value.length() / 2, 10);
        int head = Math.min((displayed + 1) / 2, 6);
        int tail = displayed - head;
        return value.substring(0, head)
                + "*".repeat(value.length() - displayed)
                + value.substring(value.length() - tail);
    }

    /**
     * The part that stays when a permit is issued again: the letter and eight digits of a permit of Hong Kong and Macao,
     * the first eight digits of one of Taiwan. Two digits for how often it was issued, and a letter, may follow.
     */
    static String lasting(IdentifierScheme scheme, String value) {
        int length = scheme == IdentifierScheme.HK_MACAO_PERMIT || !Character.isDigit(value.charAt(0)) ? 9 : 8;
        return value.substring(0, length);
    }

    static @Nullable Fault fault(IdentifierScheme scheme, String value) {
        return switch (scheme) {
            case PASSPORT -> fault(scheme, value, 5, 20, null, LETTERS_AND_DIGITS);
            case HK_MACAO_PERMIT -> fault(scheme, value, 9, 11, HK_MACAO_PERMIT, "[HM][0-9]{8} [HM][0-9]{10}");
            case TAIWAN_PERMIT ->
                fault(scheme, value, 8, 11, TAIWAN_PERMIT, "[0-9]{8} [0-9]{10} [0-9]{10}[A-Z] [A-Z][0-9]{8}");
            case OTHER_ID -> fault(scheme, value, 4, 40, null, LETTERS_AND_DIGITS + " 汉");
            case USCC, REGISTRATION_NUMBER, ORGANISATION_CODE, CITIZEN_ID, FOREIGN_PERMANENT_RESIDENCE ->
                throw new IllegalArgumentException(scheme + " is no travel document");
        };
    }

    private static @Nullable Fault fault(
            IdentifierScheme scheme, String value, int least, int most, @Nullable Pattern shape, String allowed) {
        if (value.isEmpty()) {
            return Fault.at("", ErrorCode.IDENTIFIER_BLANK, scheme.name());
        }
        for (int i = 0; i < value.length(); i++) {
            if (!allows(scheme, value.charAt(i))) {
                return Identifier.characterFault(scheme, value, i, allowed);
            }
        }
        if (value.length() < least || value.length() > most) {
            return Fault.at(
                    "",
                    ErrorCode.IDENTIFIER_LENGTH,
                    scheme.name(),
                    least + "–" + most,
                    Integer.toString(value.length()));
        }
        return shape == null || shape.matcher(value).matches()
                ? null
                : Identifier.characterFault(scheme, value, firstOutOfPlace(shape, value), allowed);
    }

    private static boolean allows(IdentifierScheme scheme, char character) {
        return (character >= '0' && character <= '9')
                || (character >= 'A' && character <= 'Z')
                || (scheme == IdentifierScheme.OTHER_ID
                        && Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN);
    }

    /** The first character with which no number of this shape goes on, or the last one. */
    private static int firstOutOfPlace(Pattern shape, String value) {
        for (int length = 1; length < value.length(); length++) {
            var matcher = shape.matcher(value.substring(0, length));
            if (!matcher.matches() && !matcher.hitEnd()) {
                return length - 1;
            }
        }
        return value.length() - 1;
    }

    @Override
    public String toString() {
        return scheme + " " + masked();
    }
}
