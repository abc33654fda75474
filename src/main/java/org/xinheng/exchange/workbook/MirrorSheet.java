package org.xinheng.exchange.workbook;

import java.util.List;

/**
 * One sheet of a text mirror.
 *
 * @param rows cell texts, as many in each row as there are headings; an empty text is a blank cell
 */
record MirrorSheet(String name, List<String> headings, List<List<String>> rows) {
    MirrorSheet {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /** Text of the cell under a heading; empty when the sheet has no such heading. */
    String text(List<String> row, String heading) {
        int column = headings.indexOf(heading);
        return column < 0 || column >= row.size() ? "" : row.get(column);
    }
}
