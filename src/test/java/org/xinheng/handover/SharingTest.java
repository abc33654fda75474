package org.xinheng.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.handover.Sharing.BEGINS;
import static org.xinheng.handover.Sharing.ENDS;
import static org.xinheng.handover.Sharing.GOES_ON;
import static org.xinheng.listing.ListingEvent.Type.OBJECTED;
import static org.xinheng.listing.ListingEvent.Type.REMOVED;
import static org.xinheng.listing.ListingEvent.Type.REORGANISATION_BEGUN;
import static org.xinheng.listing.ListingEvent.Type.REORGANISATION_ENDED;
import static org.xinheng.listing.ListingEvent.Type.RESTORED;
import static org.xinheng.listing.ListingEvent.Type.REVOKED;
import static org.xinheng.listing.ListingEvent.Type.STAYED;
import static org.xinheng.listing.ListingEvent.Type.STAY_ENDED;

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
    void a_stay_ends_sharing_and_its_end_begins_it_again_as_often_as_it_comes() {
        assertThat(told(STAYED, STAY_ENDED, STAYED, STAY_ENDED, REMOVED))
                .containsExactly(ENDS, BEGINS, ENDS, BEGINS, ENDS);
    }

    @Test
    void while_a_plan_of_reorganisation_runs_the_end_of_a_stay_begins_nothing() {
        assertThat(told(STAYED, REORGANISATION_BEGUN, STAY_ENDED, REORGANISATION_ENDED))
                .containsExactly(ENDS, GOES_ON, GOES_ON, BEGINS);
    }

    @Test
    void what_ended_while_it_was_stayed_is_not_told_again_and_never_comes_back() {
        assertThat(told(STAYED, REVOKED, STAY_ENDED)).containsExactly(ENDS, GOES_ON, GOES_ON);
    }

    @Test
    void an_entry_ends_once() {
        assertThat(told(RESTORED, REVOKED, REMOVED)).containsExactly(ENDS, GOES_ON, GOES_ON);
    }

    @Test
    void an_objection_changes_nothing_for_a_partner() {
        assertThat(told(OBJECTED, REMOVED)).containsExactly(GOES_ON, ENDS);
    }

    /** What each event is, in whatever order the events stand. */
    private static List<Sharing> told(ListingEvent.Type... types) {
        List<ListingEvent> events = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            events.add(new ListingEvent(new UUID(i, i), types[i], DAY, 2 + i, null, null));
        }
        List<ListingEvent> turnedAbout = new ArrayList<>(events);
        Collections.reverse(turnedAbout);
        Listing listing = new Listing(
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
                turnedAbout);
        return events.stream().map(event -> Sharing.at(listing, event.id())).toList();
    }
}
