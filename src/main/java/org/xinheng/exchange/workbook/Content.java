package org.xinheng.exchange.workbook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the cells of a column may hold. */
sealed interface Content {
    /** Free text. */
    record Words() implements Content {}

    /** A code that stands for itself and is looked up nowhere else: that of the row, or a group of rows. */
    record OwnCode(Pattern shape, String example) implements Content {}

    /**
     * Codes of a register.
     *
     * @param also further words that may stand there, with their titles
     */
    record Reference(Register register, Map<String, String> also) implements Content {}

    /** Codes of rows of the same workbook. */
    record RowCodes() implements Content {}

    /** {@code ROWCODE=WORD}; the word is one of {@code words} or, where {@code days}, a day. */
    record RowOutcomes(Map<String, String> words, boolean days) implements Content {}

    /** One of a fixed set of words, with their titles, under the name of the set. */
    record Choice(String name, Map<String, String> titles) implements Content {}

    /** A day, {@code yyyy-MM-dd}. */
    record Day() implements Content {}

    /** {@code 3 years}, {@code 6 months} or {@code LIFE}. */
    record Term() implements Content {}

    /** A term of a row: {@code AS_DECIDED}, {@code FIXED 3 years} … */
    record RowTerm() implements Content {}

    /** A whole number. */
    record Whole(int least, int most) implements Content {}

    /** Codes as tables write them. */
    Pattern CODE = Pattern.compile("[A-Z0-9]+([-_][A-Z0-9]+)*");

    /** Titles by word, in the order given: word, title, word, title … */
    static Map<String, String> words(String... wordsAndTitles) {
        var words = new LinkedHashMap<String, String>();
        for (int i = 0; i < wordsAndTitles.length; i += 2) {
            words.put(wordsAndTitles[i], wordsAndTitles[i + 1]);
        }
        return java.util.Collections.unmodifiableMap(words);
    }
}
