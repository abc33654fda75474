package org.xinheng.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.listing.ListingEvent.Type.OBJECTED;
import static org.xinheng.listing.ListingEvent.Type.REMOVED;
import static org.xinheng.listing.ListingEvent.Type.REORGANISATION_BEGUN;
import static org.xinheng.listing.ListingEvent.Type.REORGANISATION_ENDED;
import static org.xinheng.listing.ListingEvent.Type.RESTORED;
import static org.xinheng.listing.ListingEvent.Type.REVOKED;
import static org.xinheng.listing.ListingEvent.Type.STAYED;
import static org.xinheng.listing.ListingEvent.Type.STAY_ENDED;
import static org.xinheng.sharing.Sharing.BEGINS;
import static org.xinheng.sharing.Sharing.ENDS;
import static org.xinheng.sharing.Sharing.GOES_ON;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;

/** A partner knows entries and ends: what else happens to an entry is told as one of them, or not at all. */
class SharingTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");

    @Test
    void a_partner_is_told_what_all_changes_since_it_asked_come_to() {
        Listing stayedAndBack = listing(STAYED, STAY_ENDED, STAYED);
        assertThat(Sharing.since(stayedAndBack, 0)).as("never shared so far").isEqualTo(GOES_ON);
        assertThat(Sharing.since(stayedAndBack, 1)).as("known as entered").isEqualTo(ENDS);
        assertThat(Sharing.since(stayedAndBack, 2)).as("known as stayed").isEqualTo(GOES_ON);
        assertThat(Sharing.since(stayedAndBack, 3)).as("known as shared again").isEqualTo(ENDS);
        assertThat(Sharing.since(listing(STAYED, STAY_ENDED), 0)).isEqualTo(BEGINS);
        assertThat(Sharing.since(listing(STAYED, STAY_ENDED), 1)).isEqualTo(GOES_ON);
        assertThat(Sharing.since(listing(STAYED, STAY_ENDED), 2)).isEqualTo(BEGINS);
    }

    @Test
    void while_a_plan_of_reorganisation_runs_the_end_of_a_stay_begins_nothing() {
        assertThat(Sharing.since(listing(STAYED, REORGANISATION_BEGUN, STAY_ENDED), 2))
                .isEqualTo(GOES_ON);
        assertThat(Sharing.since(listing(STAYED, REORGANISATION_BEGUN, STAY_ENDED, REORGANISATION_ENDED), 2))
                .isEqualTo(BEGINS);
    }

    @Test
    void what_has_ended_ends_by_its_first_end_and_never_comes_back() {
        Listing ended = listing(STAYED, REVOKED, STAY_ENDED);
        assertThat(Sharing.since(ended, 1)).isEqualTo(ENDS);
        assertThat(Sharing.since(ended, 2)).isEqualTo(GOES_ON);
        assertThat(Sharing.end(ended))
                .hasValueSatisfying(end -> assertThat(end.type()).isEqualTo(STAYED));
        assertThat(Sharing.end(listing(STAYED, STAY_ENDED, RESTORED, REMOVED)))
                .hasValueSatisfying(end -> assertThat(end.type()).isEqualTo(RESTORED));
        assertThat(Sharing.end(listing(STAYED, STAY_ENDED))).isEmpty();
    }

    @Test
    void an_objection_changes_nothing_for_a_partner() {
        assertThat(Sharing.since(listing(OBJECTED), 1)).isEqualTo(GOES_ON);
    }

    /** An entry known at the first commit, with an event at each that follows, in whatever order they stand. */
    private static Listing listing(ListingEvent.Type... types) {
        List<ListingEvent> events = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            events.add(new ListingEvent(new UUID(i, i), types[i], DAY, 2 + i, null, null));
        }
        List<ListingEvent> turnedAbout = new ArrayList<>(events);
        Collections.reverse(turnedAbout);
        return new Listing(
                UUID.randomUUID(),
                "JYYC",
                UUID.randomUUID(),
                null,
                null,
                DAY.minusYears(1),
                null,
                null,
                List.of(),
                List.of(),
                "420100",
                "WH-SCJG",
                false,
                1,
                turnedAbout,
                null);
    }
}
