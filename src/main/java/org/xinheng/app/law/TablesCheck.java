package org.xinheng.app.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.xinheng.decision.TableTests;
import org.xinheng.engine.RuleBookCompiler;
import org.xinheng.exchange.workbook.WorkbookReader;
import org.xinheng.release.Release;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.ParsedWorkbooks;
import org.xinheng.release.gate.Severity;
import org.xinheng.release.gate.check.Gate;

/** The whole gate over a set of workbooks, for those who have neither service nor database at hand. */
public final class TablesCheck {
    private static final int ONE_WORKER = 1;

    private TablesCheck() {}

    /**
     * Every finding in the order of the workbooks: reading, meaning and the cases of the sheets 测试 of every workbook
     * without an error, as long as the registers have none.
     *
     * @param day the first day on which the tables would be law
     */
    public static List<Finding> findings(List<Workbook> workbooks, LocalDate day) {
        ParsedWorkbooks reading = WorkbookReader.read(workbooks);
        var gate = new Gate(reading, day);
        var findings = new ArrayList<>(reading.findings());
        findings.addAll(gate.check());
        gate.trial(findings).ifPresent(content -> {
            var trial = new Release(new UUID(0, 0), "", Instant.EPOCH, RuleBookCompiler.ENGINE_VERSION, content);
            findings.addAll(gate.runTests(content, new TableTests(new RuleBookCompiler(ONE_WORKER).compile(trial))));
        });
        List<String> order = workbooks.stream().map(Workbook::name).toList();
        findings.sort(Comparator.comparing(finding -> order.indexOf(finding.workbook())));
        return List.copyOf(findings);
    }

    /** Whether one of them keeps the tables out. */
    public static boolean refused(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
