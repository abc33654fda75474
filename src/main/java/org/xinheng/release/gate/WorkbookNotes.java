package org.xinheng.release.gate;

import java.util.List;
import org.xinheng.release.Workbook;

/** Port: writes findings into a workbook, at their cells. */
public interface WorkbookNotes {
    /**
     * The workbook with the cells of the findings coloured and commented, otherwise as it is; comments that stand there
     * already are kept.
     *
     * @param findings of this workbook
     * @throws UnreadableWorkbook where the file cannot be opened
     */
    byte[] annotated(Workbook workbook, List<Finding> findings) throws UnreadableWorkbook;
}
