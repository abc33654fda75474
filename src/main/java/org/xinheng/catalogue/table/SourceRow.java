package org.xinheng.catalogue.table;

/**
 * Where a row stands.
 *
 * @param workbook path below {@code decision-tables/}, {@code memoranda/government-procurement.xlsx}
 * @param sheet sheet name
 * @param row row number as the spreadsheet shows it, from 1
 */
public record SourceRow(String workbook, String sheet, int row) {}
