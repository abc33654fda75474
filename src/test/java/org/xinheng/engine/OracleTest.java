package org.xinheng.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.table.RuleCell;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.decision.Inquiry;
import org.xinheng.exchange.workbook.DecisionTableFiles;
import org.xinheng.exchange.workbook.WorkbookReader;
import org.xinheng.release.Release;
import org.xinheng.release.Workbook;

/**
 * The workbooks of this repository, run by stock Drools as they are and by kie-dmn as tables of DMN 1.3, agree with the
 * kernel row by row.
 */
class OracleTest {
    private static final long SEED = Long.getLong("xinheng.oracle.seed", System.nanoTime());
    private static final int RANDOM_INQUIRIES = 2_000;

    private static Release release;
    private static CompiledRuleBook kernel;
    private static StockDrools oracle;
    private static DmnOracle dmn;
    private static Examples examples;

    /** An inquiry, and what it is an example of. */
    private record Example(String of, Inquiry inquiry) {}

    @BeforeAll
    static void compileBoth() throws IOException {
        List<Workbook> workbooks = DecisionTableFiles.workbooks(Path.of("decision-tables"));
        var content = WorkbookReader.read(workbooks).content();
        release = GivenLaw.release(content);
        kernel = new RuleBookCompiler(1).compile(release);
        var sheets = new LinkedHashMap<String, byte[]>();
        for (Workbook workbook : workbooks) {
            if (!workbook.name().equals(Workbook.REGISTERS)) {
                sheets.put(workbook.name(), workbook.bytes());
            }
        }
        oracle = new StockDrools(sheets);
        dmn = new DmnOracle(content.rules());
        examples = new Examples(release.registers());
    }

    @Test
    void stock_drools_reads_every_row_of_every_workbook_once() {
        Map<String, List<String>> rows = release.content().rules().stream()
                .collect(Collectors.groupingBy(
                        rule -> rule.source().workbook(), Collectors.mapping(MeasureRule::code, Collectors.toList())));
        assertThat(rows).isNotEmpty();
        rows.forEach((workbook, codes) ->
                assertThat(oracle.rowsOf(workbook)).as(workbook).containsExactlyElementsOf(codes));
        assertThat(oracle.rows())
                .containsExactlyInAnyOrderElementsOf(release.content().rules().stream()
                        .map(MeasureRule::code)
                        .toList());
    }

    @Test
    void every_rule_sheet_stands_in_kie_dmn_as_a_table() {
        assertThat(dmn.workbooks())
                .containsExactlyInAnyOrderElementsOf(release.content().rules().stream()
                        .map(rule -> rule.source().workbook())
                        .distinct()
                        .toList());
    }

    @Test
    void a_case_that_misses_a_row_misses_it_by_one_cell_alone() {
        for (MeasureRule rule : release.content().rules()) {
            for (RuleColumn column : examples.missable(rule)) {
                for (Situation situation : situations(examples.missing(rule, column))) {
                    assertThat(rule.cells().stream().filter(cell -> !holds(situation, cell)))
                            .as("%s: %s", rule.code(), column)
                            .extracting(RuleCell::column)
                            .containsExactly(column);
                }
            }
        }
    }

    @Test
    void every_row_fires_in_all_three_where_it_agrees_and_in_none_where_one_cell_differs() {
        var matching = new ArrayList<Example>();
        var missing = new ArrayList<Example>();
        for (MeasureRule rule : release.content().rules()) {
            matching.add(new Example(rule.code(), examples.matching(rule)));
            for (RuleColumn column : examples.missable(rule)) {
                missing.add(new Example(rule.code(), examples.missing(rule, column)));
            }
        }
        agreed(matching).forEach((example, codes) -> assertThat(codes).contains(example.of()));
        agreed(missing)
                .forEach((example, codes) ->
                        assertThat(codes).as("%s", example.inquiry()).doesNotContain(example.of()));
    }

    @Test
    void random_inquiries_near_the_rows_fire_the_same_rows() {
        System.out.println("oracle seed " + SEED + " (repeat with -Dxinheng.oracle.seed)");
        var random = new Random(SEED);
        var drawn = new ArrayList<Example>();
        for (int i = 0; i < RANDOM_INQUIRIES; i++) {
            drawn.add(new Example(
                    "seed " + SEED, examples.random(release.content().rules(), random)));
        }
        assertThat(agreed(drawn).values().stream().mapToInt(TreeSet::size).sum())
                .isPositive();
    }

    @Test
    void the_actions_of_a_row_say_what_its_cells_say() {
        var rules = release.content().rules().stream().collect(Collectors.toMap(MeasureRule::code, rule -> rule));
        var situations = rules.values().stream()
                .flatMap(rule -> situations(examples.matching(rule)).stream())
                .toList();
        oracle.fire(situations)
                .values()
                .forEach(rows -> rows.forEach((code, row) -> {
                    for (RuleColumn column : RuleColumn.values()) {
                        if (column.kind() == RuleColumn.Kind.ACTION) {
                            assertThat(sorted(row.cells().getOrDefault(column, "")))
                                    .as("%s %s", code, column)
                                    .isEqualTo(sorted(MeasureSheet.cell(rules.get(code), column)));
                        }
                    }
                }));
    }

    private static boolean holds(Situation situation, RuleCell cell) {
        String text = cell.text();
        return switch (cell.column()) {
            case LIST_KIND -> situation.listKindIn(text);
            case GROUND -> situation.groundIn(text);
            case GRAVITY -> situation.gravityIn(text);
            case SUBJECT_TYPE -> situation.subjectTypeIn(text);
            case ROLE -> situation.roleIn(text);
            case LISTING_REGION -> situation.listingRegionIn(text);
            case MATTER_REGION -> situation.matterRegionIn(text);
            case MATTER -> situation.matterIn(text);
            case SECTOR -> situation.sectorIn(text);
            case ITEM -> situation.itemIn(text);
            case LEGALLY_REQUIRED_TENDER -> situation.legallyRequiredTenderIs(text);
            case GOVERNMENT_INVESTED -> situation.governmentInvestedIs(text);
            case AGENCY_KIND -> situation.agencyKindIn(text);
            case LEGAL_BASIS -> situation.mayRestOn(text);
            case VALID_FROM -> situation.onOrAfter(text);
            case VALID_TO -> situation.onOrBefore(text);
            default -> throw new IllegalArgumentException("no condition: " + cell.column());
        };
    }

    /** Asserts that all three fire the same rows on every situation, and tells which. */
    private static Map<Example, TreeSet<String>> agreed(List<Example> given) {
        var situations = new LinkedHashMap<Example, List<Situation>>();
        given.forEach(example -> situations.put(example, situations(example.inquiry())));
        var byOracle =
                oracle.fire(situations.values().stream().flatMap(List::stream).toList());
        var byDmn = dmn.fire(byOracle.keySet());
        byOracle.forEach((situation, rows) -> assertThat(byDmn.get(situation))
                .as("kie-dmn and stock Drools: %s", situation.inquiry())
                .containsExactlyElementsOf(rows.keySet()));
        var reported = new LinkedHashMap<Example, TreeSet<String>>();
        situations.forEach((example, ofExample) -> {
            var codes = new TreeSet<String>();
            var matches = kernel.matches(example.inquiry());
            for (Situation situation : ofExample) {
                var byKernel = matches.stream()
                        .filter(match -> match.situation().about() == situation.about())
                        .map(match -> match.row().rule().code())
                        .toList();
                boolean counts = situation.inEffect() && situation.countsHere() && situation.reachable();
                assertThat(byKernel)
                        .as("%s: %s", example.of(), example.inquiry())
                        .containsExactlyInAnyOrderElementsOf(
                                counts ? byOracle.get(situation).keySet() : new TreeSet<>());
                codes.addAll(byKernel);
            }
            reported.put(example, codes);
        });
        return reported;
    }

    private static List<Situation> situations(Inquiry inquiry) {
        return inquiry.listings().stream()
                .map(about -> Situation.of(inquiry, about, release.registers()))
                .toList();
    }

    private static List<String> sorted(String codes) {
        return List.of(codes.split("、")).stream().sorted().toList();
    }
}
