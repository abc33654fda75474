package org.xinheng.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.engine.Asked.about;
import static org.xinheng.engine.Asked.asked;
import static org.xinheng.engine.Asked.reported;
import static org.xinheng.engine.GivenLaw.bookOf;
import static org.xinheng.engine.Rows.reward;
import static org.xinheng.engine.Rows.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinheng.catalogue.CountedFrom;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.MeasureTerm;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.decision.Inquiry;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.kernel.SubjectType;
import org.xinheng.law.TermLength;
import org.xinheng.listing.ListingStatus;

/** L4 and L6: what stops a measure, and what holds a reward back. */
class StopTest {
    private static final LocalDate EARLIER = LocalDate.of(2026, 11, 1);

    @Test
    void L4_a_stay_suspends_every_measure_of_its_listing_and_no_other() {
        CompiledRuleBook book = bookOf(row("R-1", r -> r), row("R-2", r -> r));
        Inquiry inquiry = asked(a -> {}, l -> l.standing = new ListingStatus.Stayed(false), l -> {});
        assertThat(reported(book.evaluate(inquiry)))
                .containsExactlyInAnyOrder("R-1=SUSPENDED", "R-1", "R-2=SUSPENDED", "R-2");
    }

    @Test
    void L4_that_it_is_suspended_is_told_before_any_other_reason() {
        MeasureRule row = row("R-1", r -> {
            r.legalBases = List.of("RULE-1");
            return r;
        });
        assertThat(reported(bookOf(row).evaluate(about(l -> l.standing = new ListingStatus.Stayed(false)))))
                .containsExactly("R-1=SUSPENDED");
    }

    @ParameterizedTest
    @EnumSource(ListingStatus.Cause.class)
    void L4_nothing_fires_on_a_listing_that_is_over(ListingStatus.Cause cause) {
        assertThat(bookOf(row("R-1", r -> r))
                        .evaluate(about(l -> l.standing = new ListingStatus.Ended(cause, EARLIER))))
                .isEmpty();
    }

    @Test
    void L4_nothing_fires_on_a_listing_that_has_not_begun() {
        assertThat(bookOf(row("R-1", r -> r)).evaluate(about(l -> l.standing = new ListingStatus.Ahead())))
                .isEmpty();
    }

    @Test
    void L4_a_restoration_leaves_only_what_a_statute_bars_for_a_term_or_for_life() {
        CompiledRuleBook book = bookOf(
                lasting("R-1", MeasureTerm.Kind.LIST_PERIOD),
                lasting("R-2", MeasureTerm.Kind.UNTIL_PERFORMED),
                lasting("R-3", MeasureTerm.Kind.AS_DECIDED),
                lasting("R-4", MeasureTerm.Kind.FIXED),
                lasting("R-5", MeasureTerm.Kind.LIFE));
        Inquiry restored = about(l -> {
            l.standing = new ListingStatus.Restored(EARLIER, false);
            l.decidedTerm = new EffectivePeriod(LocalDate.of(2026, 5, 1), LocalDate.of(2027, 4, 30));
        });
        assertThat(reported(book.evaluate(restored))).containsExactly("R-3", "R-4", "R-5");
    }

    @Test
    void L4_nothing_fires_outside_its_term() {
        MeasureRule row = lasting("R-1", MeasureTerm.Kind.AS_DECIDED);
        assertThat(reported(bookOf(row).evaluate(decidedUntil("2026-11-22")))).containsExactly("R-1");
        assertThat(reported(bookOf(row).evaluate(decidedUntil("2026-11-21")))).isEmpty();
    }

    @Test
    void L4_a_term_that_cannot_be_told_asks_for_the_fact() {
        assertThat(reported(bookOf(lasting("R-1", MeasureTerm.Kind.AS_DECIDED)).evaluate(about(l -> {}))))
                .containsExactly("R-1=CONTEXT_MISSING listing.decidedTerm");
        MeasureRule fromSentence = row("R-1", r -> {
            r.term = new MeasureTerm(
                    MeasureTerm.Kind.FIXED, new TermLength(5, TermLength.Unit.YEARS), CountedFrom.SENTENCE_END);
            return r;
        });
        assertThat(reported(bookOf(fromSentence).evaluate(about(l -> {}))))
                .containsExactly("R-1=CONTEXT_MISSING listing.designation.sentenceEndsOn");
    }

    @Test
    void under_a_name_it_never_bore_punishments_are_withheld_and_rewards_are_not() {
        CompiledRuleBook book = bookOf(row("R-1", r -> r), reward("R-2", r -> r));
        assertThat(reported(book.evaluate(asked(a -> a.nameInDoubt = true, l -> {}))))
                .containsExactly("R-1=NAME_MISMATCH");
        assertThat(reported(book.evaluate(asked(a -> a.nameInDoubt = true, l -> l.listKind = "AJNSR"))))
                .containsExactly("R-2");
    }

    @Test
    void L6_a_reward_is_withheld_while_an_excluding_black_listing_is_in_force_and_revives_after() {
        CompiledRuleBook book = bookOf(reward("R-1", r -> r));
        assertThat(reported(book.evaluate(redAnd(l -> {})))).containsExactly("R-1=BLACK_LISTED");
        assertThat(reported(book.evaluate(about(l -> l.listKind = "AJNSR")))).containsExactly("R-1");
        assertThat(reported(book.evaluate(
                        redAnd(l -> l.standing = new ListingStatus.Ended(ListingStatus.Cause.REMOVED, EARLIER)))))
                .containsExactly("R-1");
        assertThat(reported(book.evaluate(redAnd(l -> l.standing = new ListingStatus.Restored(EARLIER, false)))))
                .as("a restored listing excludes no more")
                .containsExactly("R-1");
        assertThat(reported(book.evaluate(redAnd(l -> l.standing = new ListingStatus.Stayed(false)))))
                .as("a stayed listing has no effect")
                .containsExactly("R-1");
    }

    @Test
    void L6_only_the_black_lists_that_the_row_names_exclude() {
        CompiledRuleBook book = bookOf(reward("R-1", r -> {
            r.excludedBy = Set.of("NMGGZ");
            return r;
        }));
        assertThat(reported(book.evaluate(redAnd(l -> {})))).containsExactly("R-1");
        assertThat(reported(book.evaluate(redAnd(l -> l.listKind = "NMGGZ")))).containsExactly("R-1=BLACK_LISTED");
    }

    @Test
    void L6_a_black_listing_of_another_that_names_it_in_a_role_excludes_nothing() {
        CompiledRuleBook book = bookOf(reward("R-1", r -> r));
        Inquiry legalRepresentative = asked(
                a -> a.subjectType = SubjectType.PERSON,
                l -> l.listKind = "AJNSR",
                l -> l.role = TargetRole.LEGAL_REPRESENTATIVE);
        assertThat(reported(book.evaluate(legalRepresentative))).containsExactly("R-1");
    }

    @Test
    void L6_a_list_that_is_not_black_excludes_nothing() {
        assertThat(reported(bookOf(reward("R-1", r -> r)).evaluate(redAnd(l -> l.listKind = "JYYC"))))
                .containsExactly("R-1");
    }

    @Test
    void L6_a_local_black_list_excludes_inside_its_region_only() {
        CompiledRuleBook book = bookOf(reward("R-1", r -> r));
        assertThat(reported(book.evaluate(redAnd(l -> l.listKind = "SHZZ")))).containsExactly("R-1=BLACK_LISTED");
        assertThat(reported(book.evaluate(redAnd(l -> {
                    l.listKind = "SHZZ";
                    l.region = "430100";
                }))))
                .containsExactly("R-1");
    }

    private static MeasureRule lasting(String code, MeasureTerm.Kind kind) {
        return row(code, r -> {
            r.term = new MeasureTerm(
                    kind,
                    kind == MeasureTerm.Kind.FIXED ? new TermLength(3, TermLength.Unit.YEARS) : null,
                    kind == MeasureTerm.Kind.FIXED ? CountedFrom.DOCUMENT_DATE : null);
            return r;
        });
    }

    private static Inquiry decidedUntil(String lastDay) {
        return about(l -> l.decidedTerm = new EffectivePeriod(LocalDate.of(2026, 5, 1), LocalDate.parse(lastDay)));
    }

    private static Inquiry redAnd(java.util.function.Consumer<Asked.Listed> other) {
        return asked(a -> {}, l -> l.listKind = "AJNSR", other);
    }
}
