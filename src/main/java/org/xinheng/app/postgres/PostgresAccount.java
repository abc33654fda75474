package org.xinheng.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.xinheng.app.startup.StartupRefused;

/**
 * Under which account PostgreSQL's programs run. An ordinary user runs them as itself. Root may not run them at all, so
 * it enters a user name space in which it is nobody in particular but still owns its files; where the kernel or the
 * container forbids that, it becomes {@code nobody} (65534) and hands over the files of the database.
 *
 * @param prefix words before the program's own command line
 * @param ownerId user id that must own the database's files, or -1 when they are this process's own anyway
 */
record PostgresAccount(List<String> prefix, int ownerId) {
    private static final int NOBODY = 65534;
    private static final PostgresAccount OWN = new PostgresAccount(List.of(), -1);
    private static final PostgresAccount NAME_SPACE = new PostgresAccount(List.of("unshare", "--user"), 0);
    private static final PostgresAccount NOBODY_AT_ALL = new PostgresAccount(
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--inh-caps=-all"), NOBODY);

    /** The first account that is allowed here. */
    static PostgresAccount choose() {
        if (!HostSystem.isRoot()) {
            return OWN;
        }
        return Stream.of(NAME_SPACE, NOBODY_AT_ALL)
                .filter(PostgresAccount::works)
                .findFirst()
                .orElseThrow(() -> new StartupRefused("PostgreSQL does not run as root, and neither `unshare` nor "
                        + "`setpriv` is allowed here; start the service as an ordinary user or give it an outside "
                        + "database with `QUARKUS_DATASOURCE_JDBC_URL`"));
    }

    private boolean works() {
        try {
            List<String> probe =
                    Stream.concat(prefix.stream(), Stream.of("true")).toList();
            return new ProcessBuilder(probe)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Gives the folder and all in it to the account, unless it has it already. */
    void own(Path folder) throws IOException {
        if (ownerId < 0 || Files.getAttribute(folder, "unix:uid").equals(ownerId)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Files.setAttribute(path, "unix:uid", ownerId, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", ownerId, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
