package org.xinheng.exchange.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a text mirror: {@code ## sheet}, a line of headings, a line a row, cells parted by a tab, {@code \n} for a line
 * break inside a cell. Lines that begin with {@code # } and blank lines say nothing.
 */
final class MirrorReader {
    private MirrorReader() {}

    /** @throws IllegalArgumentException naming the line, where the text is no mirror */
    static Mirror read(String text) {
        var sheets = new ArrayList<MirrorSheet>();
        String name = "";
        List<String> headings = List.of();
        var rows = new ArrayList<List<String>>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("# ") || line.equals("#")) {
                continue;
            }
            if (line.startsWith("## ")) {
                keep(sheets, name, headings, rows);
                name = line.substring(3);
                headings = List.of();
                rows.clear();
            } else if (name.isEmpty()) {
                throw new IllegalArgumentException("line " + number + " stands before the first sheet");
            } else if (headings.isEmpty()) {
                headings = Arrays.asList(line.split("\t", -1));
            } else {
                rows.add(row(line, headings.size(), number));
            }
        }
        keep(sheets, name, headings, rows);
        return new Mirror(sheets);
    }

    private static void keep(List<MirrorSheet> sheets, String name, List<String> headings, List<List<String>> rows) {
        if (!name.isEmpty()) {
            sheets.add(new MirrorSheet(name, headings, rows));
        }
    }

    private static List<String> row(String line, int width, int number) {
        String[] cells = line.split("\t", -1);
        var row = new ArrayList<String>(width);
        for (int column = 0; column < cells.length; column++) {
            if (column < width) {
                row.add(cells[column].replace("\\n", "\n"));
            } else if (!cells[column].isEmpty()) {
                throw new IllegalArgumentException("line " + number + " has more cells than the sheet has headings ("
                        + cells.length + " for " + width + "), from `" + cells[column] + "` on");
            }
        }
        while (row.size() < width) {
            row.add("");
        }
        return List.copyOf(row);
    }
}
