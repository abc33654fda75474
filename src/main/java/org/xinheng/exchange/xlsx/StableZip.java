package org.xinheng.exchange.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packs a spreadsheet file anew with fixed entry times, so that the same workbook has the same bytes. */
public final class StableZip {
    /** Zips keep local times by definition, so no zone comes in; before this day the format needs an extra field. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private StableZip() {}

    /** The same file with entries of one fixed time. */
    public static byte[] pack(byte[] zip) {
        var packed = new ByteArrayOutputStream(zip.length);
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip));
                var out = new ZipOutputStream(packed)) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var stable = new ZipEntry(entry.getName());
                stable.setTimeLocal(ENTRY_TIME);
                out.putNextEntry(stable);
                in.transferTo(out);
                out.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail to be read", impossible);
        }
        return packed.toByteArray();
    }
}
