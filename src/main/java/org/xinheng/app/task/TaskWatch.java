package org.xinheng.app.task;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.xinheng.app.RunMode;
import org.xinheng.task.rest.TaskStreams;

/**
 * Hears of new tasks, whichever node made them, and wakes the streams and couriers of this one; once a second it wakes
 * them anyhow, for what is tried again and should an announcement be missed.
 */
@Singleton
class TaskWatch {
    private static final Logger LOG = Logger.getLogger(TaskWatch.class);
    private static final int AFTER_THE_DEMONSTRATION = 20;
    private static final int LOOK_EVERY_MILLIS = 1000;
    private static final int SECONDS_TO_STOP = 10;

    private final AgroalDataSource dataSource;
    private final TaskStreams streams;
    private final WebhookSender sender;
    private final RunMode runMode;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "task-watch");

    TaskWatch(AgroalDataSource dataSource, TaskStreams streams, WebhookSender sender, RunMode runMode) {
        this.dataSource = dataSource;
        this.streams = streams;
        this.sender = sender;
        this.runMode = runMode;
    }

    void onStart(@Observes @Priority(AFTER_THE_DEMONSTRATION) StartupEvent started) {
        if (runMode.serving()) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        while (stopping.getCount() > 0) {
            try (Connection connection = dataSource.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("LISTEN xinheng_tasks");
                PGConnection listening = connection.unwrap(PGConnection.class);
                while (stopping.getCount() > 0) {
                    streams.wake();
                    sender.wake();
                    listening.getNotifications(LOOK_EVERY_MILLIS);
                }
            } catch (SQLException | RuntimeException failed) {
                rest(failed);
            }
        }
    }

    private void rest(Exception failed) {
        if (stopping.getCount() == 0) {
            return;
        }
        LOG.warnf(failed, "tasks are not brought now; it is tried again");
        try {
            stopping.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void onStop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping.countDown();
        if (thread.isAlive()) {
            thread.join(Duration.ofSeconds(SECONDS_TO_STOP).toMillis());
        }
    }
}
