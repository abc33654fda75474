package org.xinheng.exchange.xlsx;

import org.xinheng.release.gate.CellLocations;

/**
 * Where a cell stands, as spreadsheets count: row 1 is the first row, column 1 is {@code A}.
 *
 * @param row from 1
 * @param column from 1
 */
public record CellAddress(int row, int column) {
    public CellAddress {
        if (row < 1 || column < 1) {
            throw new IllegalArgumentException("rows and columns count from 1: " + row + ", " + column);
        }
    }

    /** Reads {@code AB12}. */
    public static CellAddress parse(String written) {
        int at = 0;
        int column = 0;
        while (at < written.length() && written.charAt(at) >= 'A' && written.charAt(at) <= 'Z') {
            column = column * 26 + written.charAt(at) - 'A' + 1;
            at++;
        }
        return new CellAddress(Integer.parseInt(written.substring(at)), column);
    }

    /** {@code 28} is {@code AB}. */
    public static String letters(int column) {
        return CellLocations.letters(column);
    }

    @Override
    public String toString() {
        return letters(column) + row;
    }
}
