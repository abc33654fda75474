package org.xinheng.app;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.xinheng.app.law.FirstRelease;
import org.xinheng.app.law.ReleaseWatch;
import org.xinheng.app.law.ShippedDrafts;
import org.xinheng.app.startup.RunMode;
import org.xinheng.listing.service.GiveSubjectKeys;
import org.xinheng.release.store.AnnouncementChannel;
import org.xinheng.work.service.Workers;
import org.xinheng.work.store.Listener;

/** What must be done before the first request. */
@Singleton
class StartupTasks {
    private static final int AFTER_THE_DEMONSTRATION = 19;

    private final FirstRelease firstRelease;
    private final ShippedDrafts shippedDrafts;
    private final GiveSubjectKeys giveSubjectKeys;
    private final Workers workers;
    private final Listener listener;
    private final ReleaseWatch releaseWatch;
    private final RunMode runMode;

    StartupTasks(
            FirstRelease firstRelease,
            ShippedDrafts shippedDrafts,
            GiveSubjectKeys giveSubjectKeys,
            Workers workers,
            Listener listener,
            ReleaseWatch releaseWatch,
            RunMode runMode) {
        this.firstRelease = firstRelease;
        this.shippedDrafts = shippedDrafts;
        this.giveSubjectKeys = giveSubjectKeys;
        this.workers = workers;
        this.listener = listener;
        this.releaseWatch = releaseWatch;
        this.runMode = runMode;
    }

    /** Law in force before anything else, and every subject found under all its numbers. */
    void ensureLaw(@Observes @Priority(10) StartupEvent started) {
        if (runMode.serving()) {
            firstRelease.ensure();
            shippedDrafts.submit();
            int given = 1;
            while (given > 0) {
                given = giveSubjectKeys.giveNext();
            }
        }
    }

    /** The work beside requests, once all data of a first start are there. */
    void startWork(@Observes @Priority(AFTER_THE_DEMONSTRATION) StartupEvent started) {
        if (runMode.serving()) {
            workers.start();
            listener.subscribe(AnnouncementChannel.NAME, workers::wake);
            releaseWatch.start();
        }
    }
}
