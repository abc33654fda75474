package org.xinheng.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ListingTest {
    private static final LocalDate LISTED = LocalDate.of(2026, 5, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 4, 30);

    @Test
    void first_and_last_day_both_count() {
        Listing listing = listing();
        assertThat(word(listing, LISTED.minusDays(1))).isEqualTo(ListingStatus.Word.AHEAD);
        assertThat(word(listing, LISTED)).isEqualTo(ListingStatus.Word.IN_FORCE);
        assertThat(word(listing, LAST)).isEqualTo(ListingStatus.Word.IN_FORCE);
        assertThat(listing.statusOn(LAST.plusDays(1), OnObjection.MARKS))
                .isEqualTo(new ListingStatus.Ended(ListingStatus.Cause.EXPIRED, LAST.plusDays(1)));
    }

    @Test
    void removal_counts_from_its_day_on_and_that_day_is_the_first_without_effect() {
        LocalDate removed = LocalDate.of(2026, 9, 1);
        Listing listing = listing(event(ListingEvent.Type.REMOVED, removed, 2));
        assertThat(word(listing, removed.minusDays(1))).isEqualTo(ListingStatus.Word.IN_FORCE);
        assertThat(listing.statusOn(removed, OnObjection.MARKS))
                .isEqualTo(new ListingStatus.Ended(ListingStatus.Cause.REMOVED, removed));
    }

    @Test
    void revocation_of_the_act_beneath_it_ends_a_listing() {
        LocalDate revoked = LocalDate.of(2026, 7, 1);
        Listing listing = listing(event(ListingEvent.Type.REVOKED, revoked, 2));
        assertThat(word(listing, revoked)).isEqualTo(ListingStatus.Word.REVOKED);
        assertThat(word(listing, revoked.minusDays(1))).isEqualTo(ListingStatus.Word.IN_FORCE);
    }

    @Test
    void a_stay_suspends_until_it_ends() {
        Listing listing = listing(
                event(ListingEvent.Type.STAYED, LocalDate.of(2026, 6, 1), 2),
                event(ListingEvent.Type.STAY_ENDED, LocalDate.of(2026, 8, 1), 3));
        assertThat(word(listing, LocalDate.of(2026, 5, 31))).isEqualTo(ListingStatus.Word.IN_FORCE);
        assertThat(word(listing, LocalDate.of(2026, 6, 1))).isEqualTo(ListingStatus.Word.STAYED);
        assertThat(word(listing, LocalDate.of(2026, 7, 31))).isEqualTo(ListingStatus.Word.STAYED);
        assertThat(word(listing, LocalDate.of(2026, 8, 1))).isEqualTo(ListingStatus.Word.IN_FORCE);
    }

    @Test
    void an_objection_marks_and_suspends_only_where_the_law_of_the_list_says_so() {
        LocalDate day = LocalDate.of(2026, 7, 1);
        Listing listing = listing(event(ListingEvent.Type.OBJECTED, LocalDate.of(2026, 6, 1), 2));
        assertThat(listing.statusOn(day, OnObjection.MARKS)).isEqualTo(new ListingStatus.InForce(true));
        assertThat(listing.statusOn(day, OnObjection.SUSPENDS)).isEqualTo(new ListingStatus.Stayed(true));
    }

    @Test
    void a_closed_objection_marks_no_longer() {
        Listing listing = listing(
                event(ListingEvent.Type.OBJECTED, LocalDate.of(2026, 6, 1), 2),
                event(ListingEvent.Type.OBJECTION_CLOSED, LocalDate.of(2026, 6, 9), 3));
        assertThat(listing.statusOn(LocalDate.of(2026, 6, 8), OnObjection.MARKS))
                .isEqualTo(new ListingStatus.InForce(true));
        assertThat(listing.statusOn(LocalDate.of(2026, 6, 9), OnObjection.MARKS))
                .isEqualTo(new ListingStatus.InForce(false));
    }

    @Test
    void restoration_leaves_a_listing_restored_from_its_day_on() {
        LocalDate restored = LocalDate.of(2026, 9, 1);
        Listing listing = listing(event(ListingEvent.Type.RESTORED, restored, 2));
        assertThat(word(listing, restored.minusDays(1))).isEqualTo(ListingStatus.Word.IN_FORCE);
        assertThat(listing.statusOn(restored, OnObjection.MARKS))
                .isEqualTo(new ListingStatus.Restored(restored, false));
    }

    @Test
    void what_is_over_cannot_be_stayed_or_restored_back_into_force() {
        Listing listing = listing(
                event(ListingEvent.Type.REMOVED, LocalDate.of(2026, 6, 1), 2),
                event(ListingEvent.Type.STAYED, LocalDate.of(2026, 6, 2), 3),
                event(ListingEvent.Type.RESTORED, LocalDate.of(2026, 6, 3), 4));
        assertThat(word(listing, LocalDate.of(2026, 6, 4))).isEqualTo(ListingStatus.Word.REMOVED);
    }

    private static ListingStatus.Word word(Listing listing, LocalDate day) {
        return listing.statusOn(day, OnObjection.MARKS).word();
    }

    private static ListingEvent event(ListingEvent.Type type, LocalDate day, long knownAt) {
        return new ListingEvent(UUID.randomUUID(), type, day, knownAt, null, null);
    }

    private static Listing listing(ListingEvent... events) {
        return new Listing(
                UUID.randomUUID(),
                "ZFCG",
                UUID.randomUUID(),
                null,
                null,
                LISTED,
                LAST,
                null,
                List.of(),
                List.of(),
                "420100",
                "WH-CZJ",
                false,
                1,
                List.of(events),
                null);
    }
}
