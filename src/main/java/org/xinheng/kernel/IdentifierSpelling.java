package org.xinheng.kernel;

/**
 * Brings an identifier as people and spreadsheets write it into the one form in which it is compared: half width, upper
 * case, without spaces, dashes and invisible characters. It works on characters alone, whatever the locale.
 */
final class IdentifierSpelling {
    private IdentifierSpelling() {}

    /**
     * The one form of a number.
     *
     * @param dropBrackets whether brackets are decoration, as in {@code 0012345678(B)} on a travel permit
     */
    static String normalised(String raw, boolean dropBrackets) {
        StringBuilder stored = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char character = upper(narrow(raw.charAt(i)));
            boolean bracket = character == '(' || character == ')';
            if (!separates(character) && !(bracket && dropBrackets)) {
                stored.append(character);
            }
        }
        return stored.toString();
    }

    private static char narrow(char character) {
        return character >= '\uFF01' && character <= '\uFF5E' ? (char) (character - 0xFEE0) : character;
    }

    private static char upper(char character) {
        return character >= 'a' && character <= 'z' ? (char) (character - 'a' + 'A') : character;
    }

    private static boolean separates(char character) {
        return character == '-'
                || character == '\u2212'
                || switch (Character.getType(character)) {
                    case Character.DASH_PUNCTUATION,
                            Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.FORMAT -> true;
                    default -> character == '\t' || character == '\n' || character == '\r';
                };
    }
}
