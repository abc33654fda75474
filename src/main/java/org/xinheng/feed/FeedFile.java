package org.xinheng.feed;

import java.io.InputStream;

/** A file that was handed in, to be read as often as it takes. */
public interface FeedFile {
    /** SHA-256 of its bytes, lower-case hex. */
    String sha256();

    /** How its characters are written; of a spreadsheet nothing. */
    TextEncoding encoding();

    /** Its bytes, from the first one on. */
    InputStream open();

    /** How many bytes it has. */
    long length();
}
