package org.xinheng.feed.rest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.xinheng.feed.FeedFile;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/** The lines of a file of JSON lines: one object a line, blank lines left out. */
final class JsonLines {
    /** Longest line, in characters. */
    private static final int LENGTH_MAX = 1 << 20;

    private JsonLines() {}

    /** Takes lines. */
    @FunctionalInterface
    interface Taker {
        /** A line by its number from 1 on; cut off where the file ends in it without the end of a line. */
        void line(int number, String text, boolean cutOff);
    }

    /**
     * Gives all lines.
     *
     * @throws Refusal MALFORMED_CSV where the characters are none, FILE_CUT_OFF, or FILE_UNREADABLE for an endless line
     */
    static void read(FeedFile file, Taker taker) {
        try (StrictReader strict = new StrictReader(file);
                BufferedReader reader = new BufferedReader(strict)) {
            StringBuilder line = new StringBuilder();
            int number = 1;
            for (int character = reader.read(); character >= 0; character = reader.read()) {
                if (character == '\n') {
                    give(number++, line, false, taker);
                } else if (line.length() == LENGTH_MAX) {
                    throw Refusal.of(ErrorCode.FILE_UNREADABLE, "LINE_TOO_LONG");
                } else {
                    line.append((char) character);
                }
            }
            give(number, line, true, taker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void give(int number, StringBuilder line, boolean cutOff, Taker taker) {
        if (!line.toString().isBlank()) {
            taker.line(number, line.toString(), cutOff);
        }
        line.setLength(0);
    }
}
