package org.xinheng.decision.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.xinheng.listing.Listings;

/**
 * When each list kind was last read. They change only with a commit of listings, so they are asked for again only when
 * the watermark has moved.
 */
@ApplicationScoped
public class ListReadings {
    private record AtWatermark(long watermark, Map<String, Instant> readings) {}

    private final Listings listings;
    private volatile AtWatermark latest = new AtWatermark(-1, Map.of());

    ListReadings(Listings listings) {
        this.listings = listings;
    }

    Map<String, Instant> asOf(long watermark) {
        AtWatermark known = latest;
        if (known.watermark() != watermark) {
            known = new AtWatermark(watermark, Map.copyOf(listings.lastReadings(watermark)));
            latest = known;
        }
        return known.readings();
    }
}
