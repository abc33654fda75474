package org.xinheng.exchange.xlsx;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.jspecify.annotations.Nullable;

/** Comments at cells of a workbook. */
public final class CellNote {
    private static final int COLUMNS = 4;
    private static final int ROWS = 7;

    private CellNote() {}

    /**
     * Adds a comment at a cell, or adds to the one that it has.
     *
     * @param between what parts an earlier comment from this one
     * @param author null for none
     */
    public static void add(Cell cell, String note, String between, @Nullable String author) {
        CreationHelper making = cell.getSheet().getWorkbook().getCreationHelper();
        Comment there = cell.getCellComment();
        if (there != null) {
            there.setString(
                    making.createRichTextString(shortened(there.getString().getString() + between + note)));
            return;
        }
        int column = boxColumn(cell);
        ClientAnchor anchor = making.createClientAnchor();
        anchor.setCol1(column);
        anchor.setCol2(column + COLUMNS);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + ROWS);
        Comment comment = cell.getSheet().createDrawingPatriarch().createCellComment(anchor);
        comment.setString(making.createRichTextString(shortened(note)));
        if (author != null) {
            comment.setAuthor(author);
        }
        cell.setCellComment(comment);
    }

    /**
     * Beside the cell. The library first gives a new comment to the cell where its box begins, and refuses where that has
     * one: there the box begins at the cell itself.
     */
    private static int boxColumn(Cell cell) {
        Sheet sheet = cell.getSheet();
        int beside = cell.getColumnIndex() + 1;
        return sheet.getCellComment(new CellAddress(cell.getRowIndex(), beside)) == null
                ? beside
                : cell.getColumnIndex();
    }

    /** A text as long as a cell or a comment can hold. */
    public static String shortened(String text) {
        int most = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
