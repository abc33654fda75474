package org.xinheng.release;

/**
 * The bytes of one workbook of a release, unchanged as handed in.
 *
 * @param name path below {@code decision-tables/}, {@code registers.xlsx} or {@code memoranda/….xlsx}
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between rooms; never compared
public record Workbook(String name, byte[] bytes) {
    /** The workbook that holds the registers. */
    public static final String REGISTERS = "registers.xlsx";
}
