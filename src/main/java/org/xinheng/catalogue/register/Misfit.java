package org.xinheng.catalogue.register;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a part of a cell is none that its column may hold.
 *
 * @param found what is wrong
 * @param expected what should stand there, null where nobody can say
 */
public record Misfit(Reason reason, String found, @Nullable String expected) {
    /** What is wrong, by the name of its finding. */
    public enum Reason {
        CODE_MALFORMED,
        CODE_UNKNOWN,
        WORD_UNKNOWN,
        TERM_MALFORMED,
        NUMBER_MALFORMED,
        TEST_ROW_UNKNOWN;

        /** Whether the part can be read for all that: a code is one although nobody knows it. */
        public boolean readable() {
            return this == CODE_UNKNOWN || this == TEST_ROW_UNKNOWN;
        }
    }

    /** A part in whose place another may have been meant. */
    public static Misfit of(Reason reason, String found, Optional<String> meant) {
        return new Misfit(reason, found, meant.orElse(null));
    }

    /** A word that is none of these: the nearest is expected, or else any of them. */
    public static Misfit unknownWord(String word, Map<String, String> titles, KnownWords known) {
        return new Misfit(
                Reason.WORD_UNKNOWN,
                word,
                known.nearest(word, titles).orElseGet(() -> String.join(" / ", titles.keySet())));
    }
}
