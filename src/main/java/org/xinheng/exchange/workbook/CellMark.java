package org.xinheng.exchange.workbook;

import org.jspecify.annotations.Nullable;

/**
 * A colour on a cell, and what the comment on it says.
 *
 * @param sheet null for the first sheet
 * @param cell A1 address; null for the first heading of the sheet
 * @param note null for a colour alone
 */
record CellMark(
        @Nullable String sheet,
        @Nullable String cell,
        Colour colour,
        @Nullable String note) {
    /** What a colour says. */
    enum Colour {
        ERROR("F8B4B4"),
        WARNING("FCE588"),
        HINT("BFDBFE"),
        ADDED("BBF7D0"),
        CHANGED("FDE68A"),
        REMOVED("FECACA");

        private final String rgb;

        Colour(String rgb) {
            this.rgb = rgb;
        }

        String rgb() {
            return rgb;
        }
    }
}
