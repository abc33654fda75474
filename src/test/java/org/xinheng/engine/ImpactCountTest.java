package org.xinheng.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.decision.MatterFacts;
import org.xinheng.impact.Counts;
import org.xinheng.impact.ImpactCount;
import org.xinheng.impact.ImpactPart;
import org.xinheng.impact.ImpactTally;
import org.xinheng.impact.KnownSubject;
import org.xinheng.impact.PastQuestion;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.kernel.SubjectType;
import org.xinheng.law.Effect;
import org.xinheng.listing.Listing;
import org.xinheng.listing.SubjectFile;

/** What two knowledge bases say otherwise, counted by hand beforehand. The small state has two matters, one kind of agency. */
class ImpactCountTest {
    private static final String PROCUREMENT = "GOVERNMENT_PROCUREMENT_QUALIFICATION";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final UUID SUBJECT = new UUID(0, 1);

    @Test
    void a_row_that_is_new_is_gained_in_its_matter_and_an_answer_without_it_stays() {
        ImpactPart part = listed(book(), book(row("R-1", r -> r.matters = Set.of(PROCUREMENT))), l -> {});
        assertThat(part.answers()).isEqualTo(2);
        assertThat(part.changedAnswers()).isEqualTo(1);
        assertThat(part.answered()).isEqualTo(1);
        assertThat(part.share())
                .as("of the answers that say something, not of all questions")
                .isEqualByComparingTo(BigDecimal.ONE);
        assertThat(part.changes()).isEqualTo(new Counts(1, 0, 0, 0, 0, 0));
        assertThat(part.byMeasure()).containsOnlyKeys("ZF-01");
        assertThat(part.byListKind()).containsOnlyKeys("ZFCG");
        assertThat(part.byAgency()).containsOnlyKeys("FINANCE");
        assertThat(part.byRegion()).containsOnlyKeys("420100");
    }

    @Test
    void a_row_that_is_gone_is_lost_in_every_matter_it_was_for() {
        ImpactPart part = listed(book(row("R-1", r -> {})), book(), l -> {});
        assertThat(part.changes()).isEqualTo(new Counts(0, 2, 0, 0, 0, 0));
        assertThat(part.changedAnswers()).isEqualTo(2);
    }

    @Test
    void a_row_under_a_new_code_that_says_the_same_changes_nothing() {
        ImpactPart part = listed(book(row("R-1", r -> {})), book(row("R-9", r -> {})), l -> {});
        assertThat(part.changes()).isEqualTo(Counts.NONE);
        assertThat(part.answers()).isEqualTo(2);
        assertThat(part.evaluations()).isEqualTo(4);
    }

    @Test
    void a_stronger_effect_is_stronger_and_the_other_way_round_weaker() {
        CompiledRuleBook prohibits = book(row("R-1", r -> r.matters = Set.of(PROCUREMENT)));
        CompiledRuleBook restricts = book(row("R-1", r -> {
            r.matters = Set.of(PROCUREMENT);
            r.effect = Effect.RESTRICT;
        }));
        assertThat(listed(restricts, prohibits, l -> {}).changes()).isEqualTo(new Counts(0, 0, 1, 0, 0, 0));
        assertThat(listed(prohibits, restricts, l -> {}).changes()).isEqualTo(new Counts(0, 0, 0, 1, 0, 0));
    }

    @Test
    void the_same_effect_for_longer_is_stronger() {
        CompiledRuleBook always = book(row("R-1", r -> r.matters = Set.of(PROCUREMENT)));
        CompiledRuleBook shorter = book(row("R-1", r -> {
            r.matters = Set.of(PROCUREMENT);
            r.validity = new EffectivePeriod(null, DAY.plusDays(3));
        }));
        assertThat(listed(shorter, always, l -> {}).changes()).isEqualTo(new Counts(0, 0, 1, 0, 0, 0));
        assertThat(listed(always, shorter, l -> {}).changes()).isEqualTo(new Counts(0, 0, 0, 1, 0, 0));
    }

    @Test
    void the_same_measure_on_other_articles_is_a_change_of_basis() {
        CompiledRuleBook one = book(row("R-1", r -> r.matters = Set.of(PROCUREMENT)));
        CompiledRuleBook other = book(row("R-1", r -> {
            r.matters = Set.of(PROCUREMENT);
            r.legalBases = List.of("ZFCGF-77", "RULE-1");
        }));
        assertThat(listed(one, other, l -> {}).changes()).isEqualTo(new Counts(0, 0, 0, 0, 1, 0));
    }

    @Test
    void a_measure_that_is_withheld_from_now_on_is_lost_and_withheld_for_another_reason_is_told() {
        CompiledRuleBook applies = book(row("R-1", r -> r.matters = Set.of(PROCUREMENT)));
        CompiledRuleBook unread = book(row("R-1", r -> {
            r.matters = Set.of(PROCUREMENT);
            r.legalBases = List.of("UNREAD-1");
        }));
        CompiledRuleBook repealed = book(row("R-1", r -> {
            r.matters = Set.of(PROCUREMENT);
            r.legalBases = List.of("REPEALED-1");
        }));
        assertThat(listed(applies, unread, l -> {}).changes()).isEqualTo(new Counts(0, 1, 0, 0, 0, 0));
        assertThat(listed(unread, repealed, l -> {}).changes()).isEqualTo(new Counts(0, 0, 0, 0, 0, 1));
        assertThat(listed(book(), unread, l -> {}).changes()).isEqualTo(new Counts(0, 0, 0, 0, 0, 1));
    }

    @Test
    void a_row_for_one_sector_reaches_a_listing_asked_about_without_facts_but_not_a_decision_without_them() {
        CompiledRuleBook sector = book(row("R-1", r -> {
            r.matters = Set.of(PROCUREMENT);
            r.sectors = Set.of("FOOD");
        }));
        assertThat(listed(book(), sector, l -> {}).changes()).isEqualTo(new Counts(1, 0, 0, 0, 0, 0));
        assertThat(decided(book(), sector, MatterFacts.NONE).changes()).isEqualTo(new Counts(0, 0, 0, 0, 0, 1));
        assertThat(decided(book(), sector, new MatterFacts("FOOD", null, null, null))
                        .changes())
                .isEqualTo(new Counts(1, 0, 0, 0, 0, 0));
        ImpactPart works = decided(book(), sector, new MatterFacts("WORKS", null, null, null));
        assertThat(works.changes()).isEqualTo(Counts.NONE);
        assertThat(works.answers()).isEqualTo(1);
        assertThat(works.answered()).as("neither has a word for it").isZero();
        assertThat(works.share()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void a_listing_that_is_over_or_ahead_is_asked_about_by_nobody() {
        CompiledRuleBook book = book(row("R-1", r -> {}));
        assertThat(listed(book(), book, l -> l.expiresOn = DAY.minusDays(1)).answers())
                .isZero();
        assertThat(listed(book(), book, l -> l.listedOn = DAY.plusDays(1)).answers())
                .isZero();
        assertThat(listed(book(), book, l -> l.expiresOn = DAY).changedAnswers())
                .isEqualTo(2);
    }

    @Test
    void a_matter_that_no_row_reaches_is_answered_without_asking() {
        ImpactPart part = listed(book(), book(row("R-1", r -> r.listKinds = Set.of("NMGGZ"))), l -> {});
        assertThat(part.answers()).isEqualTo(2);
        assertThat(part.evaluations()).isZero();
        assertThat(part.changedAnswers()).isZero();
    }

    @Test
    void several_rows_of_one_measure_count_by_the_strongest() {
        MeasureRule strong = row("R-1", r -> r.matters = Set.of(PROCUREMENT));
        MeasureRule weak = row("R-2", r -> {
            r.matters = Set.of(PROCUREMENT);
            r.effect = Effect.CAUTION;
        });
        assertThat(listed(book(strong), book(strong, weak), l -> {}).changes()).isEqualTo(Counts.NONE);
        assertThat(listed(book(strong, weak), book(weak), l -> {}).changes()).isEqualTo(new Counts(0, 0, 0, 1, 0, 0));
    }

    @Test
    void half_of_what_is_said_changes_where_one_of_two_matters_is_answered_otherwise() {
        MeasureRule everywhere = row("R-1", r -> r.effect = Effect.CAUTION);
        MeasureRule procurement = row("R-2", r -> r.matters = Set.of(PROCUREMENT));
        assertThat(listed(book(everywhere), book(everywhere, procurement), l -> {})
                        .share())
                .isEqualByComparingTo(new BigDecimal("0.5"));
    }

    @Test
    void parts_added_up_are_the_whole_and_the_most_affected_come_first() {
        var count = new ImpactCount(book(), book(row("R-1", r -> r.matters = Set.of(PROCUREMENT))), DAY);
        var one = new ImpactTally();
        var other = new ImpactTally();
        var whole = new ImpactTally();
        for (int i = 0; i < 20; i++) {
            var subject = subject(new UUID(0, i % 7), l -> {});
            count.count(subject, i % 2 == 0 ? one : other, () -> {});
            count.count(subject, whole, () -> {});
        }
        one.add(other);
        assertThat(one.part()).isEqualTo(whole.part());
        assertThat(one.mostAffected()).isEqualTo(whole.mostAffected());
        assertThat(whole.mostAffected()).hasSize(7);
        assertThat(whole.mostAffected().get(0).changedAnswers()).isEqualTo(3);
        assertThat(whole.mostAffected().get(0).subject()).isEqualTo(new UUID(0, 0));
        assertThat(whole.mostAffected().get(6).changedAnswers()).isEqualTo(2);
    }

    private static ImpactPart listed(CompiledRuleBook before, CompiledRuleBook after, Consumer<Asked.Listed> with) {
        var tally = new ImpactTally();
        new ImpactCount(before, after, DAY).count(subject(SUBJECT, with), tally, () -> {});
        return tally.part();
    }

    private static ImpactPart decided(CompiledRuleBook before, CompiledRuleBook after, MatterFacts facts) {
        var tally = new ImpactTally();
        var past = new PastQuestion(
                new UUID(0, 9),
                SUBJECT,
                "WH-CZJ",
                SubjectType.ORGANISATION,
                false,
                PROCUREMENT,
                facts,
                "420100",
                "FINANCE",
                DAY,
                List.of(new PastQuestion.Mention(listing(l -> {}), TargetRole.LISTED_SUBJECT)));
        new ImpactCount(before, after, DAY).count(past, tally);
        return tally.part();
    }

    private static KnownSubject subject(UUID id, Consumer<Asked.Listed> with) {
        return new KnownSubject(
                id,
                SubjectType.ORGANISATION,
                new SubjectFile(
                        1,
                        List.of(),
                        List.of(new SubjectFile.Mention(listing(with), TargetRole.LISTED_SUBJECT, null, null))));
    }

    private static Listing listing(Consumer<Asked.Listed> with) {
        var listed = new Asked.Listed();
        with.accept(listed);
        return listed.build().listing();
    }

    private static CompiledRuleBook book(MeasureRule... rows) {
        return GivenLaw.bookOf(rows);
    }

    private static MeasureRule row(String code, Consumer<Rows> with) {
        return Rows.row(code, rows -> {
            with.accept(rows);
            return rows;
        });
    }
}
