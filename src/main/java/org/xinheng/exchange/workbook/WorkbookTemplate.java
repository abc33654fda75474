package org.xinheng.exchange.workbook;

import java.util.List;
import java.util.Optional;
import org.xinheng.release.Workbook;

/** Which sheets a workbook has, in their order; the hidden sheet 字典 comes after them. */
record WorkbookTemplate(String title, List<SheetTemplate> sheets) {
    /** The hidden sheet that feeds the drop-downs. */
    static final String DICTIONARY = "字典";

    /** The template of a workbook by its name below {@code decision-tables/}. */
    static WorkbookTemplate of(String workbookName) {
        return workbookName.equals(Workbook.REGISTERS) ? RegisterSheets.TEMPLATE : RuleSheets.TEMPLATE;
    }

    Optional<SheetTemplate> sheet(String name) {
        return sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
    }
}
