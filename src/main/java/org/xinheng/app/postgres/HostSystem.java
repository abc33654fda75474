package org.xinheng.app.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/** What the operating system below the JVM is and allows; never asked of the JVM's locale. */
final class HostSystem {
    private HostSystem() {}

    /** {@code linux}, {@code darwin}, {@code windows}, or what the JVM calls any other. */
    static String name() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "windows";
        }
        return name.startsWith("mac") ? "darwin" : name;
    }

    static boolean isWindows() {
        return name().equals("windows");
    }

    /** Alpine has another C library (musl), for which the binaries on the class path are not made. */
    static boolean isAlpine() {
        return Files.exists(Path.of("/etc/alpine-release"));
    }

    /** Whether this process has user id 0, under which PostgreSQL refuses to run. */
    static boolean isRoot() {
        return !isWindows() && new UnixSystem().getUid() == 0;
    }

    /** Sets the mode where the file system knows modes. */
    static void mode(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
