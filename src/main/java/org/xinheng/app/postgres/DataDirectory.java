package org.xinheng.app.postgres;

import java.nio.file.Path;

/**
 * Where an embedded database lives ({@code XINHENG_DATA_DIR}).
 *
 * @param path the folder of everything that must be kept; made when missing, mode 700
 * @param programs the folder below which PostgreSQL's programs are unpacked; several directories may share it
 * @param beforeItIsMade what must stand before a new database is made here; runs once, under the directory's lock
 */
public record DataDirectory(Path path, Path programs, Runnable beforeItIsMade) {
    /** A directory that holds its programs too. */
    public DataDirectory(Path path, Runnable beforeItIsMade) {
        this(path, path, beforeItIsMade);
    }
}
