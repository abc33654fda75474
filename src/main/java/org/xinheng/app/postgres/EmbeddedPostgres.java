package org.xinheng.app.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.app.startup.PrivateFile;
import org.xinheng.app.startup.StartupRefused;

/**
 * A real PostgreSQL on the loopback interface, its files under the data directory.
 *
 * <p>Life of the thing: {@link #serve} takes the directory's lock, stops the server that a killed JVM may have left
 * behind, starts a new one, and {@link #close} stops it. A second service on the same directory is refused and touches
 * nothing. A command of the jar, {@link #visit}, uses the database of a living service, or starts and stops one of its
 * own when nobody is there. Committed work survives {@code kill -9} of the JVM and of the server: fsync,
 * full_page_writes and synchronous_commit are on.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final DatabaseAddress address;
    private final @Nullable PostgresCluster ownCluster;
    private final @Nullable DataDirectoryLock ownLock;
    private boolean closed;

    private EmbeddedPostgres(
            DatabaseAddress address, @Nullable PostgresCluster ownCluster, @Nullable DataDirectoryLock ownLock) {
        this.address = address;
        this.ownCluster = ownCluster;
        this.ownLock = ownLock;
    }

    /**
     * The database of the service.
     *
     * @throws StartupRefused when another process has the directory, or PostgreSQL cannot run
     */
    public static EmbeddedPostgres serve(DataDirectory place) {
        Path directory = place.path();
        return reporting(directory, () -> {
            PrivateFile.createFolder(directory);
            for (var waiting = new Waiting(); ; waiting.pause()) {
                var lock = DataDirectoryLock.tryTake(directory, Occupant.SERVICE);
                if (lock.isPresent()) {
                    return start(place, lock.get());
                }
                var holder = DataDirectoryLock.read(directory);
                if (waiting.isOver() || holder.filter(EmbeddedPostgres::stays).isPresent()) {
                    throw inUse(directory, holder);
                }
            }
        });
    }

    /** The database for one command: that of the living service, or one that is started for the command. */
    public static EmbeddedPostgres visit(DataDirectory place) {
        Path directory = place.path();
        return reporting(directory, () -> {
            PrivateFile.createFolder(directory);
            for (var waiting = new Waiting(); ; waiting.pause()) {
                var lock = DataDirectoryLock.tryTake(directory, Occupant.COMMAND);
                if (lock.isPresent()) {
                    return start(place, lock.get());
                }
                var holder = DataDirectoryLock.read(directory);
                if (holder.isPresent()
                        && holder.get().occupant() == Occupant.SERVICE
                        && holder.get().port() != 0) {
                    var cluster = cluster(place);
                    return new EmbeddedPostgres(cluster.address(holder.get().port()), null, null);
                }
                if (waiting.isOver()) {
                    throw inUse(directory, holder);
                }
            }
        });
    }

    /** Where it answers and who may log on. */
    public DatabaseAddress address() {
        return address;
    }

    /** Stops the server that was started here and gives the directory free; the second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            try {
                if (ownCluster != null) {
                    ownCluster.stop();
                }
            } finally {
                if (ownLock != null) {
                    ownLock.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres start(DataDirectory place, DataDirectoryLock lock) throws IOException {
        try {
            var cluster = cluster(place);
            int port = cluster.start();
            var started = new EmbeddedPostgres(cluster.address(port), cluster, lock);
            lock.announce(port);
            return started;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static PostgresCluster cluster(DataDirectory place) throws IOException {
        var binaries = PostgresBinaries.under(place.programs());
        return new PostgresCluster(
                new PostgresProgram(place.path(), binaries, PostgresAccount.choose()), place.beforeItIsMade());
    }

    /** A command leaves soon, and so does an earlier application in this very JVM; another service does not. */
    private static boolean stays(DataDirectoryLock.Note holder) {
        return holder.occupant() == Occupant.SERVICE
                && holder.pid() != ProcessHandle.current().pid();
    }

    private static StartupRefused inUse(Path directory, Optional<DataDirectoryLock.Note> holder) {
        return new StartupRefused("the data directory `" + directory + "` is in use by another process"
                + holder.map(h -> " (`" + h.pid() + "`)").orElse("")
                + "; stop that one, or give this one a directory of its own with `XINHENG_DATA_DIR`");
    }

    private static EmbeddedPostgres reporting(Path directory, Opening opening) {
        try {
            return opening.open();
        } catch (IOException e) {
            throw new StartupRefused(
                    "the data directory `" + directory + "` cannot be used: " + e
                            + "; make it writable or name another with `XINHENG_DATA_DIR`",
                    e);
        }
    }

    /** What may fail on the file system while the database is opened. */
    @FunctionalInterface
    private interface Opening {
        EmbeddedPostgres open() throws IOException;
    }

    /** Patience with whoever holds the directory for a moment. */
    private static final class Waiting {
        private final long end = System.nanoTime() + PATIENCE.toNanos();

        boolean isOver() {
            return System.nanoTime() - end > 0;
        }

        void pause() throws InterruptedIOException {
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting for the data directory");
            }
        }
    }
}
