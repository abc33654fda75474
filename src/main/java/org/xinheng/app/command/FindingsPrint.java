package org.xinheng.app.command;

import java.io.PrintWriter;
import java.util.List;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.FindingTexts;
import org.xinheng.release.gate.Severity;

/** Findings on the terminal: one line each, then how many of each severity. */
final class FindingsPrint {
    private FindingsPrint() {}

    static void print(List<Finding> findings, boolean english, PrintWriter out) {
        FindingTexts texts = english ? FindingTexts.ENGLISH : FindingTexts.CHINESE;
        findings.forEach(finding -> out.println(texts.line(finding)));
        out.println((english ? "%d errors, %d warnings, %d hints" : "错误 %d 处，警告 %d 处，提示 %d 处")
                .formatted(
                        count(findings, Severity.ERROR),
                        count(findings, Severity.WARNING),
                        count(findings, Severity.HINT)));
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
