package org.xinheng.exchange.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.xinheng.exchange.xlsx.CellNote;
import org.xinheng.exchange.xlsx.RawSheet;
import org.xinheng.feed.FeedSheets;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.gate.FindingCode;

/** {@link FeedSheets} with POI: read part by part; marked in a copy of the file that is otherwise as it was. */
@ApplicationScoped
class FeedSheetsInXlsx implements FeedSheets {
    /** A workbook is opened whole to be marked: larger ones would take more memory than the service has to give. */
    private static final int MARKED_BYTES_MAX = 4 * 1024 * 1024;

    @Override
    public void rows(byte[] workbook, RowTaker taker) {
        RawSheet.rows(workbook, taker);
    }

    @Override
    public byte[] marked(byte[] workbook, String heading, List<Mark> marks) {
        if (workbook.length > MARKED_BYTES_MAX) {
            throw Refusal.of(ErrorCode.FILE_TOO_LARGE_TO_MARK, Integer.toString(MARKED_BYTES_MAX));
        }
        RawSheet.demandReadable(workbook);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                var out = new ByteArrayOutputStream()) {
            new Marking(book, heading).mark(marks);
            book.write(out);
            return out.toByteArray();
        } catch (IOException | RuntimeException damaged) {
            // the library tells damage in many ways, unchecked ones among them
            Refusal refusal = Refusal.of(ErrorCode.FILE_UNREADABLE, FindingCode.NOT_A_WORKBOOK.name());
            refusal.initCause(damaged);
            throw refusal;
        }
    }

    /** One workbook while it is marked. */
    private static final class Marking {
        private final Workbook book;
        private final Sheet sheet;
        private final String heading;
        private final Map<Integer, CellStyle> styles = new HashMap<>();

        Marking(Workbook book, String heading) {
            this.book = book;
            this.heading = heading;
            int displayed = 0;
            while (book.isSheetHidden(displayed) || book.isSheetVeryHidden(displayed)) {
                displayed++;
            }
            this.sheet = book.getSheetAt(displayed);
        }

        void mark(List<Mark> marks) {
            int last = 0;
            for (Row row : sheet) {
                last = Math.max(last, row.getLastCellNum());
            }
            int column = ownColumn(last);
            Map<Integer, StringBuilder> ofRow = new TreeMap<>();
            for (Mark mark : marks) {
                if (mark.column() > 0) {
                    Cell cell = cell(mark.row(), mark.column() - 1);
                    cell.setCellStyle(coloured(cell.getCellStyle()));
                    CellNote.add(cell, mark.note(), "\n", null);
                }
                StringBuilder all = ofRow.computeIfAbsent(mark.row(), row -> new StringBuilder());
                all.append(all.isEmpty() ? "" : "\n").append(mark.note());
            }
            ofRow.forEach((row, notes) -> cell(row, column).setCellValue(CellNote.shortened(notes.toString())));
        }

        /** The column of an earlier marking where there is one, otherwise the one after the last. */
        private int ownColumn(int last) {
            Row first = sheet.getRow(sheet.getFirstRowNum());
            for (Cell cell : first) {
                if (cell.toString().strip().equals(heading)) {
                    return cell.getColumnIndex();
                }
            }
            cell(first.getRowNum() + 1, last).setCellValue(heading);
            return last;
        }

        private Cell cell(int row, int column) {
            Row there = sheet.getRow(row - 1);
            Row made = there == null ? sheet.createRow(row - 1) : there;
            return made.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        }

        private CellStyle coloured(CellStyle style) {
            return styles.computeIfAbsent((int) style.getIndex(), index -> {
                CellStyle coloured = book.createCellStyle();
                coloured.cloneStyleFrom(style);
                coloured.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                coloured.setFillForegroundColor(IndexedColors.ROSE.getIndex());
                return coloured;
            });
        }
    }
}
