package org.xinheng.app.law;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.xinheng.release.LawChanged;
import org.xinheng.release.store.AnnouncementChannel;
import org.xinheng.work.DaemonThreads;
import org.xinheng.work.Loop;
import org.xinheng.work.store.Listener;

/**
 * Keeps this node in step with the others: it listens for their steps, and looks for itself in between, should an
 * announcement get lost with a connection. A step taken through this node is taken up before it is answered.
 */
@Singleton
public class ReleaseWatch {
    private static final Logger LOG = Logger.getLogger(ReleaseWatch.class);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(2);

    /** A step is answered after this at the latest; what is still being loaded then is taken up as on other nodes. */
    private static final long TAKEN_UP_WITHIN_SECONDS = 60;

    private final LawInForce lawInForce;
    private final Listener listener;
    private final ExecutorService taking = Executors.newSingleThreadExecutor(DaemonThreads.named("release-taking-up"));
    private final Loop loop;

    ReleaseWatch(LawInForce lawInForce, Listener listener) {
        this.lawInForce = lawInForce;
        this.listener = listener;
        this.loop = new Loop("release-watch", LOOKS_EVERY, lawInForce::refresh);
    }

    /** Begins to watch. */
    public void start() {
        loop.start();
        listener.subscribe(AnnouncementChannel.NAME, loop::wake);
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
        loop.stopNow();
        taking.shutdownNow();
    }
}
