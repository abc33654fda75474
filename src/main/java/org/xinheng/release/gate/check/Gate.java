package org.xinheng.release.gate.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.register.RegisterSheets;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.catalogue.table.RuleTableHead;
import org.xinheng.release.ReleaseContent;
import org.xinheng.release.TableTest;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.CellLocations;
import org.xinheng.release.gate.Coverage;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.FindingCode;
import org.xinheng.release.gate.ParsedWorkbooks;
import org.xinheng.release.gate.Severity;
import org.xinheng.release.gate.TestRun;

/**
 * The gate of a release: what its registers, rows and tests mean, checked against the law they cite before anything is
 * compiled. All findings at once, one a cause, each at its cell. Pure: the day is handed in.
 *
 * <p>What could not be read has its finding already; nothing is concluded from its absence.
 */
public final class Gate {
    private static final String TESTS = RuleTableHead.TESTS_SHEET;

    private final ParsedWorkbooks reading;
    private final LocalDate day;

    /** @param day the first day on which the release would be in force, Asia/Shanghai */
    public Gate(ParsedWorkbooks reading, LocalDate day) {
        this.reading = reading;
        this.day = day;
    }

    /** Everything that is wrong with what the workbooks mean, without running the tests. */
    public List<Finding> check() {
        var findings = new ArrayList<Finding>();
        findings.addAll(new RegisterChecks(reading).check());
        boolean regionsSound = reading.faultless(Workbook.REGISTERS, RegisterSheets.REGIONS.name())
                && findings.stream()
                        .noneMatch(finding -> RegisterSheets.REGIONS.name().equals(finding.sheet()));
        ReleaseContent content = reading.content();
        var firsts = new HashMap<String, MeasureRule>();
        for (MeasureRule rule : content.rules()) {
            MeasureRule first = firsts.putIfAbsent(rule.code(), rule);
            if (first != null) {
                findings.add(
                        at(rule, RuleColumn.CODE).finding(FindingCode.DUPLICATE_CODE, rule.code(), null, place(first)));
            }
            findings.addAll(RowChecks.check(reading, rule, day, regionsSound));
        }
        findings.addAll(new RowPairs(content, reading.places()).check());
        findings.addAll(coverage());
        return List.copyOf(findings);
    }

    /**
     * What can be tried, whatever is wrong elsewhere: the registers, and the rows and cases of every workbook without an
     * error. A case compares the rows of its own workbook alone.
     *
     * @param findings all that were told so far
     * @return empty where the registers have an error, which no row can be tried without, or no workbook is free of them
     */
    public Optional<ReleaseContent> trial(List<Finding> findings) {
        Set<String> faulty = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::workbook)
                .collect(Collectors.toSet());
        ReleaseContent whole = reading.content();
        if (faulty.isEmpty()) {
            return Optional.of(whole);
        }
        var sound = new ReleaseContent(
                whole.registers(),
                whole.rules().stream()
                        .filter(rule -> !faulty.contains(rule.source().workbook()))
                        .toList(),
                whole.tests().stream()
                        .filter(test -> !faulty.contains(test.source().workbook()))
                        .toList());
        return faulty.contains(Workbook.REGISTERS) || sound.rules().isEmpty() ? Optional.empty() : Optional.of(sound);
    }

    /**
     * Runs every test case of what can be tried; a case that names a row that could not be read is left out.
     *
     * @param trial of {@link #trial}, and what {@code run} was made of
     */
    public List<Finding> runTests(ReleaseContent trial, TestRun run) {
        var findings = new ArrayList<Finding>();
        for (TableTest test : trial.tests()) {
            if (test.reached().stream().anyMatch(reading.rowsNotRead()::contains)) {
                continue;
            }
            List<TestRun.Mismatch> mismatches = run.run(test);
            if (!mismatches.isEmpty()) {
                findings.add(failed(test, mismatches));
            }
        }
        return List.copyOf(findings);
    }

    /** A case that fails has one cause, so one finding, at the first expectation that is not met. */
    private Finding failed(TableTest test, List<TestRun.Mismatch> mismatches) {
        return reading.places()
                .of(test.source(), mismatches.get(0).heading())
                .finding(
                        FindingCode.TEST_FAILED,
                        reported(mismatches, TestRun.Mismatch::found),
                        reported(mismatches, TestRun.Mismatch::expected),
                        test.code());
    }

    private static String reported(List<TestRun.Mismatch> mismatches, Function<TestRun.Mismatch, String> side) {
        return mismatches.stream()
                .map(mismatch -> {
                    String codes = side.apply(mismatch);
                    return mismatch.heading() + " " + (codes.isEmpty() ? "–" : codes);
                })
                .collect(Collectors.joining("; "));
    }

    private List<Finding> coverage() {
        var findings = new ArrayList<Finding>();
        Set<String> misspelt = reading.findings().stream()
                .filter(finding -> finding.code() == FindingCode.TEST_ROW_UNKNOWN)
                .map(finding -> finding.workbook() + "!" + finding.expected())
                .collect(Collectors.toSet());
        for (Coverage.RowCoverage row : Coverage.of(reading.content()).unreached()) {
            String workbook = row.source().workbook();
            boolean reported = misspelt.contains(workbook + "!" + row.rowCode());
            if (!reported && reading.readWholly(workbook, TESTS)) {
                findings.add(reading.places()
                        .of(row.source(), RuleColumn.CODE.heading())
                        .finding(FindingCode.ROW_WITHOUT_TEST, row.rowCode(), null));
            }
        }
        return findings;
    }

    private CellLocations.Place at(MeasureRule rule, RuleColumn column) {
        return reading.places().of(rule.source(), column.heading());
    }

    private static String place(MeasureRule rule) {
        return rule.source().workbook() + " " + rule.source().sheet() + "!A"
                + rule.source().row();
    }
}
