package org.xinheng.release.difference;

import java.util.List;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.UnreadableWorkbook;

/** Port: reads the rows of workbooks. */
public interface WorkbookRows {
    /**
     * Every row of data, workbook by workbook, sheet by sheet, right or wrong.
     *
     * @throws UnreadableWorkbook where a file cannot be read as a workbook
     */
    List<TableRow> of(List<Workbook> workbooks) throws UnreadableWorkbook;
}
