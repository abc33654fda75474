package org.xinheng.feed;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Port: the files as they were handed in, kept encrypted and for a while. */
public interface FeedFiles {
    /**
     * Keeps a file while it comes in, piece by piece; one that breaks off leaves nothing that anybody finds.
     *
     * @throws IOException where it breaks off
     */
    FeedFile keep(UUID id, InputStream file, Instant at) throws IOException;

    /** A file that is still kept. */
    Optional<FeedFile> find(UUID id);

    /** Lets go of the files kept before that, and of pieces of those that broke off. */
    void forget(Instant before);
}
