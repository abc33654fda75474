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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.xinheng.app.RunMode;
import org.xinheng.impact.RequestPriority;
import org.xinheng.task.service.MakeTasks;

/**
 * Makes tasks on a thread of its own: at once when it hears of a commit of listings, and once in a while for what the
 * day brings and should an announcement be missed. Requests go first. Of several nodes one at a time is at it.
 */
@Singleton
class TaskMaker {
    private static final Logger LOG = Logger.getLogger(TaskMaker.class);
    private static final int AFTER_THE_DEMONSTRATION = 20;
    private static final int SECONDS_TO_STOP = 10;

    private final AgroalDataSource dataSource;
    private final MakeTasks makeTasks;
    private final RequestPriority requestPriority;
    private final RunMode runMode;
    private final boolean enabled;
    private final Duration interval;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "task-maker");

    TaskMaker(
            AgroalDataSource dataSource,
            MakeTasks makeTasks,
            RequestPriority requestPriority,
            RunMode runMode,
            @ConfigProperty(name = "xinheng.tasks.make", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "xinheng.tasks.interval", defaultValue = "1S") Duration interval) {
        this.dataSource = dataSource;
        this.makeTasks = makeTasks;
        this.requestPriority = requestPriority;
        this.runMode = runMode;
        this.enabled = enabled;
        this.interval = interval;
    }

    @SuppressWarnings("ThreadPriorityCheck") // a wish that costs nothing where the system does not grant it
    void onStart(@Observes @Priority(AFTER_THE_DEMONSTRATION) StartupEvent started) {
        if (runMode.serving() && enabled) {
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
        }
    }

    private void run() {
        while (stopping.getCount() > 0) {
            try (Connection connection = dataSource.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("LISTEN xinheng_listings");
                PGConnection listening = connection.unwrap(PGConnection.class);
                while (stopping.getCount() > 0) {
                    makeAll();
                    listening.getNotifications((int) interval.toMillis());
                }
            } catch (SQLException | RuntimeException failed) {
                rest(failed);
            }
        }
    }

    private void makeAll() {
        while (stopping.getCount() > 0 && makeTasks.makeNext() > 0) {
            requestPriority.yieldToRequests();
        }
    }

    private void rest(Exception failed) {
        if (stopping.getCount() == 0) {
            return;
        }
        LOG.warnf(failed, "tasks cannot be made now; it is tried again");
        try {
            stopping.await(interval.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void onStop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping.countDown();
        if (thread.isAlive()) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(SECONDS_TO_STOP).toMillis());
        }
    }
}
