package org.xinheng.exchange.xlsx;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as the file has it, framework-free.
 *
 * @param cells by row and column, from 1; rows and cells that are blank are absent
 * @param merged ranges of merged cells
 * @param hiddenRows rows that are hidden or have no height
 * @param hiddenColumns ranges of columns that are hidden or have no width, as first and last
 * @param filtered whether a filter is set that hides rows
 * @param cutOff whether there were more rows than are read
 */
public record SheetGrid(
        String name,
        boolean hidden,
        NavigableMap<Integer, NavigableMap<Integer, Cell>> cells,
        List<Area> merged,
        NavigableSet<Integer> hiddenRows,
        List<int[]> hiddenColumns,
        boolean filtered,
        boolean cutOff) {

    /** A rectangle of cells, both corners inside. */
    public record Area(CellAddress first, CellAddress last) {
        public static Area parse(String reference) {
            int colon = reference.indexOf(':');
            return colon < 0
                    ? new Area(CellAddress.parse(reference), CellAddress.parse(reference))
                    : new Area(
                            CellAddress.parse(reference.substring(0, colon)),
                            CellAddress.parse(reference.substring(colon + 1)));
        }

        /** Whether it has cells of that row. */
        public boolean crosses(int row) {
            return row >= first.row() && row <= last.row();
        }

        /** Whether the cell is swallowed by this area: inside it, and not its first. */
        public boolean swallows(int row, int column) {
            boolean inside = crosses(row) && column >= first.column() && column <= last.column();
            return inside && !(row == first.row() && column == first.column());
        }

        @Override
        public String toString() {
            return first + ":" + last;
        }
    }

    /** The cell there, null when blank. */
    @Nullable
    public Cell cell(int row, int column) {
        Map<Integer, Cell> cellsOfRow = cells.get(row);
        return cellsOfRow == null ? null : cellsOfRow.get(column);
    }

    /** What stands there; empty when blank. */
    public String text(int row, int column) {
        Cell cell = cell(row, column);
        return cell == null ? "" : cell.text();
    }

    /** The cells of a row by column. */
    public NavigableMap<Integer, Cell> row(int row) {
        return cells.getOrDefault(row, new TreeMap<>());
    }

    /** The last row with something in it, 0 when there is none. */
    public int lastRow() {
        return cells.isEmpty() ? 0 : cells.lastKey();
    }
}
