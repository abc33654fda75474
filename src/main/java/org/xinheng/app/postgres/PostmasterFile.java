package org.xinheng.app.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The note {@code postmaster.pid} that a running PostgreSQL keeps in its folder (PostgreSQL 17, chapter 65.1). It
 * outlives a power cut, so it is believed only together with a look at the process itself.
 *
 * @param pid process id of the postmaster
 * @param folder its data folder as it wrote it itself, absolute
 */
record PostmasterFile(long pid, String folder) {
    static final String NAME = "postmaster.pid";

    /** The note in this data folder; nothing when there is none or it is not complete. */
    static Optional<PostmasterFile> in(Path cluster) throws IOException {
        try {
            // bytes of the path may be in any encoding, so nothing that could fail to decode
            List<String> lines = Files.readString(cluster.resolve(NAME), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
            return lines.size() < 2
                    ? Optional.empty()
                    : Optional.of(new PostmasterFile(Long.parseLong(lines.get(0).strip()), lines.get(1)));
        } catch (NoSuchFileException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /**
     * Whether that process lives and is a PostgreSQL at home in this folder, not a stranger who was given an old number
     * again.
     */
    boolean isAliveIn(Path cluster) throws IOException {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return false;
        }
        // a postmaster's working folder is its data folder; comparing files, not names, leaves no encoding to guess
        Path workingFolder = Path.of("/proc", Long.toString(pid), "cwd");
        if (Files.isReadable(workingFolder)) {
            return Files.isSameFile(workingFolder, cluster);
        }
        boolean namesOurFolder = new String(folder.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                .equals(cluster.toRealPath().toString().replace('\\', '/'));
        return namesOurFolder
                && process.get()
                        .info()
                        .command()
                        .map(c -> c.contains("postgres"))
                        .orElse(true);
    }
}
