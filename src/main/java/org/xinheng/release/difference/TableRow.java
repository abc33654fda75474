package org.xinheng.release.difference;

import java.util.List;
import java.util.Optional;

/**
 * A row as it stands in a workbook.
 *
 * @param code by which it is compared; empty where the cell of the code is blank
 * @param workbook path below {@code decision-tables/}
 * @param row row number as the spreadsheet shows it, from 1
 * @param cells every cell of the row in the order of the sheet, blank ones too
 */
public record TableRow(TableName table, String code, String workbook, int row, List<TableCell> cells) {
    public TableRow {
        cells = List.copyOf(cells);
    }

    /** The cell under a heading. */
    Optional<TableCell> under(String heading) {
        return cells.stream().filter(cell -> cell.heading().equals(heading)).findFirst();
    }
}
