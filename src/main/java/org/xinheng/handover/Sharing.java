package org.xinheng.handover;

import java.util.Comparator;
import java.util.UUID;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;

/**
 * What an event in the life of an entry is to a partner, who knows entries and ends alone. While execution is stayed or a
 * plan of reorganisation runs, the entry does not count, so it is shared no more, and is shared again when that ends. What
 * has ended for good is told once.
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

    /** What this event of the listing is to a partner who was told of all before it, as they became known. */
    public static Sharing at(Listing listing, UUID event) {
        State state = new State();
        for (ListingEvent each : listing.events().stream().sorted(AS_KNOWN).toList()) {
            boolean before = state.shared();
            state.take(each.type());
            if (each.id().equals(event)) {
                return before == state.shared() ? GOES_ON : before ? ENDS : BEGINS;
            }
        }
        return GOES_ON;
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
