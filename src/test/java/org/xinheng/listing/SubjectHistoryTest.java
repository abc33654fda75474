package org.xinheng.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.subject.SubjectName;

/** What was known at a number, and nothing of what came later. */
class SubjectHistoryTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    @Test
    void a_listing_is_seen_from_its_number_on_and_an_event_from_its_own() {
        var history = new SubjectHistory(
                ONE,
                3,
                List.of(),
                List.of(new SubjectHistory.Name(ONE, new SubjectName("示范公司"), 4)),
                List.of(mention(ONE, 5, 8)));

        assertThat(history.asKnownAt(2).names()).isEmpty();
        assertThat(history.asKnownAt(4).names()).containsExactly(new SubjectName("示范公司"));
        assertThat(history.asKnownAt(4).mentions()).isEmpty();
        assertThat(history.asKnownAt(5).mentions()).hasSize(1);
        assertThat(history.asKnownAt(7).mentions().get(0).listing().events()).isEmpty();
        assertThat(history.asKnownAt(8).mentions().get(0).listing().events()).hasSize(1);
        assertThat(history.asKnownAt(8).watermark()).isEqualTo(8);
    }

    @Test
    void of_a_merged_subject_the_listings_count_between_merging_and_parting() {
        var history = new SubjectHistory(
                ONE,
                1,
                List.of(new SubjectHistory.Merge(OTHER, ONE, true, 6), new SubjectHistory.Merge(ONE, OTHER, false, 9)),
                List.of(),
                List.of(mention(OTHER, 2, 99)));

        assertThat(history.asKnownAt(5).mentions()).isEmpty();
        assertThat(history.asKnownAt(6).mentions()).hasSize(1);
        assertThat(history.asKnownAt(9).mentions()).isEmpty();
    }

    @Test
    void before_an_identifier_was_known_it_led_to_nobody() {
        var history = new SubjectHistory(ONE, 5, List.of(), List.of(), List.of(mention(ONE, 2, 99)));
        assertThat(history.asKnownAt(4).mentions()).isEmpty();
        assertThat(history.asKnownAt(5).mentions()).hasSize(1);
        assertThat(new SubjectHistory(null, 0, List.of(), List.of(), List.of())
                        .asKnownAt(9)
                        .mentions())
                .isEmpty();
    }

    private static SubjectHistory.Mention mention(UUID subject, long knownAt, long removedAt) {
        var listing = new Listing(
                new UUID(1, knownAt),
                "ZFCG",
                subject,
                null,
                null,
                LocalDate.of(2026, 5, 1),
                null,
                null,
                List.of(),
                List.of(),
                "420100",
                "WH-CZJ",
                false,
                knownAt,
                List.of(new ListingEvent(
                        new UUID(2, 1), ListingEvent.Type.REMOVED, LocalDate.of(2026, 6, 1), removedAt, null, null)),
                null);
        return new SubjectHistory.Mention(
                subject, new SubjectFile.Mention(listing, TargetRole.LISTED_SUBJECT, null, null));
    }
}
