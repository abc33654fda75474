package org.xinheng.app;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.xinheng.app.feed.FeedWork;
import org.xinheng.app.law.BackgroundWork;
import org.xinheng.app.law.FirstRelease;
import org.xinheng.app.law.ReleaseWatch;
import org.xinheng.app.law.ShippedDrafts;

/** What must be done before the first request. */
@Singleton
class StartupTasks {
    private static final int AFTER_THE_DEMONSTRATION = 19;

    private final FirstRelease firstRelease;
    private final ShippedDrafts shippedDrafts;
    private final BackgroundWork backgroundWork;
    private final ReleaseWatch releaseWatch;
    private final FeedWork feedWork;
    private final RunMode runMode;

    StartupTasks(
            FirstRelease firstRelease,
            ShippedDrafts shippedDrafts,
            BackgroundWork backgroundWork,
            ReleaseWatch releaseWatch,
            FeedWork feedWork,
            RunMode runMode) {
        this.firstRelease = firstRelease;
        this.shippedDrafts = shippedDrafts;
        this.backgroundWork = backgroundWork;
        this.releaseWatch = releaseWatch;
        this.feedWork = feedWork;
        this.runMode = runMode;
    }

    /** Law in force before anything else. */
    void ensureLaw(@Observes @Priority(10) StartupEvent started) {
        if (runMode.serving()) {
            firstRelease.ensure();
            shippedDrafts.submit();
        }
    }

    /** The work beside requests, once all data of a first start are there. */
    void startWork(@Observes @Priority(AFTER_THE_DEMONSTRATION) StartupEvent started) {
        if (runMode.serving()) {
            backgroundWork.start();
            releaseWatch.start();
            feedWork.start();
        }
    }
}
