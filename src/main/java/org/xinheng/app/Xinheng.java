package org.xinheng.app;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.xinheng.app.command.CommandLineArguments;
import org.xinheng.app.startup.RunMode;
import org.xinheng.app.startup.StartupRefused;

/**
 * The main class. Without arguments it serves; with arguments it runs one command of the jar and exits: 0 done, 1
 * refused or failed, 2 wrong words on the command line.
 */
@QuarkusMain
public final class Xinheng {
    private static final int FAILED = 1;
    private static final long SECONDS_TO_STOP = 60;
    /** Classes of SQLSTATE: no connection, wrong role or password, no such database. */
    private static final Set<String> NO_CONNECTION = Set.of("08", "28", "3D");

    private Xinheng() {}

    public static void main(String... arguments) {
        OptionalInt answered = CommandLineArguments.answerAtOnce(arguments);
        if (answered.isPresent()) {
            System.exit(answered.getAsInt());
        }
        leaveAddressesToUs();
        boolean serving = arguments.length == 0;
        if (!serving) {
            beQuiet();
        }
        try {
            run(DatabaseLifecycle.start(Settings.read(), serving), arguments);
        } catch (InvalidPathException unwritable) {
            System.err.println(
                    "the locale of this terminal cannot write the path of the working folder or of a setting; "
                            + "start with `LC_ALL=C.UTF-8`, or in a folder whose path is ASCII");
            System.exit(FAILED);
        } catch (StartupRefused refused) {
            print(refused);
            System.exit(FAILED);
        }
    }

    /** Quarkus' own check answers 400 without a word; RouteFailures answers with a problem. */
    private static void leaveAddressesToUs() {
        System.setProperty("vertx.disableURIValidation", "true");
    }

    private static void run(DatabaseLifecycle databaseLifecycle, String... arguments) {
        var quarkusIsDown = new CountDownLatch(1);
        // on a signal all hooks run at once: this one lets Quarkus give back its connections first
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAfter(quarkusIsDown, databaseLifecycle), "ground"));
        Quarkus.run(
                XinhengApplication.class,
                (code, failure) -> {
                    report(failure);
                    databaseLifecycle.close();
                    quarkusIsDown.countDown();
                    ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, null);
                },
                arguments);
    }

    private static void closeAfter(CountDownLatch quarkusIsDown, DatabaseLifecycle databaseLifecycle) {
        try {
            if (!quarkusIsDown.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                System.err.println("the service did not stop within " + SECONDS_TO_STOP
                        + " s; the database is stopped under it, committed work is kept");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        databaseLifecycle.close();
    }

    /** A command prints its answer and nothing else on standard output, and opens no port. */
    private static void beQuiet() {
        System.setProperty(RunMode.SERVING, "false");
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.log.console.level", "WARN");
        System.setProperty("quarkus.log.console.stderr", "true");
    }

    private static void report(@Nullable Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartupRefused refused) {
                print(refused);
                return;
            }
            if (cause instanceof SQLException database && NO_CONNECTION.contains(stateClass(database))) {
                System.err.println("the database cannot be used: " + database.getMessage()
                        + "; check `QUARKUS_DATASOURCE_JDBC_URL`, `QUARKUS_DATASOURCE_USERNAME` and "
                        + "`QUARKUS_DATASOURCE_PASSWORD`");
                return;
            }
            if (cause instanceof QuarkusBindException taken) {
                print(HttpAddress.unusable(taken.getHost(), taken.getPort(), taken));
                return;
            }
        }
        if (failure != null) {
            Logger.getLogger(Xinheng.class).error("the service does not start", failure);
        }
    }

    /** In UTF-8 whatever the terminal claims: some refusals are in two languages. */
    private static void print(StartupRefused refused) {
        new PrintStream(System.err, true, StandardCharsets.UTF_8).println(refused.getMessage());
    }

    private static String stateClass(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }
}
