package org.xinheng.feed;

import java.util.List;

/** Port: the workbooks in which departments hand in their lists. */
public interface FeedSheets {
    /**
     * A cell as the file has it.
     *
     * @param text of a number the digits of the file, of a day {@code yyyy-MM-dd}; empty for a blank cell
     * @param formula whether the text is the last known result of a formula
     */
    record SheetCell(String text, Kind kind, boolean formula) {
        /** A cell with nothing in it. */
        public static final SheetCell BLANK = new SheetCell("", Kind.TEXT, false);

        /** A cell of a file that knows texts only. */
        public static SheetCell ofText(String text) {
            return new SheetCell(text, Kind.TEXT, false);
        }
    }

    /** What a file says a cell is. */
    enum Kind {
        TEXT,
        NUMBER,
        DAY,
        DAY_AND_TIME,
        BOOLEAN,
        ERROR
    }

    /** Takes the rows of a sheet that are not blank. */
    @FunctionalInterface
    interface RowTaker {
        /** A row by its number on the sheet; cells after the last that is not blank are left out. */
        void row(int number, List<SheetCell> cells);
    }

    /**
     * Reads the first sheet that is shown, row by row.
     *
     * @throws org.xinheng.kernel.Refusal FILE_UNREADABLE where the file is no such workbook, or too large
     */
    void rows(byte[] workbook, RowTaker taker);

    /**
     * Something to be said at a cell.
     *
     * @param column from 1 on, 0 for the row as a whole
     */
    record Mark(int row, int column, String note) {}

    /** The same workbook with cells coloured and commented, and a column with all that is said of a row. */
    byte[] marked(byte[] workbook, String heading, List<Mark> marks);
}
