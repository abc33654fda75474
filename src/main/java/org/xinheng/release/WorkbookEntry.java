package org.xinheng.release;

/**
 * A workbook of a release without its bytes.
 *
 * @param sha256 over the bytes, lower-case hex
 * @param size in bytes
 */
public record WorkbookEntry(String name, String sha256, int size) {}
