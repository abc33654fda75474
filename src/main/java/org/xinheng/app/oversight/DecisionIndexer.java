package org.xinheng.app.oversight;

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
import org.xinheng.decision.service.SearchDecisions;

/**
 * Makes new decisions searchable once in a while, on a thread of its own, so that a question has little to catch up on:
 * a decision itself pays nothing for being found later.
 */
@Singleton
class DecisionIndexer {
    private static final Logger LOG = Logger.getLogger(DecisionIndexer.class);
    private static final int AFTER_THE_DEMONSTRATION = 20;
    private static final int SECONDS_TO_STOP = 10;

    private final SearchDecisions searchDecisions;
    private final RunMode runMode;
    private final Duration interval;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "decision-take-up");

    DecisionIndexer(
            SearchDecisions searchDecisions,
            RunMode runMode,
            @ConfigProperty(name = "xinheng.search.interval", defaultValue = "30S") Duration interval) {
        this.searchDecisions = searchDecisions;
        this.runMode = runMode;
        this.interval = interval;
    }

    void onStart(@Observes @Priority(AFTER_THE_DEMONSTRATION) StartupEvent started) {
        if (runMode.serving()) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        try {
            while (!stopping.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                index();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void index() {
        try {
            searchDecisions.indexAll();
        } catch (RuntimeException failed) {
            LOG.error("decisions were not made searchable this time; it is tried again", failed);
        }
    }

    void onStop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping.countDown();
        if (thread.isAlive()) {
            thread.join(Duration.ofSeconds(SECONDS_TO_STOP).toMillis());
        }
    }
}
