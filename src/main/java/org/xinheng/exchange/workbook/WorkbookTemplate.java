package org.xinheng.exchange.workbook;

import java.util.List;
import java.util.Optional;
import org.xinheng.catalogue.register.RegisterSheets;
import org.xinheng.release.Workbook;

/** Which sheets a workbook has, in their order; the hidden sheet 字典 comes after them. */
record WorkbookTemplate(String title, List<SheetTemplate> sheets) {
    /** The hidden sheet that feeds the drop-downs. */
    static final String DICTIONARY = "字典";

    /** The template of {@code registers.xlsx}. */
    static final WorkbookTemplate REGISTERS = new WorkbookTemplate(
            "登记册", RegisterSheets.ALL.stream().map(SheetTemplate::of).toList());

    /** The template of a workbook by its name below {@code decision-tables/}. */
    static WorkbookTemplate of(String workbookName) {
        return workbookName.equals(Workbook.REGISTERS) ? REGISTERS : RuleSheets.TEMPLATE;
    }

    Optional<SheetTemplate> sheet(String name) {
        return sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
    }
}
