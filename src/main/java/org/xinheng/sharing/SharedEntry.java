package org.xinheng.sharing;

import org.jspecify.annotations.Nullable;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.subject.Subject;

/**
 * An entry as it is shared with a partner, or the end of its sharing.
 *
 * @param facts of the designation; the title of the ground in their place where the entry names persons, who are not
 *     shared
 * @param end what ended its sharing, null for an entry, also for one that is shared again
 */
public record SharedEntry(
        Listing listing,
        Subject subject,
        @Nullable String facts,
        @Nullable ListingEvent end) {}
