package org.xinheng.listing.store;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY, one column after the other. */
final class CopyText {
    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder rows = new StringBuilder(1 << 16);
    private boolean inRow;

    CopyText add(@Nullable Object value) {
        between();
        if (value == null) {
            rows.append("\\N");
        } else if (value instanceof byte[] bytes) {
            rows.append("\\\\x");
            HEX.formatHex(rows, bytes);
        } else if (value instanceof String text) {
            escaped(text);
        } else {
            rows.append(value);
        }
        return this;
    }

    void end() {
        rows.append('\n');
        inRow = false;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    byte[] bytes() {
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void between() {
        if (inRow) {
            rows.append('\t');
        }
        inRow = true;
    }

    private void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(character);
            }
        }
    }
}
