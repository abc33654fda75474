package org.xinheng.exchange.workbook;

import java.util.List;

/**
 * How a sheet is laid out: hidden technical rows first (none in most sheets), then the headings, then the data.
 *
 * @param technicalRows texts of the rows above the headings, blank cells as empty texts
 */
record SheetTemplate(String name, List<List<String>> technicalRows, List<ColumnTemplate> columns) {
    SheetTemplate {
        technicalRows = List.copyOf(technicalRows);
        columns = List.copyOf(columns);
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
