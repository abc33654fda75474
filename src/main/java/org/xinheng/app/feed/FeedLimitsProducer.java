package org.xinheng.app.feed;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.xinheng.feed.FeedLimits;

/** What the operator has set for feeds. */
@ApplicationScoped
class FeedLimitsProducer {
    @Produces
    @Singleton
    FeedLimits limits(
            @ConfigProperty(name = "xinheng.feeds.full-removal-share-max") double removalShareMax,
            @ConfigProperty(name = "xinheng.feeds.at-once-max") MemorySize atOnceMax) {
        return new FeedLimits(removalShareMax, atOnceMax.asLongValue());
    }
}
