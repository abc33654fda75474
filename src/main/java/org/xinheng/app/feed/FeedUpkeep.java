package org.xinheng.app.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.xinheng.app.startup.RunMode;
import org.xinheng.app.startup.ServiceSettings;
import org.xinheng.feed.FeedScore;
import org.xinheng.feed.service.ScoreFeeds;
import org.xinheng.feed.service.WorkOnFeed;
import org.xinheng.work.Loop;

/**
 * Once an hour: deletes files whose time is over, and reports to operators which feeds are overdue: a gauge for each, named
 * by its department, and a line in the log. A feed that came in has no gauge any more.
 */
@Singleton
class FeedUpkeep {
    private static final Logger LOG = Logger.getLogger(FeedUpkeep.class);
    private static final int AFTER_THE_DEMONSTRATION = 20;
    private static final Duration EVERY = Duration.ofHours(1);
    /** Hours are counted by the clock of the service, which may be set. */
    private static final Duration READS_THE_CLOCK_EVERY = Duration.ofSeconds(1);

    private final ScoreFeeds scoreFeeds;
    private final WorkOnFeed workOnFeed;
    private final MultiGauge overdue;
    private final RunMode runMode;
    private final Clock clock;
    private final Duration keepFiles;
    private final Loop loop = new Loop("feed-upkeep", READS_THE_CLOCK_EVERY, this::round);
    private Instant last = Instant.EPOCH;

    FeedUpkeep(
            ScoreFeeds scoreFeeds,
            WorkOnFeed workOnFeed,
            MeterRegistry meters,
            RunMode runMode,
            Clock clock,
            ServiceSettings settings) {
        this.scoreFeeds = scoreFeeds;
        this.workOnFeed = workOnFeed;
        this.overdue = MultiGauge.builder("xinheng.feeds.stale")
                .description("feeds that are overdue, one each")
                .register(meters);
        this.runMode = runMode;
        this.clock = clock;
        this.keepFiles = settings.feeds().keepFiles();
    }

    void onStart(@Observes @Priority(AFTER_THE_DEMONSTRATION) StartupEvent started) {
        if (runMode.serving()) {
            loop.start();
        }
    }

    private void round() {
        Instant now = clock.instant();
        if (Duration.between(last, now).compareTo(EVERY) > 0) {
            workOnFeed.forgetFiles(keepFiles);
            reportOverdue();
            last = now;
        }
    }

    private void reportOverdue() {
        List<FeedScore> stale = scoreFeeds.stale();
        overdue.register(
                stale.stream()
                        .map(score ->
                                MultiGauge.Row.of(Tags.of("department", score.department(), "feed", score.feed()), 1))
                        .toList(),
                true);
        stale.forEach(score -> LOG.warnf(
                "feed %s of department %s was due on %s, every %d days",
                score.feed(), score.department(), score.dueOn(), score.everyDays()));
    }

    void onStop(@Observes ShutdownEvent stopped) {
        loop.stop();
    }
}
