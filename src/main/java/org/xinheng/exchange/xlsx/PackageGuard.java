package org.xinheng.exchange.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.xinheng.release.gate.FindingCode;

/**
 * Looks at the raw bytes of an upload before any spreadsheet library does: nothing is unpacked beyond a bound, and
 * nothing that could run, reach out or expand gets through.
 */
public final class PackageGuard {
    /** Bytes of a workbook as uploaded. */
    public static final int BYTES_MAX = 20 * 1024 * 1024;

    private static final int ENTRIES_MAX = 1000;
    /** Bytes of all parts unpacked; twenty thousand full rows take about half of it. */
    private static final long UNPACKED_BYTES_MAX = 256L * 1024 * 1024;
    /** Where a part grows more than this on unpacking, and is large, it is no honest sheet. */
    private static final int GROWTH_MAX = 400;

    /** Parts besides sheets and their texts are small, and are read whole by the library. */
    private static final int SMALL_PART_BYTES_MAX = 8 * 1024 * 1024;

    private static final int SMALL_PARTS_BYTES_MAX = 32 * 1024 * 1024;

    private static final int GROWTH_COUNTS_FROM_BYTES = 16 * 1024 * 1024;
    private static final int PROLOG_BYTES = 4096;
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ENCRYPTED_PACKAGE = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private PackageGuard() {}

    /** What keeps the file from being read, if anything. */
    public static Optional<FindingCode> check(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            return Optional.of(FindingCode.TOO_LARGE);
        }
        if (startsWith(bytes, OLE2)) {
            return Optional.of(contains(bytes, ENCRYPTED_PACKAGE) ? FindingCode.ENCRYPTED : FindingCode.OLD_FORMAT);
        }
        if (!startsWith(bytes, new byte[] {'P', 'K', 3, 4})) {
            return Optional.of(FindingCode.NOT_A_WORKBOOK);
        }
        try {
            return parts(bytes);
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.of(FindingCode.NOT_A_WORKBOOK);
        }
    }

    private static Optional<FindingCode> parts(byte[] bytes) throws IOException {
        boolean workbook = false;
        long unpacked = 0;
        long inSmallParts = 0;
        int entries = 0;
        byte[] buffer = new byte[64 * 1024];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                Optional<FindingCode> unwanted = unwanted(name);
                if (unwanted.isPresent()) {
                    return unwanted;
                }
                workbook |= name.equals("xl/workbook.xml");
                byte[] prolog = new byte[0];
                long size = 0;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    if (size == 0 && read > 0) {
                        prolog = java.util.Arrays.copyOf(buffer, Math.min(read, PROLOG_BYTES));
                    }
                    size += read;
                    unpacked += read;
                    inSmallParts += small(name) ? read : 0;
                    if (unpacked > UNPACKED_BYTES_MAX
                            || (size > SMALL_PART_BYTES_MAX && small(name))
                            || inSmallParts > SMALL_PARTS_BYTES_MAX
                            || (size > GROWTH_COUNTS_FROM_BYTES && size > (long) GROWTH_MAX * bytes.length)) {
                        return Optional.of(FindingCode.ZIP_BOMB);
                    }
                }
                if (++entries > ENTRIES_MAX) {
                    return Optional.of(FindingCode.ZIP_BOMB);
                }
                if (declaresEntities(prolog)) {
                    return Optional.of(FindingCode.XML_ENTITY);
                }
            }
        }
        return workbook ? Optional.empty() : Optional.of(FindingCode.NOT_A_WORKBOOK);
    }

    private static boolean small(String name) {
        return (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml"))
                && !name.startsWith("xl/worksheets/sheet")
                && !name.equals("xl/sharedstrings.xml");
    }

    private static Optional<FindingCode> unwanted(String name) {
        if (name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/")) {
            return Optional.of(FindingCode.HAS_MACRO);
        }
        if (name.startsWith("xl/externallinks/")
                || name.equals("xl/connections.xml")
                || name.startsWith("xl/querytables/")) {
            return Optional.of(FindingCode.EXTERNAL_LINK);
        }
        if (name.startsWith("xl/embeddings/") || name.startsWith("xl/activex/")) {
            return Optional.of(FindingCode.EMBEDDED_OBJECT);
        }
        return Optional.empty();
    }

    /** In any encoding of XML: the zero bytes of UTF-16 are left out of the comparison. */
    private static boolean declaresEntities(byte[] prolog) {
        var text = new StringBuilder();
        for (byte b : prolog) {
            if (b > 0) {
                text.append((char) b);
            }
        }
        return text.indexOf("<!DOCTYPE") >= 0 || text.indexOf("<!ENTITY") >= 0;
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && java.util.Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            if (java.util.Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
