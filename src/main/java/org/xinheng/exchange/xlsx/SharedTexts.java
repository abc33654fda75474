package org.xinheng.exchange.xlsx;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xssf.model.SharedStrings;

/**
 * The shared strings of a workbook (ECMA-376 part 1, 18.4). The library builds a rich text for every question; most cells
 * repeat a few codes, so each text is built once. The counts that the file states are not trusted for a size.
 */
final class SharedTexts {
    private final SharedStrings strings;
    private final Map<Integer, String> known = new HashMap<>();

    SharedTexts(SharedStrings strings) {
        this.strings = strings;
    }

    /** The text with this number, from 0; an unknown number is an {@link IndexOutOfBoundsException}. */
    String at(int number) {
        return known.computeIfAbsent(
                number, unknown -> strings.getItemAt(unknown).getString());
    }
}
