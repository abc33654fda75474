package org.xinheng.release;

import java.util.List;
import java.util.UUID;

/** Port: who handed in what, kept for ever. */
public interface Uploads {
    /** The uploads of a release, oldest first, at least one. */
    List<Upload> of(UUID releaseId);

    /** Keeps an upload. */
    void add(Upload upload);
}
