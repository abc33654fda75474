package org.xinheng.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.engine.Asked.about;
import static org.xinheng.engine.Asked.asked;
import static org.xinheng.engine.Asked.reported;
import static org.xinheng.engine.GivenLaw.bookOf;
import static org.xinheng.engine.Rows.reward;
import static org.xinheng.engine.Rows.row;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.catalogue.CountedFrom;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.MeasureTerm;
import org.xinheng.decision.Conclusion;
import org.xinheng.decision.Inquiry;
import org.xinheng.decision.MeasureEnd;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.law.Effect;
import org.xinheng.law.InstrumentLevel;
import org.xinheng.law.LegalBasis;
import org.xinheng.law.TermLength;

/** L1, L2 and L5: no measure without its weight in law. */
class BasisTest {
    @ParameterizedTest
    @ValueSource(strings = {"REPEALED-1", "RULE-1", "NOTICE-1", "NO-SUCH-1"})
    void L1_a_punishment_without_an_able_article_in_force_is_withheld(String basis) {
        assertThat(tell(resting(Effect.PROHIBIT, basis), about(l -> {}))).containsExactly("R-1=BASIS_NOT_IN_FORCE");
    }

    @Test
    void L1_one_able_article_among_several_is_enough() {
        assertThat(tell(resting(Effect.PROHIBIT, "RULE-1", "REPEALED-1", "REGULATION-1"), about(l -> {})))
                .containsExactly("R-1");
    }

    @Test
    void L1_an_article_carries_to_its_last_day_and_no_longer() {
        MeasureRule row = resting(Effect.PROHIBIT, "REPEALED-1");
        assertThat(tell(row, asked(a -> a.asOf = LocalDate.of(2025, 12, 31), BasisTest::listedIn2025)))
                .containsExactly("R-1");
        assertThat(tell(row, asked(a -> a.asOf = LocalDate.of(2026, 1, 1), BasisTest::listedIn2025)))
                .containsExactly("R-1=BASIS_NOT_IN_FORCE");
    }

    @Test
    void L1_a_local_regulation_carries_inside_its_region_only() {
        MeasureRule row = resting(Effect.PROHIBIT, "HUBEI-1");
        assertThat(tell(row, about(l -> {}))).containsExactly("R-1");
        assertThat(tell(row, asked(a -> a.region = "430100", l -> {}))).containsExactly("R-1=BASIS_NOT_IN_FORCE");
        assertThat(tell(resting(Effect.ADVISE, "HUBEI-1"), asked(a -> a.region = "430100", l -> {})))
                .as("it is not in force there for advice either")
                .containsExactly("R-1=BASIS_NOT_IN_FORCE");
    }

    @Test
    void L1_advice_and_rewards_need_an_article_in_force_of_any_level() {
        assertThat(tell(resting(Effect.ADVISE, "NOTICE-1"), about(l -> {}))).containsExactly("R-1");
        assertThat(tell(resting(Effect.ADVISE, "REPEALED-1"), about(l -> {})))
                .containsExactly("R-1=BASIS_NOT_IN_FORCE");
        MeasureRule reward = reward("R-1", r -> {
            r.legalBases = List.of("REWARD-1");
            return r;
        });
        assertThat(tell(reward, about(l -> l.listKind = "AJNSR"))).containsExactly("R-1");
    }

    @Test
    void L1_an_item_of_an_edition_that_is_not_in_force_is_withheld() {
        MeasureRule former = row("R-1", r -> {
            r.measureItem = "2022-01";
            return r;
        });
        assertThat(tell(former, about(l -> {}))).containsExactly("R-1=NOT_ON_MEASURE_LIST");
        assertThat(tell(former, asked(a -> a.asOf = LocalDate.of(2024, 2, 17), l -> {
                    l.documentDate = LocalDate.of(2023, 5, 1);
                    l.listedOn = LocalDate.of(2023, 5, 1);
                })))
                .containsExactly("R-1");
    }

    @Test
    void L1_what_the_article_itself_orders_needs_no_measure_list() {
        assertThat(tell(
                        row("R-1", r -> {
                            r.measureItem = MeasureItem.STATUTORY_OUTSIDE_LIST;
                            return r;
                        }),
                        about(l -> {})))
                .containsExactly("R-1");
        assertThat(tell(
                        row("R-1", r -> {
                            r.measureItem = "2031-01";
                            return r;
                        }),
                        about(l -> {})))
                .containsExactly("R-1=NOT_ON_MEASURE_LIST");
    }

    @Test
    void L1_hard_effects_on_articles_nobody_has_read_are_withheld_and_never_softened() {
        assertThat(tell(resting(Effect.PROHIBIT, "UNREAD-1"), about(l -> {}))).containsExactly("R-1=BASIS_UNVERIFIED");
        assertThat(tell(resting(Effect.RESTRICT, "UNREAD-1"), about(l -> {}))).containsExactly("R-1=BASIS_UNVERIFIED");
        assertThat(tell(resting(Effect.CAUTION, "UNREAD-1"), about(l -> {}))).containsExactly("R-1");
        assertThat(tell(resting(Effect.PROHIBIT, "UNREAD-1", "RULE-1"), about(l -> {})))
                .as("that a weaker article was read does not help")
                .containsExactly("R-1=BASIS_UNVERIFIED");
    }

    @Test
    void L1_the_first_reason_is_told() {
        assertThat(tell(
                        row("R-1", r -> {
                            r.legalBases = List.of("RULE-1");
                            r.measureItem = "2022-01";
                            return r;
                        }),
                        about(l -> {})))
                .containsExactly("R-1=BASIS_NOT_IN_FORCE");
    }

    @Test
    void L2_an_effect_above_what_the_article_sets_is_withheld() {
        assertThat(tell(resting(Effect.PROHIBIT, "RESTRICT-1"), about(l -> {})))
                .containsExactly("R-1=BASIS_NOT_IN_FORCE");
        assertThat(tell(resting(Effect.RESTRICT, "RESTRICT-1"), about(l -> {}))).containsExactly("R-1");
        assertThat(tell(resting(Effect.CAUTION, "RESTRICT-1"), about(l -> {}))).containsExactly("R-1");
    }

    @Test
    void L2_a_measure_ends_with_the_longest_term_of_its_article() {
        MeasureRule tenYears = row("R-1", r -> {
            r.term = new MeasureTerm(
                    MeasureTerm.Kind.FIXED, new TermLength(10, TermLength.Unit.YEARS), CountedFrom.DOCUMENT_DATE);
            return r;
        });
        List<Conclusion> conclusions = bookOf(tenYears).evaluate(about(l -> l.expiresOn = null));
        assertThat(conclusions)
                .singleElement()
                .extracting(Conclusion::end)
                .isEqualTo(new MeasureEnd.LastDay(LocalDate.of(2029, 4, 30)));
    }

    @Test
    void L2_what_the_rules_ask_of_an_article_is_what_the_domain_means_by_able() {
        List<String> hubei = List.of("420100", "420000", "100000");
        List<String> hunan = List.of("430100", "430000", "100000");
        for (InstrumentLevel level : InstrumentLevel.values()) {
            for (Effect effect : Effect.values()) {
                for (Effect ceiling : Effect.values()) {
                    for (List<String> regions : List.of(hubei, hunan)) {
                        var basis = new LegalBasis(
                                "X-1",
                                level,
                                "X",
                                null,
                                "第一条",
                                "420000",
                                ceiling,
                                null,
                                null,
                                EffectivePeriod.ALWAYS,
                                true,
                                null,
                                null,
                                null);
                        var question = new BasisQuestion(new Row(resting(effect, "X-1"), 0), LocalDate.EPOCH, regions);
                        var cited = new CitedArticle(question, basis);
                        assertThat(cited.levelMayCarry() && cited.inItsRegion() && cited.withinCeiling())
                                .as("%s %s under %s", level, effect, ceiling)
                                .isEqualTo(basis.canCarry(effect, regions));
                    }
                }
            }
        }
    }

    @Test
    void L5_an_item_of_class_3_carries_advice_only() {
        for (Effect effect : List.of(Effect.PROHIBIT, Effect.RESTRICT, Effect.CAUTION, Effect.SUPERVISE)) {
            assertThat(tell(classThree(effect), about(l -> {}))).containsExactly("R-1=NOT_ON_MEASURE_LIST");
        }
        assertThat(tell(classThree(Effect.ADVISE), about(l -> {}))).containsExactly("R-1");
    }

    @Test
    void an_answer_that_was_kept_is_the_answer_that_was_given() {
        CompiledRuleBook book = bookOf(resting(Effect.PROHIBIT, "RULE-1"), row("R-2", r -> r));
        Inquiry inquiry = about(l -> {});
        assertThat(reported(book.evaluate(inquiry))).containsExactly("R-1=BASIS_NOT_IN_FORCE", "R-2");
        assertThat(reported(book.evaluate(inquiry))).containsExactly("R-1=BASIS_NOT_IN_FORCE", "R-2");
        for (int day = 0; day < 100; day++) {
            LocalDate asOf = LocalDate.of(2026, 11, 22).plusDays(day);
            assertThat(reported(book.evaluate(asked(a -> a.asOf = asOf, l -> {}))))
                    .containsExactly("R-1=BASIS_NOT_IN_FORCE", "R-2");
        }
    }

    private static void listedIn2025(Asked.Listed listed) {
        listed.documentDate = LocalDate.of(2025, 5, 1);
        listed.listedOn = LocalDate.of(2025, 5, 1);
    }

    private static MeasureRule classThree(Effect effect) {
        return row("R-1", r -> {
            r.measureItem = "2024-13";
            r.effect = effect;
            return r;
        });
    }

    private static MeasureRule resting(Effect effect, String... bases) {
        return row("R-1", r -> {
            r.effect = effect;
            r.legalBases = Arrays.asList(bases);
            return r;
        });
    }

    private static List<String> tell(MeasureRule row, Inquiry inquiry) {
        return reported(bookOf(row).evaluate(inquiry));
    }
}
