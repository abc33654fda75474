package org.xinheng.exchange.workbook;

import java.util.List;
import org.xinheng.catalogue.register.ColumnTemplate;
import org.xinheng.catalogue.register.Sheet;
import org.xinheng.catalogue.register.Sheet.DayOrder;

/**
 * How a sheet is laid out: hidden technical rows first (none in most sheets), then the headings, then the data.
 *
 * @param technicalRows texts of the rows above the headings, blank cells as empty texts
 * @param key headings of the columns that together tell one row from another
 * @param dayOrders days that may not lie one after the other
 */
record SheetTemplate(
        String name,
        List<List<String>> technicalRows,
        List<ColumnTemplate> columns,
        List<String> key,
        List<DayOrder> dayOrders) {
    SheetTemplate {
        technicalRows = List.copyOf(technicalRows);
        columns = List.copyOf(columns);
    }

    /** The layout of a sheet that is declared column by column. */
    static SheetTemplate of(Sheet<?> sheet) {
        return new SheetTemplate(sheet.name(), List.of(), sheet.columns(), sheet.key(), sheet.dayOrders());
    }

    /** Row of the headings, from 1. */
    int headingRow() {
        return technicalRows.size() + 1;
    }

    /** First row of data, from 1. */
    int firstDataRow() {
        return headingRow() + 1;
    }

    /** The headings in their order. */
    List<String> headings() {
        return columns.stream().map(ColumnTemplate::heading).toList();
    }
}
