package org.xinheng.app.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One living JVM a data directory. The operating system drops the lock with the process that holds it, however that
 * process ends; what the file says is only a note for whoever finds the door closed.
 */
final class DataDirectoryLock implements AutoCloseable {
    private static final String FILE = "xinheng.lock";
    /** Far behind the note: where locks are mandatory (Windows) the note stays readable. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final FileChannel channel;
    private final Occupant occupant;

    private DataDirectoryLock(FileChannel channel, Occupant occupant) {
        this.channel = channel;
        this.occupant = occupant;
    }

    /** Takes the lock, or nothing when another process (or another part of this one) holds it. */
    static Optional<DataDirectoryLock> tryTake(Path directory, Occupant occupant) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!lock(channel)) {
            channel.close();
            return Optional.empty();
        }
        var taken = new DataDirectoryLock(channel, occupant);
        taken.note(0);
        return Optional.of(taken);
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException heldByThisJvm) {
            return false;
        }
    }

    /** Tells waiting commands where the database of this occupant answers. */
    void announce(int port) throws IOException {
        note(port);
    }

    private void note(int port) throws IOException {
        write(occupant.name() + ' ' + ProcessHandle.current().pid() + ' ' + port + '\n');
    }

    private void write(String text) throws IOException {
        channel.truncate(0);
        ByteBuffer bytes = StandardCharsets.US_ASCII.encode(text);
        channel.write(bytes, 0);
    }

    /** What the note says; nothing while it is being written or when the lock was never taken. */
    static Optional<Note> read(Path directory) throws IOException {
        try {
            String text = Files.readString(directory.resolve(FILE), StandardCharsets.US_ASCII);
            return text.endsWith("\n") ? Optional.of(Note.parse(text.strip())) : Optional.empty();
        } catch (NoSuchFileException never) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            channel.truncate(0);
        }
    }

    /**
     * The note in the lock file.
     *
     * @param occupant kind of the holder
     * @param pid process id of the holder
     * @param port where its database answers, 0 while it is starting
     */
    record Note(Occupant occupant, long pid, int port) {
        static Note parse(String line) {
            String[] words = line.split(" ", -1);
            return new Note(
                    Occupant.valueOf(words[0].toUpperCase(Locale.ROOT)),
                    Long.parseLong(words[1]),
                    Integer.parseInt(words[2]));
        }
    }
}
