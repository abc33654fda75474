package org.xinheng.exchange.workbook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.register.Misfit;
import org.xinheng.release.gate.FindingCode;

/**
 * What came of a cell.
 *
 * @param parts the values, empty when blank
 * @param fault what is wrong, or null
 * @param found the part that is wrong
 * @param expected what should stand there, or null
 * @param broken whether no value could be read
 */
record CellValue(
        List<String> parts,
        @Nullable FindingCode fault,
        @Nullable String found,
        @Nullable String expected,
        boolean broken) {
    static final CellValue BLANK = new CellValue(List.of(), null, null, null, false);

    /** A value without fault. */
    static CellValue fine(List<String> parts) {
        return new CellValue(parts, null, null, null, false);
    }

    /** A value that was meant, though it is written otherwise. */
    static CellValue mended(List<String> parts, FindingCode fault, String found, @Nullable String expected) {
        return new CellValue(parts, fault, found, expected, false);
    }

    /** No value. */
    static CellValue broken(FindingCode fault, String found, @Nullable String expected) {
        return new CellValue(List.of(), fault, found, expected, true);
    }

    /** No value because of one part. */
    static CellValue broken(Misfit misfit) {
        return broken(code(misfit), misfit.found(), misfit.expected());
    }

    /** The finding for a part. */
    static FindingCode code(Misfit misfit) {
        return FindingCode.valueOf(misfit.reason().name());
    }
}
