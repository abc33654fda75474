package org.xinheng.catalogue.table;

/**
 * One filled condition cell of a row, for the explanation.
 *
 * @param column which condition this is, {@code MATTER}
 * @param heading Chinese heading of the column
 * @param address A1 address
 * @param text what the cell says
 */
public record RuleCell(RuleColumn column, String heading, String address, String text) {}
