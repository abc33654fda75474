package org.xinheng.app.gate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.decision.RuleBook;
import org.xinheng.decision.TableTests;
import org.xinheng.engine.RuleBookCompiler;
import org.xinheng.exchange.workbook.WorkbookReader;
import org.xinheng.release.Draft;
import org.xinheng.release.Release;
import org.xinheng.release.ReleaseContent;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.ParsedWorkbooks;
import org.xinheng.release.gate.check.Gate;

/** The pass itself, in the process that asks for it. */
public final class InProcessGate implements GateCheck {
    /** Of its own, with the fewest sessions: the cases run one after the other. */
    private final RuleBookCompiler compiler = new RuleBookCompiler(1);

    @Override
    public Result pass(Draft draft, List<Workbook> workbooks, LocalDate day, Progress progress) {
        progress.at(Stage.READING);
        ParsedWorkbooks reading = WorkbookReader.read(workbooks);
        progress.at(Stage.MEANING);
        Gate gate = new Gate(reading, day);
        List<Finding> findings = new ArrayList<>(reading.findings());
        findings.addAll(gate.check());
        Optional<ReleaseContent> trial = gate.trial(findings);
        if (trial.isPresent()) {
            progress.at(Stage.COMPILING);
            RuleBook ruleBook = compiler.compile(new Release(
                    draft.id(), draft.contentHash(), draft.createdAt(), RuleBookCompiler.ENGINE_VERSION, trial.get()));
            progress.at(Stage.TESTING);
            findings.addAll(gate.runTests(trial.get(), new TableTests(ruleBook)));
        }
        return new Result(findings, reading.content());
    }
}
