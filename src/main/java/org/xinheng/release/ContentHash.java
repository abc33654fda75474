package org.xinheng.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Identifies a release by what it holds: SHA-256 over its workbooks and rule files, each with its name and length, so
 * that no byte can move from one to the next unseen.
 */
public final class ContentHash {
    private ContentHash() {}

    /**
     * Lower-case hex, 64 characters; the order in which the parts are handed in does not matter.
     *
     * @param rules texts of {@code rules/*.drl} by name
     */
    public static String of(List<Workbook> workbooks, Map<String, String> rules) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
        workbooks.stream()
                .sorted(Comparator.comparing(Workbook::name))
                .forEach(workbook -> add(digest, workbook.name(), workbook.bytes()));
        new TreeMap<>(rules).forEach((name, text) -> add(digest, name, text.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String name, byte[] bytes) {
        digest.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
