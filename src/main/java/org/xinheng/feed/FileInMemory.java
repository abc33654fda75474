package org.xinheng.feed;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A small file, all of it at hand. */
public final class FileInMemory implements FeedFile {
    private final byte[] bytes;
    private final String sha256;
    private final TextEncoding encoding;

    /** @param sha256 of the bytes, lower-case hex */
    public FileInMemory(byte[] bytes, String sha256) {
        this.bytes = bytes.clone();
        this.sha256 = sha256;
        EncodingWatch watch = new EncodingWatch();
        watch.see(bytes, 0, bytes.length);
        this.encoding = watch.encoding();
    }

    @Override
    public String sha256() {
        return sha256;
    }

    @Override
    public TextEncoding encoding() {
        return encoding;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public long length() {
        return bytes.length;
    }
}
