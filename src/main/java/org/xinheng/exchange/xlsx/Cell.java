package org.xinheng.exchange.xlsx;

/**
 * One cell that is not blank, as the file has it.
 *
 * @param text of a number the digits of the file, of a day {@code yyyy-MM-dd}
 * @param formula whether the text is the last known result of a formula
 */
public record Cell(CellAddress address, Kind kind, String text, boolean formula) {
    /** What the file says a cell is. */
    public enum Kind {
        TEXT,
        NUMBER,
        DAY,
        DAY_AND_TIME,
        BOOLEAN,
        ERROR
    }

    /** Whether a reader sees nothing in it. */
    public boolean blank() {
        return !formula && kind == Kind.TEXT && text.isBlank();
    }
}
