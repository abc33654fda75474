package org.xinheng.listing.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator sets for listings. */
@ConfigMapping(prefix = "xinheng.listings")
public interface ListingSettings {
    /** How long a change waits while another one is kept, as a large batch, before it is answered LISTINGS_BUSY. */
    @WithDefault("20S")
    Duration patience();
}
