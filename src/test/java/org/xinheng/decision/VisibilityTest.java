package org.xinheng.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.exchange.workbook.DecisionTableFiles;
import org.xinheng.exchange.workbook.WorkbookReader;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.ListingStatus;
import org.xinheng.listing.SubjectFile;

/** Which listings an agency's decision may see. */
class VisibilityTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static Registers registers;

    private LocalDate asOf = TODAY;

    @Nullable
    private LocalDate from;

    @Nullable
    private LocalDate to;

    @BeforeAll
    static void readRegisters() throws IOException {
        registers = WorkbookReader.read(DecisionTableFiles.workbooks(Path.of("decision-tables")))
                .content()
                .registers();
    }

    @Test
    void from_the_day_listed_to_the_last_day() {
        asOf = LocalDate.of(2026, 4, 30);
        assertThat(standings()).isEmpty();
        asOf = LocalDate.of(2026, 5, 1);
        assertThat(standings()).containsExactly(ListingStatus.Word.IN_FORCE);
        asOf = LocalDate.of(2027, 4, 30);
        assertThat(standings()).containsExactly(ListingStatus.Word.IN_FORCE);
        asOf = LocalDate.of(2027, 5, 1);
        assertThat(standings()).isEmpty();
    }

    @Test
    void an_end_that_lies_ahead_is_no_end_yet() {
        assertThat(standings(event(ListingEvent.Type.REMOVED, "2026-11-23")))
                .containsExactly(ListingStatus.Word.IN_FORCE);
        assertThat(standings(event(ListingEvent.Type.REMOVED, "2026-11-22"))).isEmpty();
        assertThat(standings(event(ListingEvent.Type.REVOKED, "2026-11-22"))).isEmpty();
    }

    @Test
    void what_is_stayed_or_restored_is_seen_so_that_what_it_leaves_can_be_told() {
        assertThat(standings(event(ListingEvent.Type.STAYED, "2026-11-22"))).containsExactly(ListingStatus.Word.STAYED);
        assertThat(standings(event(ListingEvent.Type.RESTORED, "2026-11-22")))
                .containsExactly(ListingStatus.Word.RESTORED);
    }

    @Test
    void of_a_past_day_what_was_withdrawn_since_is_left_out() {
        asOf = LocalDate.of(2026, 6, 1);
        for (ListingEvent.Type since :
                List.of(ListingEvent.Type.REMOVED, ListingEvent.Type.REVOKED, ListingEvent.Type.RESTORED)) {
            assertThat(standings(event(since, "2026-11-22")))
                    .as("%s since", since)
                    .isEmpty();
            assertThat(standings(event(since, "2026-11-23")))
                    .as("%s tomorrow", since)
                    .containsExactly(ListingStatus.Word.IN_FORCE);
        }
        assertThat(standings(event(ListingEvent.Type.STAYED, "2026-11-01")))
                .as("a stay withdraws nothing")
                .containsExactly(ListingStatus.Word.IN_FORCE);
    }

    @Test
    void a_person_is_seen_while_in_the_role() {
        from = LocalDate.of(2026, 6, 1);
        to = LocalDate.of(2026, 6, 30);
        asOf = LocalDate.of(2026, 5, 31);
        assertThat(standings()).isEmpty();
        asOf = LocalDate.of(2026, 6, 1);
        assertThat(standings()).hasSize(1);
        asOf = LocalDate.of(2026, 6, 30);
        assertThat(standings()).hasSize(1);
        asOf = LocalDate.of(2026, 7, 1);
        assertThat(standings()).isEmpty();
    }

    private List<ListingStatus.Word> standings(ListingEvent... events) {
        var listing = new Listing(
                new UUID(0, 1),
                "ZFCG",
                new UUID(0, 2),
                Gravity.SERIOUS,
                null,
                LocalDate.of(2026, 5, 1),
                LocalDate.of(2027, 4, 30),
                null,
                List.of(),
                List.of(),
                "420100",
                "WH-CZJ",
                false,
                1,
                List.of(events),
                null);
        var mention = new SubjectFile.Mention(listing, TargetRole.PRINCIPAL, from, to);
        List<ListingStatus.Word> words = new ArrayList<>();
        Visibility.of(new SubjectFile(1, List.of(), List.of(mention)), registers, asOf, TODAY, "420100")
                .seen()
                .forEach(seen -> words.add(seen.standing().word()));
        return words;
    }

    private static ListingEvent event(ListingEvent.Type type, String day) {
        return new ListingEvent(new UUID(0, 3), type, LocalDate.parse(day), 2, null, null);
    }
}
