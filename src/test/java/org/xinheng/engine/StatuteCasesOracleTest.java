package org.xinheng.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xinheng.cases.CaseFacts;
import org.xinheng.cases.StatuteCase;
import org.xinheng.cases.StatuteCases;
import org.xinheng.decision.Inquiry;
import org.xinheng.exchange.workbook.DecisionTableFiles;
import org.xinheng.exchange.workbook.WorkbookReader;
import org.xinheng.release.Release;
import org.xinheng.release.Workbook;

/** On every case written from the statutes, stock Drools and the kernel find the same rows. */
class StatuteCasesOracleTest {
    private static Release release;
    private static CompiledRuleBook kernel;
    private static StockDrools oracle;

    @BeforeAll
    static void compileBoth() throws IOException {
        List<Workbook> workbooks = DecisionTableFiles.workbooks(Path.of("decision-tables"));
        release = GivenLaw.release(WorkbookReader.read(workbooks).content());
        kernel = new RuleBookCompiler(1).compile(release);
        var sheets = new LinkedHashMap<String, byte[]>();
        workbooks.stream()
                .filter(workbook -> !workbook.name().equals(Workbook.REGISTERS))
                .forEach(workbook -> sheets.put(workbook.name(), workbook.bytes()));
        oracle = new StockDrools(sheets);
    }

    @TestFactory
    Stream<DynamicTest> stock_drools_finds_the_rows_that_the_kernel_finds() throws IOException {
        return StatuteCases.all().stream()
                .map(each -> DynamicTest.dynamicTest(each.toString(), () -> {
                    Inquiry inquiry = inquiry(each);
                    assertThat(byKernel(inquiry))
                            .as("%s", inquiry)
                            .containsExactlyInAnyOrderElementsOf(byOracle(inquiry));
                }));
    }

    @Test
    void the_cases_reach_rows_at_all() throws IOException {
        assertThat(StatuteCases.all().stream().flatMap(each -> byOracle(inquiry(each)).stream()))
                .as("rows that stock Drools finds")
                .hasSizeGreaterThan(100);
    }

    private static Inquiry inquiry(StatuteCase of) {
        return new CaseFacts(of, release.registers()).inquiry();
    }

    private static List<String> byKernel(Inquiry inquiry) {
        return kernel.matches(inquiry).stream()
                .map(match -> match.situation().about().listing().id() + " "
                        + match.row().rule().code())
                .toList();
    }

    private static List<String> byOracle(Inquiry inquiry) {
        List<Situation> situations = inquiry.listings().stream()
                .map(about -> Situation.of(inquiry, about, release.registers()))
                .toList();
        List<String> found = new ArrayList<>();
        oracle.fire(situations).forEach((situation, rows) -> {
            if (situation.inEffect() && situation.countsHere() && situation.reachable()) {
                found.addAll(named(situation, rows));
            }
        });
        return found;
    }

    private static List<String> named(Situation situation, Map<String, Conclusions.Row> rows) {
        return rows.keySet().stream()
                .map(code -> situation.about().listing().id() + " " + code)
                .toList();
    }
}
