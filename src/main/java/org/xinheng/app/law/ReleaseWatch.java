package org.xinheng.app.law;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.xinheng.release.LawChanged;
import org.xinheng.release.store.AnnouncementChannel;

/**
 * Keeps this node in step with the others: it listens for their steps, and looks for itself in between, should an
 * announcement get lost with a connection. A step taken through this node is taken up before it is answered.
 */
@Singleton
public class ReleaseWatch {
    private static final Logger LOG = Logger.getLogger(ReleaseWatch.class);

    private static final int LOOK_EVERY_MILLIS = 2000;

    /** A step is answered after this at the latest; what is still being loaded then is taken up as on other nodes. */
    private static final long TAKEN_UP_WITHIN_SECONDS = 60;

    private final AgroalDataSource dataSource;
    private final LawInForce lawInForce;
    private final BackgroundWork backgroundWork;
    private final ExecutorService taking = Executors.newSingleThreadExecutor(work -> daemon(work, "release-taking-up"));
    private volatile @Nullable Thread watching;

    ReleaseWatch(AgroalDataSource dataSource, LawInForce lawInForce, BackgroundWork backgroundWork) {
        this.dataSource = dataSource;
        this.lawInForce = lawInForce;
        this.backgroundWork = backgroundWork;
    }

    /** Begins to watch. */
    public void start() {
        Thread started = daemon(this::watch, "release-watch");
        watching = started;
        started.start();
    }

    /** On a thread of its own: this one still stands in the transaction that has just committed. */
    void onLawChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) LawChanged changed) {
        try {
            taking.submit(lawInForce::refresh).get(TAKEN_UP_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException late) {
            LOG.warnf("a step is not taken up yet: %s", late.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        Thread watched = watching;
        watching = null;
        if (watched != null) {
            watched.interrupt();
        }
        taking.shutdownNow();
    }

    private void watch() {
        while (watching != null) {
            try (Connection connection = dataSource.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("LISTEN " + AnnouncementChannel.NAME);
                listen(connection.unwrap(PGConnection.class));
            } catch (SQLException | RuntimeException away) {
                rest(away);
            }
        }
    }

    private void listen(PGConnection connection) throws SQLException {
        while (watching != null) {
            lawInForce.refresh();
            if (connection.getNotifications(LOOK_EVERY_MILLIS).length > 0) {
                backgroundWork.wake();
            }
        }
    }

    private void rest(Exception away) {
        if (watching == null) {
            return;
        }
        LOG.warnf("the releases cannot be watched now: %s", away.getMessage());
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
