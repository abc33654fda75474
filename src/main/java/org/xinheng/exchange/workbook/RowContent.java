package org.xinheng.exchange.workbook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.register.ColumnTemplate.ColumnPart;
import org.xinheng.catalogue.register.Content;
import org.xinheng.catalogue.register.KnownWords;
import org.xinheng.catalogue.register.Misfit;
import org.xinheng.catalogue.register.Misfit.Reason;

/** What a case says of the rows of its workbook: their codes. */
class RowContent<V> extends Content<V> {
    static final RowContent<String> CODES = new RowContent<>(CellForm.ROW_CODE, "ZFCG-001", code -> code);

    private RowContent(CellForm form, String example, Function<String, V> reading) {
        super(form, example, reading);
    }

    @Override
    public ColumnPart part() {
        return ColumnPart.OUTCOME;
    }

    @Override
    public @Nullable Misfit misfit(String row, KnownWords known) {
        Set<String> rows = known.rows().orElse(Set.of(row));
        var titles = new LinkedHashMap<String, String>();
        rows.forEach(code -> titles.put(code, ""));
        return rows.contains(row) ? null : Misfit.of(Reason.TEST_ROW_UNKNOWN, row, known.nearest(row, titles));
    }

    /** {@code ROWCODE=WORD}. */
    static final class Outcomes extends RowContent<Map.Entry<String, String>> {
        private final Map<String, String> words;
        private final boolean days;

        /** @param days whether a day may stand in place of a word */
        Outcomes(Map<String, String> words, boolean days) {
            super(
                    CellForm.CODE,
                    "ZFCG-001=" + words.keySet().iterator().next(),
                    part -> Map.entry(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1)));
            this.words = words;
            this.days = days;
        }

        @Override
        public @Nullable Misfit misfit(String part, KnownWords known) {
            if (part.indexOf('=') < 0) {
                return new Misfit(Reason.CODE_MALFORMED, part, example());
            }
            Map.Entry<String, String> outcome = value(part);
            String word = outcome.getValue();
            return words.containsKey(word) || (days && DayCell.isDay(word))
                    ? super.misfit(outcome.getKey(), known)
                    : Misfit.unknownWord(word, words, known);
        }
    }
}
