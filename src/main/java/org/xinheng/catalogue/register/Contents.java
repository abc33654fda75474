package org.xinheng.catalogue.register;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.xinheng.catalogue.register.Content.CellForm;
import org.xinheng.catalogue.register.Content.Reference;
import org.xinheng.catalogue.register.Content.Shaped;
import org.xinheng.catalogue.register.Misfit.Reason;
import org.xinheng.law.TermLength;

/** What most columns hold. */
public final class Contents {
    /** Codes as tables write them. */
    public static final Pattern CODE = Pattern.compile("[A-Z0-9]+([-_][A-Z0-9]+)*");

    private static final int CODE_LENGTH_MAX = 64;

    /** Free text. */
    public static final Content<String> WORDS = new Content<>(CellForm.WORDS, "", part -> part);
    /** A day, {@code yyyy-MM-dd}. */
    public static final Content<LocalDate> DAY = new Content<>(CellForm.DAY, "2026-01-01", LocalDate::parse);
    /** {@code 3 years}, {@code 6 months} or {@code LIFE}. */
    public static final Content<TermLength> TERM = new Shaped<>(
            CellForm.CODE,
            "3 years",
            part -> TermLength.parse(part).orElseThrow(),
            part -> TermLength.parse(part).isPresent(),
            Reason.TERM_MALFORMED,
            "3 years");

    private Contents() {}

    /** A code that stands for itself and is looked up nowhere else: that of the row, or a group of rows. */
    public static Content<String> ownCode(Pattern shape, String example) {
        Predicate<String> fits = shape.asMatchPredicate().and(part -> part.length() <= CODE_LENGTH_MAX);
        return new Shaped<>(CellForm.CODE, example, part -> part, fits, Reason.CODE_MALFORMED, example);
    }

    /** A whole number from the least to the most. */
    public static Content<Integer> whole(int least, int most) {
        return whole(least, most, Integer::valueOf);
    }

    /** A whole number from the least to the most that stands for something else. */
    public static <V> Content<V> whole(int least, int most, Function<String, V> reading) {
        return new Shaped<>(
                CellForm.FIGURE,
                String.valueOf(least),
                reading,
                part -> part.matches("[0-9]{1,6}") && Integer.parseInt(part) >= least && Integer.parseInt(part) <= most,
                Reason.NUMBER_MALFORMED,
                least + "–" + most);
    }

    /** Codes of a register and nothing else. */
    public static Content<String> ref(Register register) {
        return new Reference(register, Map.of());
    }

    /** Titles by word, in the order given: word, title, word, title … */
    public static Map<String, String> words(String... wordsAndTitles) {
        var words = new LinkedHashMap<String, String>();
        for (int i = 0; i < wordsAndTitles.length; i += 2) {
            words.put(wordsAndTitles[i], wordsAndTitles[i + 1]);
        }
        return Collections.unmodifiableMap(words);
    }
}
