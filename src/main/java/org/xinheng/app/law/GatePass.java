package org.xinheng.app.law;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.decision.RuleBook;
import org.xinheng.decision.TableTests;
import org.xinheng.engine.RuleBookCompiler;
import org.xinheng.exchange.workbook.WorkbookReader;
import org.xinheng.release.Coverage;
import org.xinheng.release.Draft;
import org.xinheng.release.Finding;
import org.xinheng.release.Gate;
import org.xinheng.release.GateReport;
import org.xinheng.release.Reading;
import org.xinheng.release.Release;
import org.xinheng.release.Severity;
import org.xinheng.release.Workbook;

/**
 * One pass through the gate: the workbooks are read cell by cell, what they mean is checked, and, where nothing keeps the
 * release out so far, it is compiled and its cases run.
 */
@ApplicationScoped
class GatePass {
    private final Clock clock;

    /** Of its own, with the fewest sessions: the cases run one after the other. */
    private final RuleBookCompiler compiler = new RuleBookCompiler(1);

    GatePass(Clock clock) {
        this.clock = clock;
    }

    /** Stages in the order in which they are told. */
    enum Stage {
        READING(5),
        MEANING(45),
        COMPILING(60),
        TESTING(70);

        /** How far the pass is when the stage begins. */
        final int percent;

        Stage(int percent) {
            this.percent = percent;
        }
    }

    /** Told when a stage begins. */
    @FunctionalInterface
    interface Progress {
        /** The stage begins. */
        void at(Stage stage);
    }

    /**
     * Passes a draft through the gate.
     *
     * @param day first day on which it would be in force
     */
    GateReport pass(Draft draft, List<Workbook> workbooks, LocalDate day, Progress progress) {
        progress.at(Stage.READING);
        Reading reading = WorkbookReader.read(workbooks);
        progress.at(Stage.MEANING);
        Gate gate = new Gate(reading, day);
        List<Finding> findings = new ArrayList<>(reading.findings());
        findings.addAll(gate.check());
        if (findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR)) {
            progress.at(Stage.COMPILING);
            RuleBook trial = compiler.compile(new Release(
                    draft.id(),
                    draft.contentHash(),
                    draft.createdAt(),
                    RuleBookCompiler.ENGINE_VERSION,
                    reading.content()));
            progress.at(Stage.TESTING);
            findings.addAll(gate.runTests(new TableTests(trial)));
        }
        return new GateReport(
                1,
                day,
                clock.instant(),
                RuleBookCompiler.ENGINE_VERSION,
                findings,
                Coverage.of(reading.content()),
                reading.content());
    }
}
