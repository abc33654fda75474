package org.xinheng.app.log;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.xinheng.app.RunMode;
import org.xinheng.audit.service.IntegrateLog;

/** Integrates the log once in a while, on a thread of its own, as long as the service runs. */
@Singleton
class LogIntegrator {
    private static final Logger LOG = Logger.getLogger(LogIntegrator.class);
    private static final int SECONDS_TO_STOP = 10;

    private final IntegrateLog integrateLog;
    private final RunMode runMode;
    private final Duration interval;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "log-integrator");

    LogIntegrator(
            IntegrateLog integrateLog,
            RunMode runMode,
            @ConfigProperty(name = "xinheng.log.interval", defaultValue = "1S") Duration interval) {
        this.integrateLog = integrateLog;
        this.runMode = runMode;
        this.interval = interval;
    }

    void onStart(@Observes @Priority(5) StartupEvent started) {
        if (!runMode.serving()) {
            return;
        }
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            do {
                integrate();
            } while (!stopping.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A round that fails is tried again at the next: what was appended is not lost by it. */
    private void integrate() {
        try {
            integrateLog.integrate();
        } catch (RuntimeException failed) {
            LOG.error("the log was not integrated this time; it is tried again", failed);
        }
    }

    void onStop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping.countDown();
        thread.join(Duration.ofSeconds(SECONDS_TO_STOP).toMillis());
    }
}
