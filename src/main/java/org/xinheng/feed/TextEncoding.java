package org.xinheng.feed;

/**
 * How the characters of a file are written (字符编码).
 *
 * @param name {@code UTF-8}, {@code GB18030} or {@code UTF-16LE}, {@code UTF-16BE} where a mark says so
 * @param guessed whether nothing in the file says so, and it is so because it is nothing else
 * @param mark whether it begins with a byte order mark
 */
public record TextEncoding(String name, boolean guessed, boolean mark) {
    /** What most files are. */
    public static final TextEncoding UTF_8 = new TextEncoding("UTF-8", false, false);
}
