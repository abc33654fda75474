package org.xinheng.app.law;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.xinheng.exchange.workbook.DifferenceBook;
import org.xinheng.exchange.workbook.EmptyBooks;
import org.xinheng.exchange.workbook.FindingNotes;
import org.xinheng.exchange.workbook.TableRows;
import org.xinheng.release.Workbook;
import org.xinheng.release.difference.Difference;
import org.xinheng.release.difference.DifferenceWorkbooks;
import org.xinheng.release.difference.TableRow;
import org.xinheng.release.difference.WorkbookRows;
import org.xinheng.release.gate.EmptyWorkbooks;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.UnreadableWorkbook;
import org.xinheng.release.gate.WorkbookNotes;

/** Hands the room that knows spreadsheets to those who need one read or written. */
@ApplicationScoped
class Spreadsheets implements WorkbookRows, DifferenceWorkbooks, WorkbookNotes, EmptyWorkbooks {
    @Override
    public List<TableRow> of(List<Workbook> workbooks) throws UnreadableWorkbook {
        return TableRows.of(workbooks);
    }

    @Override
    public byte[] overview(Difference difference) {
        return DifferenceBook.overview(difference);
    }

    @Override
    public byte[] marked(Workbook workbook, Difference difference) throws UnreadableWorkbook {
        return DifferenceBook.marked(workbook, difference);
    }

    @Override
    public byte[] annotated(Workbook workbook, List<Finding> findings) throws UnreadableWorkbook {
        return FindingNotes.annotated(workbook, findings);
    }

    @Override
    public List<Workbook> offering(Workbook registers) throws UnreadableWorkbook {
        return EmptyBooks.offering(registers);
    }
}
