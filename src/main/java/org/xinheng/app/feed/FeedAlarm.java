package org.xinheng.app.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import org.xinheng.feed.FeedScore;
import org.xinheng.feed.service.ScoreFeeds;

/** Tells operators how many feeds are overdue: a gauge, and a line in the log that names them. */
@Singleton
class FeedAlarm {
    private static final Logger LOG = Logger.getLogger(FeedAlarm.class);

    private final ScoreFeeds scoreFeeds;
    private final MeterRegistry meters;
    private volatile int stale;

    FeedAlarm(ScoreFeeds scoreFeeds, MeterRegistry meters) {
        this.scoreFeeds = scoreFeeds;
        this.meters = meters;
    }

    void onStart(@Observes StartupEvent started) {
        Gauge.builder("xinheng.feeds.stale", () -> stale)
                .description("feeds that are overdue")
                .register(meters);
    }

    /** Looks at the feeds now. */
    void look() {
        List<FeedScore> overdue = scoreFeeds.stale();
        stale = overdue.size();
        overdue.forEach(score -> LOG.warnf(
                "feed %s of department %s was due on %s, every %d days",
                score.feed(), score.department(), score.dueOn(), score.everyDays()));
    }
}
