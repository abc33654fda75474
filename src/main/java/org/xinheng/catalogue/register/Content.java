package org.xinheng.catalogue.register;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.register.ColumnTemplate.ColumnPart;
import org.xinheng.catalogue.register.Misfit.Reason;

/**
 * What the cells of a column may hold: this class for what is never wrong, the classes below for what has rules.
 *
 * @param <V> what one part of such a cell stands for
 */
public class Content<V> {
    /** How a cell is read before its parts are. */
    public enum CellForm {
        /** Free text, as it is. */
        WORDS,
        DAY,
        /** A number, which may be typed as one. */
        FIGURE,
        CODE,
        /** The code of a row of the same workbook. */
        ROW_CODE
    }

    private final CellForm form;
    private final String example;
    private final Function<String, V> reading;

    /**
     * @param example a part without fault
     * @param reading what such a part stands for
     */
    protected Content(CellForm form, String example, Function<String, V> reading) {
        this.form = form;
        this.example = example;
        this.reading = reading;
    }

    /** How such cells are read. */
    public final CellForm form() {
        return form;
    }

    /** A part without fault. */
    public final String example() {
        return example;
    }

    /** What a part stands for that has no {@link #misfit}. */
    public final V value(String part) {
        return reading.apply(part);
    }

    /** What a cell says that stands for this value. */
    public String text(V value) {
        return value.toString();
    }

    /** What is wrong with a part, null when nothing is. */
    public @Nullable Misfit misfit(String part, KnownWords known) {
        return null;
    }

    /**
     * The words that a column offers.
     *
     * @param codes codes of a register with their titles
     */
    public Vocabulary offered(Function<Register, Map<String, String>> codes) {
        return Vocabulary.NONE;
    }

    /** Whether other words than those offered may stand there. */
    public boolean open() {
        return false;
    }

    /** The register whose codes stand there. */
    public Optional<Register> register() {
        return Optional.empty();
    }

    /** What such a column does in its table, where nothing else is said. */
    public ColumnPart part() {
        return ColumnPart.GIVEN;
    }

    /** What a part may be can be seen by itself. */
    public static class Shaped<V> extends Content<V> {
        private final Predicate<String> fits;
        private final Reason otherwise;
        private final String expected;

        /** @param otherwise what a part is that does not fit; then {@code expected} should stand there */
        public Shaped(
                CellForm form,
                String example,
                Function<String, V> reading,
                Predicate<String> fits,
                Reason otherwise,
                String expected) {
            super(form, example, reading);
            this.fits = fits;
            this.otherwise = otherwise;
            this.expected = expected;
        }

        @Override
        public @Nullable Misfit misfit(String part, KnownWords known) {
            return fits.test(part) ? null : new Misfit(otherwise, part, expected);
        }
    }

    /** Codes of a register. */
    public static final class Reference extends Content<String> {
        private final Register source;
        private final Map<String, String> also;

        /** @param also further words that may stand there, with their titles */
        public Reference(Register source, Map<String, String> also) {
            super(CellForm.CODE, "", part -> part);
            this.source = source;
            this.also = also;
        }

        @Override
        public Optional<Register> register() {
            return Optional.of(source);
        }

        @Override
        public @Nullable Misfit misfit(String part, KnownWords known) {
            Map<String, String> offered = offered(known::codes).titles();
            return offered.containsKey(part) || !known.complete(source)
                    ? null
                    : Misfit.of(Reason.CODE_UNKNOWN, part, known.nearest(part, offered));
        }

        @Override
        public Vocabulary offered(Function<Register, Map<String, String>> codes) {
            if (also.isEmpty()) {
                return new Vocabulary(source.title(), codes.apply(source));
            }
            var titles = new LinkedHashMap<>(also);
            titles.putAll(codes.apply(source));
            return new Vocabulary(source.title() + "或" + String.join(ColumnTemplate.SEPARATOR, also.keySet()), titles);
        }
    }

    /** One of a fixed set of words. */
    public static final class Choice<V> extends Content<V> {
        private final Vocabulary vocabulary;

        /**
         * @param name of the set
         * @param titles of the words
         */
        Choice(String name, Map<String, String> titles, Function<String, V> reading) {
            super(CellForm.CODE, titles.keySet().iterator().next(), reading);
            this.vocabulary = new Vocabulary(name, titles);
        }

        /** The same words but one. */
        Choice<V> without(String name, String word) {
            var titles = new LinkedHashMap<>(vocabulary.titles());
            titles.remove(word);
            return new Choice<>(name, titles, this::value);
        }

        @Override
        public String text(V value) {
            return vocabulary.titles().keySet().stream()
                    .filter(word -> value(word).equals(value))
                    .findFirst()
                    .orElseGet(value::toString);
        }

        @Override
        public @Nullable Misfit misfit(String part, KnownWords known) {
            return vocabulary.titles().containsKey(part) ? null : Misfit.unknownWord(part, vocabulary.titles(), known);
        }

        @Override
        public Vocabulary offered(Function<Register, Map<String, String>> codes) {
            return vocabulary;
        }
    }
}
