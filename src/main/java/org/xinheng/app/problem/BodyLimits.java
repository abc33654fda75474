package org.xinheng.app.problem;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large a body may be: feeds come in very large ones, workbooks in large ones, all else in small ones. */
@Singleton
final class BodyLimits {
    private static final String WORKBOOKS = "/v1/releases";
    private static final String FEEDS = "/v1/listing-batches";

    private final MemorySize everywhere;
    private final MemorySize ofWorkbooks;
    private final MemorySize ofFeeds;

    BodyLimits(
            @ConfigProperty(name = "xinheng.http.body-max") MemorySize everywhere,
            @ConfigProperty(name = "xinheng.releases.body-max") MemorySize ofWorkbooks,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize ofFeeds) {
        this.everywhere = everywhere;
        this.ofWorkbooks = ofWorkbooks;
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
