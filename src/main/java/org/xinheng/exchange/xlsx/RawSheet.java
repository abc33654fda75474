package org.xinheng.exchange.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.feed.FeedSheets;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.gate.FindingCode;

/** The first sheet of somebody's workbook as it is, row by row, whatever it is about. */
public final class RawSheet {
    private static final int COLUMNS_MAX = 500;

    private RawSheet() {}

    /**
     * Makes sure that a file is a workbook that may be opened.
     *
     * @throws Refusal FILE_UNREADABLE with what keeps it from being read
     */
    public static void demandReadable(byte[] workbook) {
        Optional<FindingCode> unwanted = PackageGuard.check(workbook);
        if (unwanted.isPresent()) {
            throw Refusal.of(ErrorCode.FILE_UNREADABLE, unwanted.get().name());
        }
    }

    /** Reads all rows that are not blank. */
    public static void rows(byte[] workbook, FeedSheets.RowTaker taker) {
        demandReadable(workbook);
        try {
            SpreadsheetFile.stream(workbook, (row, cells) -> {
                List<FeedSheets.SheetCell> all = new ArrayList<>();
                int width = Math.min(COLUMNS_MAX, cells.lastKey());
                for (int column = 1; column <= width; column++) {
                    Cell cell = cells.get(column);
                    all.add(
                            cell == null
                                    ? FeedSheets.SheetCell.BLANK
                                    : new FeedSheets.SheetCell(
                                            cell.text(),
                                            FeedSheets.Kind.valueOf(cell.kind().name()),
                                            cell.formula()));
                }
                taker.row(row, all);
            });
        } catch (SpreadsheetFile.Unreadable damaged) {
            Refusal refusal = Refusal.of(ErrorCode.FILE_UNREADABLE, FindingCode.NOT_A_WORKBOOK.name());
            refusal.initCause(damaged);
            throw refusal;
        }
    }
}
