package org.xinheng.sql.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in the text format of PostgreSQL's COPY, one column after the other. */
public final class CopyText {
    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder rows = new StringBuilder(1 << 16);
    private boolean inRow;

    /** Adds the next column of the row. */
    public CopyText add(@Nullable Object value) {
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

    /** Ends the row. */
    public void end() {
        rows.append('\n');
        inRow = false;
    }

    /** Sends the rows to a table; none where there are none. */
    public void copyTo(Connection connection, String table) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
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
