package org.xinheng.release;

import java.util.regex.Pattern;

/**
 * The bytes of one workbook of a release, unchanged as handed in.
 *
 * @param name path below {@code decision-tables/}, {@code registers.xlsx} or {@code memoranda/….xlsx}
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between rooms; never compared
public record Workbook(String name, byte[] bytes) {
    /** The workbook that holds the registers. */
    public static final String REGISTERS = "registers.xlsx";

    /** Folder of the workbooks that hold the rows. */
    public static final String MEMORANDA = "memoranda/";

    /** What a name may be, in words for a refusal. */
    public static final String NAMES = REGISTERS + ", " + MEMORANDA + "….xlsx";

    private static final Pattern NAME =
            Pattern.compile("registers\\.xlsx|memoranda/[\\p{L}\\p{N}][\\p{L}\\p{N} _()()-]{0,79}\\.xlsx");

    /** Whether a workbook of a release may bear this name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
