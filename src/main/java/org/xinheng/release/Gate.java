package org.xinheng.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.RuleColumn;

/**
 * The gate of a release: what its registers, rows and tests mean, checked against the law they cite before anything is
 * compiled. All findings at once, one a cause, each at its cell. Pure: the day is handed in.
 *
 * <p>What could not be read has its finding already; nothing is concluded from its absence.
 */
public final class Gate {
    private static final String TESTS = "测试";

    private final Reading reading;
    private final LocalDate day;

    /** @param day the first day on which the release would be in force, Asia/Shanghai */
    public Gate(Reading reading, LocalDate day) {
        this.reading = reading;
        this.day = day;
    }

    /** Everything that is wrong with what the workbooks mean, without running the tests. */
    public List<Finding> check() {
        var findings = new ArrayList<Finding>();
        findings.addAll(new RegisterMeaning(reading).check());
        ReleaseContent content = reading.content();
        var firsts = new HashMap<String, MeasureRule>();
        for (MeasureRule rule : content.rules()) {
            MeasureRule first = firsts.putIfAbsent(rule.code(), rule);
            if (first != null) {
                findings.add(
                        at(rule, RuleColumn.CODE).finding(FindingCode.DUPLICATE_CODE, rule.code(), null, place(first)));
            }
            findings.addAll(new RowMeaning(reading, rule, day).check());
        }
        findings.addAll(new RowPairs(content.rules(), reading.places()).check());
        findings.addAll(coverage());
        return List.copyOf(findings);
    }

    /** Runs every test case; a case that names a row that could not be read is left out. */
    public List<Finding> runTests(TestRun run) {
        var findings = new ArrayList<Finding>();
        for (TableTest test : reading.content().tests()) {
            if (test.reached().stream().anyMatch(reading.rowsNotRead()::contains)) {
                continue;
            }
            for (TestRun.Mismatch mismatch : run.run(test)) {
                findings.add(reading.places()
                        .of(test.source(), mismatch.heading())
                        .finding(FindingCode.TEST_FAILED, mismatch.found(), mismatch.expected(), test.code()));
            }
        }
        return List.copyOf(findings);
    }

    private List<Finding> coverage() {
        var findings = new ArrayList<Finding>();
        var reached = new HashSet<String>();
        for (TableTest test : reading.content().tests()) {
            reached.addAll(test.reached());
        }
        for (MeasureRule rule : reading.content().rules()) {
            if (!reached.contains(rule.code())
                    && reading.readWholly(rule.source().workbook(), TESTS)) {
                findings.add(at(rule, RuleColumn.CODE).finding(FindingCode.ROW_WITHOUT_TEST, rule.code(), null));
            }
        }
        return findings;
    }

    private Places.Place at(MeasureRule rule, RuleColumn column) {
        return reading.places().of(rule.source(), column.heading());
    }

    private static String place(MeasureRule rule) {
        return rule.source().workbook() + " " + rule.source().sheet() + "!A"
                + rule.source().row();
    }
}
