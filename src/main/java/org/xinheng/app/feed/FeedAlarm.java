package org.xinheng.app.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import org.xinheng.feed.FeedScore;
import org.xinheng.feed.service.ScoreFeeds;

/**
 * Tells operators which feeds are overdue: a gauge for each, named by its department, and a line in the log. A feed that
 * came in has no gauge any more.
 */
@Singleton
class FeedAlarm {
    private static final Logger LOG = Logger.getLogger(FeedAlarm.class);

    private final ScoreFeeds scoreFeeds;
    private final MultiGauge overdue;

    FeedAlarm(ScoreFeeds scoreFeeds, MeterRegistry meters) {
        this.scoreFeeds = scoreFeeds;
        this.overdue = MultiGauge.builder("xinheng.feeds.stale")
                .description("feeds that are overdue, one each")
                .register(meters);
    }

    /** Looks at the feeds now. */
    void look() {
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
}
