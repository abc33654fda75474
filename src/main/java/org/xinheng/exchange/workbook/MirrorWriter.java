package org.xinheng.exchange.workbook;

import java.util.List;

/** Writes a text mirror in its one canonical form: line feeds, no trailing tabs, a blank line between sheets. */
final class MirrorWriter {
    private MirrorWriter() {}

    static String write(Mirror mirror) {
        var text = new StringBuilder();
        for (MirrorSheet sheet : mirror.sheets()) {
            if (text.length() > 0) {
                text.append('\n');
            }
            text.append("## ").append(sheet.name()).append('\n');
            line(text, sheet.headings());
            for (List<String> row : sheet.rows()) {
                line(text, row);
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isEmpty()) {
            width--;
        }
        for (int column = 0; column < width; column++) {
            if (column > 0) {
                text.append('\t');
            }
            text.append(
                    cells.get(column).replace("\r\n", "\n").replace('\t', ' ').replace("\n", "\\n"));
        }
        text.append('\n');
    }
}
