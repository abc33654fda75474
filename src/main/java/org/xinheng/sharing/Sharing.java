package org.xinheng.sharing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;

/**
 * What an event in the life of an entry is to a partner, who knows entries and ends alone. While execution is stayed or a
 * plan of reorganisation runs, the entry does not count, so it is shared no more, and is shared again when that ends. A
 * partner is told what all of it comes to since it last asked: what began and ended meanwhile is nothing to it.
 */
public enum Sharing {
    /** It is shared again. */
    BEGINS,
    /** It is shared no more. */
    ENDS,
    /** Nothing changes for a partner. */
    GOES_ON;

    private static final Comparator<ListingEvent> AS_KNOWN =
            Comparator.comparingLong(ListingEvent::knownAt).thenComparing(ListingEvent::id);

    /** What became of an entry, as it is known by its events, for a partner who knows what was known at a commit. */
    public static Sharing since(Listing listing, long commit) {
        State before = new State();
        State now = new State();
        for (ListingEvent each : asKnown(listing)) {
            now.take(each.type());
            if (each.knownAt() <= commit) {
                before.take(each.type());
            }
        }
        boolean known = listing.knownAt() <= commit && before.shared();
        return known == now.shared() ? GOES_ON : known ? ENDS : BEGINS;
    }

    /** The event by which an entry came to be shared no more; empty for one that is shared. */
    public static Optional<ListingEvent> end(Listing listing) {
        State state = new State();
        ListingEvent end = null;
        for (ListingEvent each : asKnown(listing)) {
            boolean before = state.shared();
            state.take(each.type());
            if (state.shared()) {
                end = null;
            } else if (before) {
                end = each;
            }
        }
        return Optional.ofNullable(end);
    }

    private static List<ListingEvent> asKnown(Listing listing) {
        return listing.events().stream().sorted(AS_KNOWN).toList();
    }

    /** How an entry stands after some of its events. */
    private static final class State {
        private boolean over;
        private boolean stayed;
        private boolean inReorganisation;

        boolean shared() {
            return !over && !stayed && !inReorganisation;
        }

        void take(ListingEvent.Type type) {
            switch (type) {
                case REMOVED, REVOKED, RESTORED -> over = true;
                case STAYED -> stayed = true;
                case STAY_ENDED -> stayed = false;
                case REORGANISATION_BEGUN -> inReorganisation = true;
                case REORGANISATION_ENDED -> inReorganisation = false;
                case OBJECTED, OBJECTION_CLOSED, COMMITMENT_KEPT, COMMITMENT_BREACHED -> {}
            }
        }
    }
}
