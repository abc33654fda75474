package org.xinheng.bench.release;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import org.jboss.logmanager.Logger;
import org.xinheng.decision.TableTests;
import org.xinheng.engine.CompiledRuleBook;
import org.xinheng.engine.RuleBookCompiler;
import org.xinheng.exchange.workbook.DecisionTableFiles;
import org.xinheng.exchange.workbook.WorkbookReader;
import org.xinheng.release.Release;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.FindingTexts;
import org.xinheng.release.gate.ParsedWorkbooks;
import org.xinheng.release.gate.Severity;
import org.xinheng.release.gate.check.Gate;

/** Reads, checks, compiles and tests one release in a fresh JVM, and prints how long each took and what heap it needed. */
final class OneRelease {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private OneRelease() {}

    /** @param arguments the folder with the workbooks */
    public static void main(String... arguments) throws IOException {
        Logger.getLogger("org.drools").setLevel(Level.SEVERE);
        List<Workbook> workbooks = DecisionTableFiles.workbooks(Path.of(arguments[0]));
        long begun = System.nanoTime();
        ParsedWorkbooks reading = WorkbookReader.read(workbooks);
        long read = System.nanoTime();
        Gate gate = new Gate(reading, DAY);
        List<Finding> findings = new ArrayList<>(reading.findings());
        findings.addAll(gate.check());
        long checked = System.nanoTime();
        CompiledRuleBook ruleBook = new RuleBookCompiler()
                .compile(new Release(
                        new UUID(0, 1),
                        "made for a benchmark",
                        Instant.EPOCH,
                        RuleBookCompiler.ENGINE_VERSION,
                        reading.content()));
        long compiled = System.nanoTime();
        findings.addAll(gate.runTests(reading.content(), new TableTests(ruleBook)));
        long tested = System.nanoTime();
        refuseErrors(findings);
        System.out.printf(
                "MEASURED rows=%d read=%.3f check=%.3f compile=%.3f tests=%.3f whole=%.3f heapPeakMiB=%d%n",
                reading.content().rules().size(),
                (read - begun) / 1e9,
                (checked - read) / 1e9,
                (compiled - checked) / 1e9,
                (tested - compiled) / 1e9,
                (tested - begun) / 1e9,
                heapPeak() / (1024 * 1024));
        System.exit(0);
    }

    private static void refuseErrors(List<Finding> findings) {
        List<String> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(FindingTexts.CHINESE::line)
                .toList();
        if (!errors.isEmpty()) {
            throw new IllegalStateException(errors.size() + " errors, the first: " + errors.get(0));
        }
    }

    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
