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
import org.xinheng.catalogue.RuleColumn;
import org.xinheng.decision.Inquiry;
import org.xinheng.exchange.workbook.DecisionTableFiles;
import org.xinheng.exchange.workbook.WorkbookReader;
import org.xinheng.release.Release;
import org.xinheng.release.Workbook;

/** The workbooks of this repository, run by stock Drools as they are, agree with the kernel row by row. */
class OracleTest {
    private static final long SEED = Long.getLong("xinheng.oracle.seed", System.nanoTime());
    private static final int RANDOM_INQUIRIES = 2_000;

    private static Release release;
    private static CompiledRuleBook kernel;
    private static StockDrools oracle;
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
    void every_row_fires_in_both_where_it_agrees_and_in_neither_where_one_cell_differs() {
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

    /** Asserts that both fire the same rows on every situation, and tells which. */
    private static Map<Example, TreeSet<String>> agreed(List<Example> given) {
        var situations = new LinkedHashMap<Example, List<Situation>>();
        given.forEach(example -> situations.put(example, situations(example.inquiry())));
        var byOracle =
                oracle.fire(situations.values().stream().flatMap(List::stream).toList());
        var told = new LinkedHashMap<Example, TreeSet<String>>();
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
            told.put(example, codes);
        });
        return told;
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
