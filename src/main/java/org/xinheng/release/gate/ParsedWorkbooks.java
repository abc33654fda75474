package org.xinheng.release.gate;

import java.util.List;
import java.util.Set;
import org.xinheng.catalogue.table.RuleTableHead;
import org.xinheng.release.ReleaseContent;

/**
 * What was read from the workbooks of a release, and what was wrong with them. Entries that could not be understood are
 * left out of the content; they have their finding, and the gate draws no further conclusion from their absence.
 *
 * @param rowsNotRead codes of rows of decision tables that have a code but could not be understood
 * @param sheetsNotRead workbook and sheet, joined by {@code !}, of which something could not be read
 */
public record ParsedWorkbooks(
        ReleaseContent content,
        CellLocations places,
        Set<String> rowsNotRead,
        Set<String> sheetsNotRead,
        List<Finding> findings) {
    /** Whether every row of the sheet was understood. */
    public boolean readWholly(String workbook, String sheet) {
        return !sheetsNotRead.contains(workbook + "!" + sheet);
    }

    /** Whether nothing at all is wrong on the sheet, so that what is absent there is truly absent. */
    public boolean faultless(String workbook, String sheet) {
        return readWholly(workbook, sheet)
                && findings.stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .noneMatch(finding -> finding.workbook().equals(workbook)
                                && (finding.sheet() == null || finding.sheet().equals(sheet)));
    }

    /** Whether nothing is wrong but with the cases of the sheets 测试, so that a row that is absent is truly absent. */
    public boolean rowsUnderstood() {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .allMatch(finding -> RuleTableHead.TESTS_SHEET.equals(finding.sheet()));
    }
}
