package org.xinheng.feed;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Watches the bytes of a file go by and tells in the end how its characters are written: by its mark where it has one,
 * as UTF-8 where all of it is, as GB18030 (GB 18030-2022) where it is not UTF-8 and all of it is that, and then as a guess.
 */
public final class EncodingWatch {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int MARK_BYTES = 3;
    /** First character that UTF-8 writes in three bytes. */
    private static final char WIDE = '\u0800';
    /** So many of them do not come about by chance: what breaks off after them is broken UTF-8 and nothing else. */
    private static final int WIDE_MIN = 5;

    private final Trial utf8 = new Trial(StandardCharsets.UTF_8);
    private final Trial gb18030 = new Trial(GB18030);
    private final byte[] first = new byte[MARK_BYTES];
    private int seen;

    /** Some bytes go by. */
    public void see(byte[] bytes, int offset, int length) {
        for (int i = 0; i < length && seen < MARK_BYTES; i++) {
            first[seen++] = bytes[offset + i];
        }
        utf8.see(bytes, offset, length);
        gb18030.see(bytes, offset, length);
    }

    /** What the bytes are; where they are neither, UTF-8, so that whoever reads them finds the place. */
    public TextEncoding encoding() {
        if (seen >= 2 && first[0] == (byte) 0xFF && first[1] == (byte) 0xFE) {
            return new TextEncoding("UTF-16LE", false, true);
        }
        if (seen >= 2 && first[0] == (byte) 0xFE && first[1] == (byte) 0xFF) {
            return new TextEncoding("UTF-16BE", false, true);
        }
        if (marked()) {
            return new TextEncoding("UTF-8", false, true);
        }
        return utf8.broken && utf8.wide < WIDE_MIN && !gb18030.broken
                ? new TextEncoding("GB18030", true, false)
                : TextEncoding.UTF_8;
    }

    private boolean marked() {
        return seen == MARK_BYTES && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB && first[2] == (byte) 0xBF;
    }

    /** One charset, tried byte by byte; what is left over of a character at the end of the file is no fault of it. */
    private static final class Trial {
        private final CharsetDecoder decoder;
        private final CharBuffer out = CharBuffer.allocate(8192);
        private final ByteBuffer left = ByteBuffer.allocate(16);
        private boolean broken;
        private int wide;

        Trial(Charset charset) {
            decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
        }

        void see(byte[] bytes, int offset, int length) {
            if (broken) {
                return;
            }
            ByteBuffer in = ByteBuffer.allocate(left.position() + length);
            left.flip();
            in.put(left).put(bytes, offset, length).flip();
            left.clear();
            CoderResult result = CoderResult.OVERFLOW;
            while (result.isOverflow()) {
                out.clear();
                result = decoder.decode(in, out, false);
                for (int i = 0; i < out.position() && wide < WIDE_MIN; i++) {
                    wide += out.get(i) >= WIDE ? 1 : 0;
                }
            }
            broken = result.isError();
            if (!broken) {
                left.put(in);
            }
        }
    }
}
