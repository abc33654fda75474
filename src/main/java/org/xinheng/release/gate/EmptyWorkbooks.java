package org.xinheng.release.gate;

import java.util.List;
import org.xinheng.release.Workbook;

/** Port: makes workbooks to be filled in. */
public interface EmptyWorkbooks {
    /**
     * One workbook of registers and one of rows and cases, without data, whose drop-downs offer what the registers hold.
     *
     * @throws UnreadableWorkbook where the registers cannot be read
     */
    List<Workbook> offering(Workbook registers) throws UnreadableWorkbook;
}
