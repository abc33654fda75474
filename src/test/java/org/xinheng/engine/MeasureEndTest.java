package org.xinheng.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.engine.Rows.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xinheng.catalogue.CountedFrom;
import org.xinheng.catalogue.MeasureTerm;
import org.xinheng.decision.MeasureEnd;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.law.TermLength;
import org.xinheng.listing.Designation;
import org.xinheng.listing.DocumentType;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;

/** Until when: the last day of the earliest end that is known (design §6.8). */
class MeasureEndTest {
    private static final LocalDate ASKED = LocalDate.of(2026, 11, 22);
    private static final List<String> WUHAN = List.of("420100", "420000", "100000");

    private LocalDate documentDate = LocalDate.of(2026, 5, 1);

    @Nullable
    private LocalDate expiresOn;

    @Nullable
    private EffectivePeriod decidedTerm;

    @Nullable
    private LocalDate sentenceEndsOn;

    private final List<ListingEvent> events = new ArrayList<>();

    @Test
    void the_decided_term_the_list_the_row_and_the_ceiling_each_end_it_when_they_are_first() {
        decidedTerm = new EffectivePeriod(LocalDate.of(2026, 5, 1), LocalDate.of(2027, 4, 30));
        expiresOn = LocalDate.of(2028, 4, 30);
        assertThat(end(this::asDecided)).as("decided term").isEqualTo(lastDay("2027-04-30"));
        expiresOn = LocalDate.of(2027, 1, 31);
        assertThat(end(this::asDecided)).as("list").isEqualTo(lastDay("2027-01-31"));
        assertThat(end(r -> {
                    asDecided(r);
                    r.validity = new EffectivePeriod(null, LocalDate.of(2026, 12, 31));
                    return r;
                }))
                .as("row")
                .isEqualTo(lastDay("2026-12-31"));
        expiresOn = null;
        decidedTerm = new EffectivePeriod(LocalDate.of(2026, 5, 1), LocalDate.of(2036, 4, 30));
        assertThat(end(this::asDecided)).as("three years, the ceiling").isEqualTo(lastDay("2029-04-30"));
    }

    @Test
    void it_ends_with_the_edition_of_the_measure_list_that_has_it() {
        assertThat(endOn(LocalDate.of(2024, 2, 1), r -> {
                    r.measureItem = "2022-01";
                    return unbounded(r, MeasureTerm.Kind.LIST_PERIOD);
                }))
                .isEqualTo(lastDay("2024-02-17"));
        assertThat(endOn(LocalDate.of(2024, 2, 18), r -> {
                    r.measureItem = "2022-01";
                    return unbounded(r, MeasureTerm.Kind.LIST_PERIOD);
                }))
                .as("that the edition is out of force is told by a guard, and is no end")
                .isEqualTo(new MeasureEnd.UntilPerformed());
    }

    @Test
    void before_the_decided_term_begins_there_is_no_measure() {
        decidedTerm = new EffectivePeriod(LocalDate.of(2026, 11, 23), LocalDate.of(2027, 4, 30));
        assertThat(end(this::asDecided)).isEqualTo(new MeasureEnd.OutsideTerm());
        assertThat(endOn(LocalDate.of(2026, 11, 23), this::asDecided)).isEqualTo(lastDay("2027-04-30"));
    }

    @Test
    void the_day_before_what_ends_the_listing_is_the_last_one() {
        expiresOn = LocalDate.of(2028, 4, 30);
        happens(ListingEvent.Type.REMOVED, "2027-06-01");
        assertThat(end(this::listPeriod)).isEqualTo(lastDay("2027-05-31"));
        happens(ListingEvent.Type.REVOKED, "2027-03-01");
        assertThat(end(this::listPeriod)).isEqualTo(lastDay("2027-02-28"));
        happens(ListingEvent.Type.RESTORED, "2027-01-01");
        assertThat(end(this::listPeriod)).isEqualTo(lastDay("2026-12-31"));
        assertThat(end(r -> fixed(r, CountedFrom.DOCUMENT_DATE)))
                .as("what a statute bars for a term outlives the restoration, not the revocation")
                .isEqualTo(lastDay("2027-02-28"));
    }

    @Test
    void a_term_of_years_ends_the_day_before_the_anniversary_and_from_29_february_on_28_february() {
        assertThat(end(r -> fixed(r, CountedFrom.DOCUMENT_DATE))).isEqualTo(lastDay("2028-04-30"));
        documentDate = LocalDate.of(2024, 2, 29);
        assertThat(endOn(LocalDate.of(2026, 2, 28), r -> fixed(r, CountedFrom.DOCUMENT_DATE)))
                .isEqualTo(lastDay("2026-02-28"));
        assertThat(endOn(LocalDate.of(2026, 3, 1), r -> fixed(r, CountedFrom.DOCUMENT_DATE)))
                .isEqualTo(new MeasureEnd.OutsideTerm());
    }

    @Test
    void a_term_counts_from_the_day_that_the_row_names() {
        sentenceEndsOn = LocalDate.of(2026, 8, 17);
        assertThat(end(r -> fixed(r, CountedFrom.SENTENCE_END))).isEqualTo(lastDay("2028-08-16"));
        assertThat(end(r -> fixed(r, CountedFrom.LISTED_ON))).isEqualTo(lastDay("2028-05-31"));
        sentenceEndsOn = null;
        assertThat(end(r -> fixed(r, CountedFrom.SENTENCE_END)))
                .isEqualTo(new MeasureEnd.Unknown("listing.designation.sentenceEndsOn"));
    }

    @Test
    void only_for_life_and_until_performed_have_no_last_day() {
        assertThat(end(r -> unbounded(r, MeasureTerm.Kind.UNTIL_PERFORMED))).isEqualTo(new MeasureEnd.UntilPerformed());
        assertThat(end(r -> unbounded(r, MeasureTerm.Kind.LIST_PERIOD))).isEqualTo(new MeasureEnd.UntilPerformed());
        assertThat(end(r -> unbounded(r, MeasureTerm.Kind.LIFE))).isEqualTo(new MeasureEnd.Life());
        assertThat(end(r -> unbounded(r, MeasureTerm.Kind.AS_DECIDED)))
                .as("a decision must say until when")
                .isEqualTo(new MeasureEnd.Unknown("listing.decidedTerm"));
    }

    private Rows asDecided(Rows r) {
        r.term = Rows.term(MeasureTerm.Kind.AS_DECIDED);
        return r;
    }

    private Rows listPeriod(Rows r) {
        return r;
    }

    private static Rows fixed(Rows r, CountedFrom from) {
        r.term = new MeasureTerm(MeasureTerm.Kind.FIXED, new TermLength(2, TermLength.Unit.YEARS), from);
        return r;
    }

    private static Rows unbounded(Rows r, MeasureTerm.Kind kind) {
        r.term = Rows.term(kind);
        r.legalBases = List.of("REGULATION-1");
        return r;
    }

    private MeasureEnd end(UnaryOperator<Rows> with) {
        return endOn(ASKED, with);
    }

    private MeasureEnd endOn(LocalDate asOf, UnaryOperator<Rows> with) {
        var designation = new Designation(
                DocumentType.ADMINISTRATIVE_PENALTY_DECISION,
                "示例〔2026〕1号",
                documentDate,
                "示例",
                null,
                null,
                Set.of(),
                sentenceEndsOn,
                null,
                true,
                null,
                null);
        var listing = new Listing(
                new UUID(0, 1),
                "ZFCG",
                new UUID(0, 2),
                null,
                designation,
                LocalDate.of(2026, 6, 1),
                expiresOn,
                decidedTerm,
                List.of(),
                List.of(),
                "420100",
                "WH-CZJ",
                false,
                1,
                List.copyOf(events),
                null);
        return MeasureEnd.of(row("R-1", with), listing, GivenLaw.registers(), WUHAN, asOf);
    }

    private void happens(ListingEvent.Type type, String day) {
        events.add(new ListingEvent(
                new UUID(1, events.size()), type, LocalDate.parse(day), events.size() + 2L, null, null));
    }

    private static MeasureEnd lastDay(String day) {
        return new MeasureEnd.LastDay(LocalDate.parse(day));
    }
}
