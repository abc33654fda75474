package org.xinheng.exchange.workbook;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.exchange.xlsx.SheetGrid;
import org.xinheng.exchange.xlsx.SpreadsheetFile;

/** What stands in the visible cells of a file, as a text mirror. */
final class GridMirror {
    private GridMirror() {}

    /** The sheets of the template that the file has, with the file's own headings; blank rows say nothing. */
    static Mirror of(SpreadsheetFile file, WorkbookTemplate template) {
        var sheets = new ArrayList<MirrorSheet>();
        for (SheetTemplate layout : template.sheets()) {
            file.sheets().stream()
                    .filter(sheet -> sheet.name().equals(layout.name()))
                    .findFirst()
                    .ifPresent(sheet -> sheets.add(mirror(sheet, layout)));
        }
        return new Mirror(sheets);
    }

    private static MirrorSheet mirror(SheetGrid sheet, SheetTemplate layout) {
        int width = layout.columns().size();
        var rows = new ArrayList<List<String>>();
        for (int row : sheet.cells().tailMap(layout.firstDataRow(), true).keySet()) {
            rows.add(texts(sheet, row, width));
        }
        List<String> headings = texts(sheet, layout.headingRow(), width).stream()
                .map(String::strip) // a blank beside a heading changes nothing for any reader
                .toList();
        return new MirrorSheet(layout.name(), headings, rows);
    }

    private static List<String> texts(SheetGrid sheet, int row, int width) {
        var texts = new ArrayList<String>(width);
        for (int column = 1; column <= width; column++) {
            texts.add(sheet.text(row, column));
        }
        return List.copyOf(texts);
    }
}
