package org.xinheng.feed.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/** The bytes of a file, one piece in memory at a time. */
final class PieceStream extends InputStream {
    private final IntFunction<Optional<byte[]>> pieces;
    private InputStream piece = new ByteArrayInputStream(new byte[0]);
    private int next;
    private boolean over;

    PieceStream(IntFunction<Optional<byte[]>> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            return 0;
        }
        int read = piece.read(buffer, offset, length);
        while (read < 0 && !over) {
            Optional<byte[]> more = pieces.apply(next++);
            over = more.isEmpty();
            piece = new ByteArrayInputStream(more.orElseGet(() -> new byte[0]));
            read = piece.read(buffer, offset, length);
        }
        return read;
    }
}
