package org.xinheng.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.engine.Asked.about;
import static org.xinheng.engine.Asked.asked;
import static org.xinheng.engine.Rows.row;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.MeasureTerm;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.catalogue.table.RuleCell;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.decision.Inquiry;
import org.xinheng.decision.Omission;
import org.xinheng.decision.Trace;
import org.xinheng.decision.explain.CellMatch;
import org.xinheng.decision.explain.NearestRows;
import org.xinheng.decision.explain.NotFired;
import org.xinheng.decision.explain.Obstacle;
import org.xinheng.exchange.workbook.DecisionTableFiles;
import org.xinheng.exchange.workbook.WorkbookReader;
import org.xinheng.listing.ListingStatus;
import org.xinheng.release.Release;

/** Why a row did not fire is told from the stored facts alone, and agrees with the engine cell by cell. */
class NearestRowsTest {
    private static final int INQUIRIES = 300;
    private static final Set<Obstacle> AFTER_MATCHING = EnumSet.of(Obstacle.RESTORED, Obstacle.OUTSIDE_TERM);

    @Test
    void a_row_has_no_failing_cell_and_no_obstacle_exactly_where_the_engine_matches_it() throws IOException {
        var content = WorkbookReader.read(DecisionTableFiles.workbooks(Path.of("decision-tables")))
                .content();
        Release release = GivenLaw.release(content);
        CompiledRuleBook kernel = new RuleBookCompiler(1).compile(release);
        var examples = new Examples(release.registers());
        long seed = System.nanoTime();
        var random = new Random(seed);
        Stream<Inquiry> near = content.rules().stream()
                .flatMap(rule -> Stream.concat(
                        Stream.of(examples.matching(rule)),
                        examples.missable(rule).stream().map(column -> examples.missing(rule, column))));
        Stream<Inquiry> drawn =
                Stream.generate(() -> examples.random(content.rules(), random)).limit(INQUIRIES);
        Stream.concat(near, drawn).forEach(inquiry -> {
            Set<String> matched = kernel.matches(inquiry).stream()
                    .map(match -> match.row().rule().code())
                    .collect(Collectors.toSet());
            var nearest = new NearestRows(traceOf(inquiry, release), content);
            for (MeasureRule rule : content.rules()) {
                if (rule.listKinds().stream()
                        .noneMatch(kind -> inquiry.listings().stream()
                                .anyMatch(about -> about.listing().listKind().equals(kind)))) {
                    continue; // hundreds of rows of other lists: told apart by their first cell
                }
                NotFired reported =
                        nearest.of(each -> each.code().equals(rule.code())).get(0);
                boolean clear = reported.distance() == 0 && AFTER_MATCHING.containsAll(reported.obstacles());
                assertThat(clear)
                        .as("seed %d, %s: %s in %s", seed, rule.code(), reported, inquiry)
                        .isEqualTo(matched.contains(rule.code()));
            }
        });
    }

    @Test
    void the_row_that_failed_by_fewest_cells_comes_first_and_says_what_would_have_made_it_fire() {
        MeasureRule otherMatter = withCells(
                row("A-2", r -> {
                    r.matters = Set.of("TENDER_QUALIFICATION");
                    return r;
                }),
                RuleColumn.LIST_KIND,
                "ZFCG",
                RuleColumn.MATTER,
                "TENDER_QUALIFICATION");
        MeasureRule otherListAndMatter = withCells(
                row("A-1", r -> {
                    r.listKinds = Set.of("NMGGZ");
                    r.matters = Set.of("TENDER_QUALIFICATION");
                    return r;
                }),
                RuleColumn.LIST_KIND,
                "NMGGZ",
                RuleColumn.MATTER,
                "TENDER_QUALIFICATION");
        Release release = GivenLaw.release(List.of(otherListAndMatter, otherMatter));

        List<NotFired> reported = nearest(about(listed -> {}), release);

        assertThat(reported).extracting(row -> row.rule().code()).containsExactly("A-2", "A-1");
        assertThat(reported).extracting(NotFired::distance).containsExactly(1, 2);
        assertThat(reported.get(0).cells())
                .extracting(NotFired.Compared::address, NotFired.Compared::agreement)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("B9", CellMatch.MATCHED),
                        org.assertj.core.groups.Tuple.tuple("I9", CellMatch.FAILED));
        assertThat(reported.get(0).wouldFireIf())
                .containsExactly("“办理事项”（I9）须为TENDER_QUALIFICATION（TENDER_QUALIFICATION），"
                        + "当时为GOVERNMENT_PROCUREMENT_QUALIFICATION（GOVERNMENT_PROCUREMENT_QUALIFICATION）");
    }

    @Test
    void where_the_subject_stands_on_no_list_the_nearest_rows_say_so() {
        MeasureRule rule = withCells(row("A-1", r -> r), RuleColumn.LIST_KIND, "ZFCG");
        NotFired reported =
                nearest(asked(a -> {}), GivenLaw.release(List.of(rule))).get(0);

        assertThat(reported.listing()).isNull();
        assertThat(reported.distance()).isEqualTo(1);
        assertThat(reported.cells().get(0).met()).isNull();
        assertThat(reported.wouldFireIf().get(0)).contains("没有可用的名单记录");
    }

    @Test
    void what_kept_a_row_from_firing_beside_its_cells_is_told() {
        Release release = GivenLaw.release(List.of(row("A-1", r -> r)));

        assertThat(nearest(
                                about(listed ->
                                        listed.standing = new ListingStatus.Restored(LocalDate.of(2026, 6, 1), false)),
                                release)
                        .get(0)
                        .obstacles())
                .containsExactly(Obstacle.RESTORED);
        assertThat(nearest(about(listed -> listed.role = TargetRole.LEGAL_REPRESENTATIVE), release)
                        .get(0)
                        .obstacles())
                .contains(Obstacle.ORGANISATION_NOT_REACHED);
        assertThat(nearest(
                                asked(a -> a.region = "430100", listed -> {
                                    listed.listKind = "SHZZ";
                                    listed.region = "420100";
                                }),
                                GivenLaw.release(List.of(row("A-1", r -> {
                                    r.listKinds = Set.of("SHZZ");
                                    return r;
                                }))))
                        .get(0)
                        .obstacles())
                .containsExactly(Obstacle.LIST_COUNTS_ELSEWHERE);
        assertThat(nearest(
                                about(listed -> listed.decidedTerm = new org.xinheng.kernel.EffectivePeriod(
                                        LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1))),
                                GivenLaw.release(List.of(row("A-1", r -> {
                                    r.term = Rows.term(MeasureTerm.Kind.AS_DECIDED);
                                    return r;
                                }))))
                        .get(0)
                        .obstacles())
                .containsExactly(Obstacle.OUTSIDE_TERM);
    }

    @Test
    void a_listing_that_is_over_is_told_to_those_who_may_see_it_and_to_nobody_else() {
        Release release = GivenLaw.release(List.of(withCells(row("A-1", r -> r), RuleColumn.LIST_KIND, "ZFCG")));
        Inquiry inquiry = about(listed ->
                listed.standing = new ListingStatus.Ended(ListingStatus.Cause.REMOVED, LocalDate.of(2026, 6, 1)));
        Trace trace = traceOf(inquiry, release);
        var removed = new Trace(
                trace.asked(),
                List.of(),
                List.of(),
                List.of(new Trace.Omitted(trace.listings().get(0), Omission.REMOVED)));

        NotFired toTheAuditor =
                new NearestRows(removed, release.content()).of(rule -> true).get(0);
        NotFired toTheAgency = new NearestRows(removed.asAnswered(), release.content())
                .of(rule -> true)
                .get(0);

        assertThat(toTheAuditor.obstacles()).containsExactly(Obstacle.LISTING_REMOVED);
        assertThat(toTheAuditor.distance()).isZero();
        assertThat(toTheAgency.listing()).isNull();
        assertThat(toTheAgency.wouldFireIf().toString()).doesNotContain("移出");
    }

    @Test
    void no_more_rows_are_told_than_are_read() {
        List<MeasureRule> rows = Stream.iterate(1, n -> n + 1)
                .limit(NearestRows.ROWS_MAX + 5L)
                .map(n -> row(String.format(java.util.Locale.ROOT, "A-%02d", n), r -> {
                    r.matters = Set.of("TENDER_QUALIFICATION");
                    return r;
                }))
                .toList();
        assertThat(nearest(about(listed -> {}), GivenLaw.release(rows)))
                .hasSize(NearestRows.ROWS_MAX)
                .extracting(row -> row.rule().code())
                .isSorted();
    }

    private static List<NotFired> nearest(Inquiry inquiry, Release release) {
        return new NearestRows(traceOf(inquiry, release), release.content()).of(rule -> true);
    }

    private static Trace traceOf(Inquiry inquiry, Release release) {
        return new Trace(
                new Trace.Asked(
                        inquiry.subjectType().name(),
                        inquiry.nameInDoubt(),
                        inquiry.matter(),
                        inquiry.facts(),
                        inquiry.region(),
                        release.registers().regionAndAbove(inquiry.region()),
                        inquiry.agencyKind(),
                        inquiry.asOf()),
                inquiry.listings().stream().map(Trace.FactsOfListing::of).toList(),
                List.of(),
                List.of());
    }

    /** The row with the cells that a sheet would have had for it. */
    private static MeasureRule withCells(MeasureRule rule, Object... columnsAndTexts) {
        List<RuleCell> cells = new java.util.ArrayList<>();
        for (int i = 0; i < columnsAndTexts.length; i += 2) {
            RuleColumn column = (RuleColumn) columnsAndTexts[i];
            String address = (char) ('A' + column.ordinal()) + "9";
            cells.add(new RuleCell(column, column.heading(), address, (String) columnsAndTexts[i + 1]));
        }
        return new MeasureRule(
                rule.code(),
                rule.listKinds(),
                rule.grounds(),
                rule.gravities(),
                rule.subjectTypes(),
                rule.roles(),
                rule.listingRegions(),
                rule.matterRegions(),
                rule.matters(),
                rule.sectors(),
                rule.items(),
                rule.legallyRequiredTender(),
                rule.governmentInvested(),
                rule.agencyKinds(),
                rule.legalBases(),
                rule.validity(),
                rule.measureItem(),
                rule.measure(),
                rule.effect(),
                rule.term(),
                rule.memorandum(),
                rule.excludedBy(),
                rule.lastChecked(),
                rule.source(),
                cells);
    }
}
