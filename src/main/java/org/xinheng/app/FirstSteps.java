package org.xinheng.app;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import org.xinheng.app.demonstration.Demonstration;
import org.xinheng.app.feed.FeedWork;
import org.xinheng.app.law.BackgroundWork;
import org.xinheng.app.law.FirstRelease;
import org.xinheng.app.law.ReleaseWatch;
import org.xinheng.app.law.ShippedDrafts;
import org.xinheng.kernel.BeijingTime;

/** What must be there before the first request: law in force, and the demonstration where it is wanted. */
@Singleton
class FirstSteps {
    private final FirstRelease firstRelease;
    private final ShippedDrafts shippedDrafts;
    private final BackgroundWork backgroundWork;
    private final ReleaseWatch releaseWatch;
    private final FeedWork feedWork;
    private final Demonstration demonstration;
    private final RunMode runMode;
    private final Clock clock;

    FirstSteps(
            FirstRelease firstRelease,
            ShippedDrafts shippedDrafts,
            BackgroundWork backgroundWork,
            ReleaseWatch releaseWatch,
            FeedWork feedWork,
            Demonstration demonstration,
            RunMode runMode,
            Clock clock) {
        this.firstRelease = firstRelease;
        this.shippedDrafts = shippedDrafts;
        this.backgroundWork = backgroundWork;
        this.releaseWatch = releaseWatch;
        this.feedWork = feedWork;
        this.demonstration = demonstration;
        this.runMode = runMode;
        this.clock = clock;
    }

    void onStart(@Observes @Priority(10) StartupEvent started) {
        if (!runMode.serving()) {
            return;
        }
        LocalDate today = BeijingTime.dayOf(clock.instant());
        firstRelease.ensure();
        shippedDrafts.handIn();
        demonstration.load(today);
        backgroundWork.start();
        releaseWatch.start();
        feedWork.start();
    }
}
