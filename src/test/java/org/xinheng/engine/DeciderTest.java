package org.xinheng.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.engine.GivenLaw.bookOf;
import static org.xinheng.engine.Rows.reward;
import static org.xinheng.engine.Rows.row;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.decision.Decider;
import org.xinheng.decision.Decision;
import org.xinheng.decision.DecisionRequest;
import org.xinheng.decision.MatterFacts;
import org.xinheng.decision.Outcome;
import org.xinheng.decision.RuleBooks;
import org.xinheng.decision.Warning;
import org.xinheng.decision.WithheldReason;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.SubjectType;
import org.xinheng.kernel.UnifiedSocialCreditCode;
import org.xinheng.law.Effect;
import org.xinheng.listing.Designation;
import org.xinheng.listing.DocumentType;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.SubjectFile;
import org.xinheng.release.Tenure;

/** What a decision says beside its measures: outcome, notices, prompt. */
class DeciderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    private List<MeasureRule> rows = List.of(row("R-1", r -> r));
    private final List<Listing> listings = new ArrayList<>();
    private final List<ListingEvent> events = new ArrayList<>();
    private Map<String, Instant> lastReadings = Map.of();
    private Identifier subject = Identifier.parse(IdentifierScheme.USCC, "91420100XE5X00019Q", "/identifier");

    @Nullable
    private LocalDate asOf;

    // ---- stale and unread lists

    @Test
    void a_list_is_stale_from_its_limit_on_counted_to_the_decision() {
        rows = List.of(ofKind("SHZZ"));
        lastReadings = Map.of("SHZZ", NOW.minusSeconds(24 * 3600));
        assertThat(reported()).isEqualTo("CLEAR");
        lastReadings = Map.of("SHZZ", NOW.minusSeconds(24 * 3600 + 1));
        assertThat(reported()).isEqualTo("REVIEW LIST_STALE SHZZ");
    }

    @Test
    void staleness_never_counts_to_the_day_asked_about() {
        rows = List.of(ofKind("SHZZ"));
        lastReadings = Map.of("SHZZ", NOW.minusSeconds(3600));
        asOf = TODAY.plusYears(3);
        assertThat(reported()).isEqualTo("CLEAR PROJECTION /asOf");
        asOf = TODAY.minusYears(3);
        lastReadings = Map.of("SHZZ", NOW.minusSeconds(25 * 3600));
        assertThat(reported()).isEqualTo("REVIEW LIST_STALE SHZZ");
    }

    @Test
    void a_list_with_a_limit_that_was_never_read_asks_for_a_review_and_one_without_does_not() {
        rows = List.of(ofKind("SHZZ"));
        assertThat(reported()).isEqualTo("REVIEW LIST_UNREAD SHZZ");
        rows = List.of(row("R-1", r -> r));
        assertThat(reported()).isEqualTo("CLEAR");
    }

    // ---- objection

    @Test
    void an_open_objection_marks_the_measure_and_does_not_suspend_it() {
        events.add(event(ListingEvent.Type.OBJECTED, "2026-11-01"));
        listings.add(listing("ZFCG", null));
        Decision decision = decide();
        assertThat(decision.outcome()).isEqualTo(Outcome.PROHIBIT);
        assertThat(decision.measures()).singleElement().matches(measure -> measure.objectionOpen());
        assertThat(decision.prompt()).contains("异议");
    }

    @Test
    void an_open_objection_suspends_where_the_register_says_that_the_law_does() {
        rows = List.of(ofKind("NMGGZ"));
        listings.add(listing("NMGGZ", null));
        assertThat(decide().measures()).hasSize(1);
        events.add(event(ListingEvent.Type.OBJECTED, "2026-11-01"));
        listings.set(0, listing("NMGGZ", null));
        Decision decision = decide();
        assertThat(decision.measures()).isEmpty();
        assertThat(decision.withheld()).singleElement().matches(held -> held.reason() == WithheldReason.SUSPENDED);
        assertThat(decision.outcome())
                .as("what is suspended asks for no review")
                .isEqualTo(Outcome.CLEAR);
    }

    // ---- prompt

    @Test
    void what_is_advice_is_offered_and_never_ordered_whatever_the_designation_says() {
        rows = List.of(row("R-1", r -> {
            r.measureItem = "2024-13";
            r.effect = Effect.ADVISE;
            return r;
        }));
        listings.add(listing("ZFCG", "应当缴清罚款,不得再犯"));
        assertThat(decide().prompt()).startsWith("供参考：").doesNotContain("应当").doesNotContain("不得");
    }

    @Test
    void what_is_ordered_names_article_last_day_and_the_way_out() {
        listings.add(listing("ZFCG", "缴清罚款并期满"));
        assertThat(decide().prompt())
                .contains("《ZFCGF-77》第一条")
                .contains("2029年4月30日")
                .contains("终止条件：缴清罚款并期满");
    }

    // ---- the rest

    @Test
    void the_effect_that_is_strongest_is_the_outcome_and_comes_first() {
        rows = List.of(
                withEffect("R-1", Effect.SUPERVISE),
                withEffect("R-2", Effect.RESTRICT),
                withEffect("R-4", Effect.PROHIBIT),
                withEffect("R-3", Effect.PROHIBIT),
                withEffect("R-5", Effect.CAUTION));
        listings.add(listing("ZFCG", null));
        Decision decision = decide();
        assertThat(decision.outcome()).isEqualTo(Outcome.PROHIBIT);
        assertThat(decision.measures())
                .extracting(measure -> measure.source().rowCode())
                .containsExactly("R-3", "R-4", "R-2", "R-5", "R-1");
    }

    @Test
    void a_punishment_held_back_asks_for_a_review_and_a_reward_held_back_does_not() {
        listings.add(listing("ZFCG", null));
        listings.add(listing("AJNSR", null));
        rows = List.of(reward("R-1", r -> r), withEffect("R-2", Effect.SUPERVISE));
        assertThat(reported()).isEqualTo("SUPERVISE");
        rows = List.of(reward("R-1", r -> r));
        assertThat(reported()).isEqualTo("CLEAR");
        rows = List.of(withEffect("R-1", Effect.SUPERVISE), row("R-2", r -> {
            r.legalBases = List.of("UNREAD-1");
            return r;
        }));
        assertThat(reported()).isEqualTo("REVIEW");
        rows = List.of(withEffect("R-1", Effect.RESTRICT), row("R-2", r -> {
            r.legalBases = List.of("UNREAD-1");
            return r;
        }));
        assertThat(reported())
                .as("what applies and restricts comes before the doubt")
                .isEqualTo("RESTRICT");
    }

    @Test
    void a_code_whose_inner_check_fails_is_warned_of_and_never_clear() {
        subject = new Identifier(
                IdentifierScheme.USCC,
                UnifiedSocialCreditCode.completing("91420100123456780").value());
        assertThat(reported()).isEqualTo("REVIEW INNER_CODE_CHECK /subject/identifier");
    }

    @Test
    void the_lists_that_rows_for_the_matter_ask_about_are_named_with_their_last_reading() {
        rows = List.of(ofKind("SHZZ"), ofKind("NMGGZ"), row("R-9", r -> {
            r.matters = Set.of("TENDER_QUALIFICATION");
            return r;
        }));
        lastReadings = Map.of("SHZZ", NOW, "ZFCG", NOW);
        assertThat(decide().listsConsulted())
                .extracting(list -> list.listKind() + " " + list.freshAsOf())
                .containsExactly("NMGGZ null", "SHZZ " + NOW);
    }

    private String reported() {
        Decision decision = decide();
        StringBuilder reported = new StringBuilder(decision.outcome().name());
        for (Warning notice : decision.notices()) {
            reported.append(' ').append(notice.code()).append(' ').append(notice.pointer());
        }
        return reported.toString();
    }

    private Decision decide() {
        var law = new RuleBooks.InForce(
                bookOf(rows.toArray(MeasureRule[]::new)),
                new Tenure(new UUID(0, 1), LocalDate.of(2020, 1, 1), Instant.EPOCH),
                false);
        var request = new DecisionRequest(
                SubjectType.ORGANISATION,
                subject,
                null,
                "GOVERNMENT_PROCUREMENT_QUALIFICATION",
                new MatterFacts(null, null, null, null),
                "420100",
                "测试",
                "测试-1",
                asOf,
                "测试");
        var mentions = listings.stream()
                .map(listing -> new SubjectFile.Mention(listing, TargetRole.LISTED_SUBJECT, null, null))
                .toList();
        return new Decider(law, new Department("WH-CZJ", "武汉市财政局", "FINANCE", "420100"), NOW, TODAY)
                .decide(new UUID(0, 9), request, new SubjectFile(3, List.of(), mentions), lastReadings)
                .decision();
    }

    private Listing listing(String kind, @Nullable String removalConditions) {
        return new Listing(
                UUID.nameUUIDFromBytes(kind.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                kind,
                new UUID(0, 7),
                Gravity.SERIOUS,
                new Designation(
                        DocumentType.LIST_DESIGNATION_DECISION,
                        "示例〔2026〕1号",
                        LocalDate.of(2026, 5, 1),
                        "示例",
                        null,
                        null,
                        Set.of(),
                        null,
                        null,
                        true,
                        removalConditions,
                        null),
                LocalDate.of(2026, 5, 1),
                LocalDate.of(2029, 4, 30),
                null,
                List.of(),
                List.of(),
                "420100",
                "WH-CZJ",
                false,
                1,
                List.copyOf(events),
                null);
    }

    private static MeasureRule ofKind(String kind) {
        return row("R-" + kind, r -> {
            r.listKinds = Set.of(kind);
            return r;
        });
    }

    private static MeasureRule withEffect(String code, Effect effect) {
        return row(code, r -> {
            r.effect = effect;
            return r;
        });
    }

    private static ListingEvent event(ListingEvent.Type type, String day) {
        return new ListingEvent(new UUID(0, 3), type, LocalDate.parse(day), 2, null, null);
    }
}
