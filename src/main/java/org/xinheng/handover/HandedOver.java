package org.xinheng.handover;

import org.jspecify.annotations.Nullable;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.subject.Subject;

/**
 * What became of an entry, as it is handed over: that it is shared, or that it is no more.
 *
 * @param facts of the designation; the title of the ground in their place where the entry names persons, who are not
 *     handed over
 * @param end what ended its sharing, null for an entry, also for one that is shared again
 */
public record HandedOver(
        Listing listing,
        Subject subject,
        @Nullable String facts,
        @Nullable ListingEvent end) {}
