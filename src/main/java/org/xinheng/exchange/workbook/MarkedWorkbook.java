package org.xinheng.exchange.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.xinheng.exchange.xlsx.CellAddress;
import org.xinheng.exchange.xlsx.CellNote;
import org.xinheng.exchange.xlsx.PackageGuard;
import org.xinheng.exchange.xlsx.SheetStyles;
import org.xinheng.exchange.xlsx.SpreadsheetFile;
import org.xinheng.exchange.xlsx.StableZip;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.FindingCode;
import org.xinheng.release.gate.UnreadableWorkbook;

/**
 * Somebody's workbook with cells coloured and commented, otherwise untouched: drop-downs, hidden sheets, formats and
 * comments that stand there stay. A cell keeps its own style under the colour, and a comment its own words above the new
 * ones.
 */
final class MarkedWorkbook {
    /** Cells of a workbook that is held in memory whole; twenty thousand rows with their cases have fewer, blanks included. */
    static final int CELLS_MAX = 1_200_000;
    /** A workbook held whole takes a large part of the memory of a node that serves decisions: never two. */
    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    private static final String AUTHOR = "信衡";

    private final XSSFWorkbook book;
    private final WorkbookTemplate template;
    private final Map<String, XSSFCellStyle> styles = new HashMap<>();

    private MarkedWorkbook(XSSFWorkbook book, WorkbookTemplate template) {
        this.book = book;
        this.template = template;
    }

    /**
     * The bytes of the workbook with the marks on it.
     *
     * @param more what is done to it besides
     * @throws UnreadableWorkbook where it cannot be opened, or has more cells than are held in memory
     */
    static byte[] of(Workbook workbook, List<CellMark> marks, Consumer<XSSFWorkbook> more) throws UnreadableWorkbook {
        Optional<FindingCode> unwanted = PackageGuard.check(workbook.bytes());
        if (unwanted.isPresent()) {
            throw new UnreadableWorkbook(workbook.name(), unwanted.get());
        }
        refuseTooLarge(workbook);
        ONE_AT_A_TIME.lock();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook.bytes()));
                var out = new ByteArrayOutputStream()) {
            var marked = new MarkedWorkbook(book, WorkbookTemplate.of(workbook.name()));
            marks.forEach(marked::put);
            more.accept(book);
            book.write(out);
            return StableZip.pack(out.toByteArray());
        } catch (IOException | OpenXML4JRuntimeException damaged) {
            throw unreadable(workbook, damaged);
        } catch (RuntimeException damaged) {
            // the library tells damage in many ways, unchecked ones among them
            throw unreadable(workbook, damaged);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static void refuseTooLarge(Workbook workbook) throws UnreadableWorkbook {
        try {
            if (SpreadsheetFile.hasMoreCells(workbook.bytes(), CELLS_MAX)) {
                throw new UnreadableWorkbook(workbook.name(), FindingCode.TOO_LARGE);
            }
        } catch (SpreadsheetFile.Unreadable damaged) {
            throw unreadable(workbook, damaged);
        }
    }

    private static UnreadableWorkbook unreadable(Workbook workbook, Exception damaged) {
        var unreadable = new UnreadableWorkbook(workbook.name(), FindingCode.NOT_A_WORKBOOK);
        unreadable.initCause(damaged);
        return unreadable;
    }

    private void put(CellMark mark) {
        XSSFSheet sheet = mark.sheet() == null ? book.getSheetAt(0) : book.getSheet(mark.sheet());
        XSSFSheet there = sheet == null ? book.getSheetAt(0) : sheet;
        CellAddress address =
                mark.cell() == null || sheet == null ? firstHeading(there) : CellAddress.parse(mark.cell());
        XSSFCell cell = cell(there, address);
        cell.setCellStyle(coloured(cell.getCellStyle(), mark.colour()));
        if (mark.note() != null) {
            CellNote.add(cell, mark.note(), "\n\n", AUTHOR);
        }
    }

    /** Technical rows are hidden, so what concerns the whole sheet is said at its headings. */
    private CellAddress firstHeading(XSSFSheet sheet) {
        return new CellAddress(
                template.sheet(sheet.getSheetName())
                        .map(SheetTemplate::headingRow)
                        .orElse(1),
                1);
    }

    private static XSSFCell cell(XSSFSheet sheet, CellAddress address) {
        XSSFRow row = sheet.getRow(address.row() - 1);
        if (row == null) {
            row = sheet.createRow(address.row() - 1);
        }
        boolean there = row.getCell(address.column() - 1) != null;
        XSSFCell cell = row.getCell(address.column() - 1, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        if (!there) {
            cell.setCellStyle((XSSFCellStyle) sheet.getColumnStyle(address.column() - 1));
        }
        return cell;
    }

    private XSSFCellStyle coloured(XSSFCellStyle style, CellMark.Colour colour) {
        return styles.computeIfAbsent(style.getIndex() + colour.name(), key -> {
            XSSFCellStyle coloured = book.createCellStyle();
            coloured.cloneStyleFrom(style);
            coloured.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            coloured.setFillForegroundColor(SheetStyles.color(colour.rgb()));
            return coloured;
        });
    }
}
