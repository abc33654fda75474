package org.xinheng.feed;

import org.jspecify.annotations.Nullable;

/**
 * A full feed would end so many entries, or end some before their time, that a person must say so first (全量报送待确认).
 *
 * @param inForce entries that the department has on the list now
 * @param absent how many of them the feed does not have
 * @param tooEarly how many of these may not leave before a day that lies ahead
 * @param shareMax above which share of the entries in force a person is asked
 */
public record FullFeedStop(long inForce, long absent, long tooEarly, double shareMax) {
    /** Whether what a person has said answers it: for as many entries, and where some may not leave yet as a correction. */
    public boolean answeredBy(@Nullable FeedConfirmation confirmation) {
        return confirmation != null && confirmation.absent() >= absent && (tooEarly == 0 || confirmation.correction());
    }

    /** Share of the entries in force that would end. */
    public double share() {
        return inForce == 0 ? 0 : (double) absent / inForce;
    }
}
