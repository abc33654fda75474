package org.xinheng.exchange.workbook;

import java.util.List;
import org.xinheng.exchange.xlsx.SpreadsheetFile;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.UnreadableWorkbook;

/** The workbooks as they are before anybody has typed into them. */
public final class EmptyBooks {
    private static final String RULES = Workbook.MEMORANDA + "measures.xlsx";

    private EmptyBooks() {}

    /**
     * Registers, and rows with their cases, whose drop-downs offer what these registers hold.
     *
     * @throws UnreadableWorkbook where the registers cannot be read
     */
    public static List<Workbook> offering(Workbook registers) throws UnreadableWorkbook {
        var vocabularies = Vocabularies.from(GridMirror.of(SpreadsheetFile.of(registers), WorkbookTemplate.REGISTERS));
        return List.of(empty(Workbook.REGISTERS, vocabularies), empty(RULES, vocabularies));
    }

    private static Workbook empty(String name, Vocabularies vocabularies) {
        WorkbookTemplate template = WorkbookTemplate.of(name);
        var blank = new Mirror(template.sheets().stream()
                .map(sheet -> new MirrorSheet(sheet.name(), sheet.headings(), List.of()))
                .toList());
        return new Workbook(name, WorkbookWriter.write(blank, template, vocabularies));
    }
}
