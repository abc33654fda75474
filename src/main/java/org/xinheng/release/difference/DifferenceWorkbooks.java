package org.xinheng.release.difference;

import org.xinheng.release.Workbook;
import org.xinheng.release.gate.UnreadableWorkbook;

/** Port: writes a difference as a workbook. */
public interface DifferenceWorkbooks {
    /** A workbook that lists every change and shows the rows that are new (green), changed and gone, table by table. */
    byte[] overview(Difference difference);

    /**
     * A workbook with what is new in it and what changed in it marked where it stands, and what is gone listed on a sheet
     * of its own; otherwise as it is.
     *
     * @throws UnreadableWorkbook where the file cannot be opened
     */
    byte[] marked(Workbook workbook, Difference difference) throws UnreadableWorkbook;
}
