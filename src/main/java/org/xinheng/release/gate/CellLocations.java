package org.xinheng.release.gate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.table.SourceRow;
import org.xinheng.release.Workbook;

/**
 * Where register entries, rows and tests stand, so that a finding about their meaning can name the cell.
 *
 * @param registerRows row of a register entry, by sheet name and code joined by {@code !}
 * @param headings headings of a sheet in their order, by the name of the sheet; those of the registers below
 *     {@code registers.xlsx!}
 */
public record CellLocations(Map<String, SourceRow> registerRows, Map<String, List<String>> headings) {
    /** A place in a workbook. */
    public record Place(
            String workbook, String sheet, @Nullable String cell) {
        /** A finding at this place. */
        public Finding finding(
                FindingCode code, @Nullable String found, @Nullable String expected, String... arguments) {
            return new Finding(code, workbook, sheet, cell, found, expected, List.of(arguments));
        }
    }

    /** The key of a register's headings. */
    public static String register(String sheet) {
        return Workbook.REGISTERS + "!" + sheet;
    }

    /** The cell of a register entry under a heading. */
    public Place register(String sheet, String code, String heading) {
        SourceRow row = registerRows.get(sheet + "!" + code);
        return row == null
                ? new Place(Workbook.REGISTERS, sheet, null)
                : at(row, headings.getOrDefault(register(sheet), List.of()), heading);
    }

    /** The cell of a row or test under a heading. */
    public Place of(SourceRow row, String heading) {
        return at(row, headings.getOrDefault(row.sheet(), List.of()), heading);
    }

    private static Place at(SourceRow row, List<String> headings, String heading) {
        int column = headings.indexOf(heading);
        return new Place(row.workbook(), row.sheet(), column < 0 ? null : letters(column + 1) + row.row());
    }

    /** Column number, from 1, as spreadsheets write it. */
    public static String letters(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
