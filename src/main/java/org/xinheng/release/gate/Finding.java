package org.xinheng.release.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fault found in the workbooks of a release, at its cell.
 *
 * @param workbook path below {@code decision-tables/}
 * @param sheet sheet name, null when the whole workbook is meant
 * @param cell A1 address, null when the whole sheet is meant
 * @param found what stands there, shortened, or null
 * @param expected what was expected, or null
 * @param arguments further words of the text
 */
public record Finding(
        FindingCode code,
        String workbook,
        @Nullable String sheet,
        @Nullable String cell,
        @Nullable String found,
        @Nullable String expected,
        List<String> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** How grave it is. */
    public Severity severity() {
        return code.severity();
    }
}
