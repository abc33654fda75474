package org.xinheng.app.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.xinheng.act.PublicityLimit;
import org.xinheng.app.startup.ServiceSettings;
import org.xinheng.feed.FeedLimits;

/** What the operator has set for feeds and for the acts they bring. */
@ApplicationScoped
class FeedLimitsProducer {
    @Produces
    @Singleton
    FeedLimits limits(ServiceSettings settings) {
        ServiceSettings.FeedSettings feeds = settings.feeds();
        return new FeedLimits(feeds.fullRemovalShareMax(), feeds.atOnceMax().asLongValue());
    }

    @Produces
    @Singleton
    PublicityLimit publicityLimit(ServiceSettings settings) {
        return new PublicityLimit(settings.acts().publicityWorkingDays());
    }
}
