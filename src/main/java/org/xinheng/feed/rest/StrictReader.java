package org.xinheng.feed.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.xinheng.feed.FeedFile;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/**
 * The characters of a file as it comes, without its byte order mark. What is no character of its encoding is refused at
 * its place, and a file that ends in the middle of a character is told as one that was cut off.
 */
final class StrictReader extends Reader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BUFFER = 1 << 15;

    private final InputStream bytes;
    private final CharsetDecoder decoder;
    private final ByteBuffer in = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer out = CharBuffer.allocate(BUFFER).flip();
    private boolean begun;
    private boolean over;
    private boolean broken;
    private long line = 1;
    private long column = 1;
    private char last = '\n';

    StrictReader(FeedFile file) {
        this.bytes = file.open();
        this.decoder = Charset.forName(file.encoding().name())
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Whether the last character so far ends a line. */
    boolean atLineEnd() {
        return last == '\n' || last == '\r';
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        while (!out.hasRemaining()) {
            if (broken) {
                throw Refusal.of(ErrorCode.MALFORMED_CSV, Long.toString(line), Long.toString(column));
            }
            if (over) {
                return -1;
            }
            fill();
        }
        int count = Math.min(length, out.remaining());
        out.get(buffer, offset, count);
        for (int i = offset; i < offset + count; i++) {
            last = buffer[i];
            line += last == '\n' ? 1 : 0;
            column = last == '\n' ? 1 : column + 1;
        }
        return count;
    }

    private void fill() throws IOException {
        in.compact();
        int read = bytes.read(in.array(), in.position(), in.remaining());
        in.position(in.position() + Math.max(0, read)).flip();
        out.clear();
        CoderResult result = decoder.decode(in, out, read < 0);
        out.flip();
        if (read < 0 && result.isMalformed() && result.length() == in.remaining()) {
            throw Refusal.of(ErrorCode.FILE_CUT_OFF, Long.toString(line));
        }
        broken = result.isError();
        over = read < 0 && !result.isOverflow();
        if (!begun && out.hasRemaining()) {
            begun = true;
            if (out.get(out.position()) == BYTE_ORDER_MARK) {
                out.get();
            }
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
