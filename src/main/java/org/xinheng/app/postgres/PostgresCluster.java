package org.xinheng.app.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.xinheng.app.startup.PrivateFile;
import org.xinheng.app.startup.StartupRefused;

/**
 * The files of the embedded database and the server process over them. Whoever calls holds the lock of the data
 * directory.
 *
 * <p>Made once with {@code initdb} in a draft folder that is renamed when complete; started and stopped with
 * {@code pg_ctl}, whose exit code, not whose words, says that the server is ready or gone.
 */
final class PostgresCluster {
    static final String USER = "xinheng";
    private static final String DATABASE = "xinheng";
    private static final int ATTEMPTS = 3;
    private static final String SECONDS_TO_WAIT = "60";
    private static final long LOG_BYTES_MAX = 4L << 20;

    /** On the command line, where neither a file nor ALTER SYSTEM can take them back. */
    private static final String DURABLE = " -c fsync=on -c full_page_writes=on -c synchronous_commit=on";

    /**
     * No statement and no detail in the log: they may hold a person's number. Error messages go to the client, which
     * has its own rules.
     */
    private static final String CONFIGURATION = """
            # Written anew at every start. Own settings: ALTER SYSTEM, or a file `local.conf` beside this one.
            include_if_exists = 'local.conf'
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            timezone = 'UTC'
            log_timezone = 'UTC'
            datestyle = 'iso, ymd'
            lc_messages = 'C'
            log_min_messages = log
            log_min_error_statement = panic
            log_error_verbosity = terse
            log_checkpoints = off
            """;

    private final PostgresProgram program;
    private final Path cluster;
    private final Path log;
    private final Path passwordFile;
    private final Runnable beforeItIsMade;

    PostgresCluster(PostgresProgram program, Runnable beforeItIsMade) {
        this.beforeItIsMade = beforeItIsMade;
        this.program = program;
        this.cluster = program.directory().resolve("postgres");
        this.log = program.directory().resolve("postgres.log");
        this.passwordFile = program.directory().resolve("postgres.password");
    }

    /** Where the server answers on that port. */
    DatabaseAddress address(int port) throws IOException {
        passwordIsThere();
        String password =
                Files.readString(passwordFile, StandardCharsets.US_ASCII).strip();
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE, USER, password);
    }

    private void passwordIsThere() {
        if (!Files.exists(passwordFile)) {
            throw new StartupRefused("the database is there but its password file `" + passwordFile
                    + "` is not; put it back from the backup the database came from");
        }
    }

    /** Starts the server, after an orphan of a killed JVM was stopped; returns its port. */
    int start() throws IOException {
        if (!Files.isDirectory(cluster)) {
            create();
        }
        passwordIsThere();
        program.account().own(cluster);
        Files.writeString(cluster.resolve("postgresql.conf"), CONFIGURATION);
        shortenLog();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            stopOrphan();
            // another process may take the port, or an orphan may come to life late: then once more
            int port = freePort();
            if (control("start", "-o", "-p " + port + DURABLE) == 0) {
                return port;
            }
        }
        throw new StartupRefused("the embedded database does not start; the end of `" + log + "` says:"
                + System.lineSeparator() + PostgresProgram.tail(log));
    }

    /** Stops the server and waits until it is gone: clients are cut off, committed work is kept. */
    void stop() throws IOException {
        if (control("stop", "-m", "fast") != 0 && control("stop", "-m", "immediate") != 0) {
            throw new StartupRefused("the database server over `" + cluster + "` does not stop; see `" + log + "`");
        }
    }

    private void stopOrphan() throws IOException {
        var note = PostmasterFile.in(cluster);
        if (note.isEmpty()) {
            return;
        }
        if (note.get().isAliveIn(cluster)) {
            stop();
        } else {
            // its number may belong to a stranger by now, which would keep PostgreSQL from starting
            Files.deleteIfExists(cluster.resolve(PostmasterFile.NAME));
        }
    }

    private int control(String verb, String... arguments) throws IOException {
        var all = new ArrayList<>(List.of(verb, "-s", "-w", "-t", SECONDS_TO_WAIT, "-D", program.spell(cluster)));
        if (verb.equals("start")) {
            all.addAll(List.of("-l", program.spell(log)));
        }
        all.addAll(List.of(arguments));
        return program.run(log, "", "pg_ctl", all);
    }

    private void create() throws IOException {
        Path draft = cluster.resolveSibling("postgres.new");
        PostgresBinaries.delete(draft);
        beforeItIsMade.run();
        if (!Files.exists(passwordFile)) {
            PrivateFile.writeNew(passwordFile, randomPassword() + "\n");
        }
        Files.createDirectory(draft);
        HostSystem.mode(draft, "rwx------");
        program.account().own(draft);
        int exit = initialise(draft);
        if (exit == 0) {
            exit = program.run(
                    log,
                    "CREATE DATABASE " + DATABASE + "\n",
                    "postgres",
                    List.of("--single", "-D", program.spell(draft), "postgres"));
        }
        if (exit != 0) {
            throw new StartupRefused("the embedded database cannot be made under `" + program.directory()
                    + "`; the end of `" + log + "` says:" + System.lineSeparator() + PostgresProgram.tail(log));
        }
        Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private int initialise(Path draft) throws IOException {
        // a copy, since the account that runs initdb may not be the one that owns the password file
        Path copy = passwordFile.resolveSibling("postgres.password.initdb");
        Files.deleteIfExists(copy);
        try {
            PrivateFile.writeNew(copy, Files.readString(passwordFile));
            program.account().own(copy);
            return program.run(
                    log,
                    "",
                    "initdb",
                    List.of(
                            "-D",
                            program.spell(draft),
                            "-U",
                            USER,
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--data-checksums",
                            "--auth=scram-sha-256",
                            "--pwfile=" + program.spell(copy)));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void shortenLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX) {
            Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
