package org.xinheng.exchange.workbook;

import java.util.List;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.FindingTexts;
import org.xinheng.release.gate.UnreadableWorkbook;

/** Findings written into the workbook they were found in, in Chinese, each at its cell with the way to mend it. */
public final class FindingNotes {
    private FindingNotes() {}

    /**
     * The workbook with the findings on it.
     *
     * @throws UnreadableWorkbook where the file cannot be opened
     */
    public static byte[] annotated(Workbook workbook, List<Finding> findings) throws UnreadableWorkbook {
        List<CellMark> marks = findings.stream()
                .filter(finding -> finding.workbook().equals(workbook.name()))
                .map(FindingNotes::mark)
                .toList();
        return MarkedWorkbook.of(workbook, marks, book -> {});
    }

    private static CellMark mark(Finding finding) {
        CellMark.Colour colour = switch (finding.severity()) {
            case ERROR -> CellMark.Colour.ERROR;
            case WARNING -> CellMark.Colour.WARNING;
            case HINT -> CellMark.Colour.HINT;
        };
        String note = "[" + finding.severity() + " " + finding.code() + "]\n" + FindingTexts.CHINESE.message(finding)
                + "\n→ " + FindingTexts.CHINESE.correction(finding);
        return new CellMark(finding.sheet(), finding.cell(), colour, note);
    }
}
