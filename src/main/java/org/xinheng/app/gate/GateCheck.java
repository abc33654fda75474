package org.xinheng.app.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.xinheng.engine.RuleBookCompiler;
import org.xinheng.release.Draft;
import org.xinheng.release.ReleaseContent;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.Coverage;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.GateReport;

/**
 * One pass through the gate: the workbooks are read cell by cell, what they mean is checked, and, where nothing keeps the
 * release out so far, it is compiled and its cases run.
 */
public interface GateCheck {
    /**
     * Passes a draft through the gate.
     *
     * @param day first day on which it would be in force
     */
    Result pass(Draft draft, List<Workbook> workbooks, LocalDate day, Progress progress);

    /**
     * What came of it.
     *
     * @param content as far as it was understood
     */
    record Result(List<Finding> findings, ReleaseContent content) {
        public Result {
            findings = List.copyOf(findings);
        }

        /** The report of it, made for this day. */
        public GateReport report(LocalDate day, Instant at) {
            return new GateReport(1, day, at, RuleBookCompiler.ENGINE_VERSION, findings, Coverage.of(content), content);
        }
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
}
