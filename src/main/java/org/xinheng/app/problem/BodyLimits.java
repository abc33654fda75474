package org.xinheng.app.problem;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.xinheng.app.startup.ServiceSettings;

/** How large a body may be: feeds come in very large ones, workbooks in large ones, all else in small ones. */
@Singleton
final class BodyLimits {
    private static final String WORKBOOKS = "/v1/releases";
    private static final String FEEDS = "/v1/listing-batches";

    private final MemorySize everywhere;
    private final MemorySize ofWorkbooks;
    private final MemorySize ofFeeds;

    BodyLimits(
            ServiceSettings settings, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize ofFeeds) {
        this.everywhere = settings.http().bodyMax();
        this.ofWorkbooks = settings.releases().bodyMax();
        this.ofFeeds = ofFeeds;
    }

    /** Most bytes that are read at an address. */
    long bytesMax(String path) {
        return switch (path) {
            case WORKBOOKS -> ofWorkbooks.asLongValue();
            case FEEDS -> ofFeeds.asLongValue();
            default -> everywhere.asLongValue();
        };
    }
}
