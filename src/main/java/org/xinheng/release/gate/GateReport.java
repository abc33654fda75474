package org.xinheng.release.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.xinheng.release.ReleaseContent;

/**
 * What the gate said of a release.
 *
 * @param number of the check, from 1
 * @param day first day on which the release would be in force, for which it was checked
 * @param engineVersion version of the rule engine it was compiled with
 * @param coverage which rows the cases reach
 * @param content as far as it was understood
 */
public record GateReport(
        int number,
        LocalDate day,
        Instant at,
        String engineVersion,
        List<Finding> findings,
        Coverage coverage,
        ReleaseContent content) {
    public GateReport {
        findings = List.copyOf(findings);
    }

    /** Findings of this severity. */
    public int count(Severity severity) {
        return Math.toIntExact(findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count());
    }

    /** The report without findings, coverage and content. */
    public Summary summary() {
        return new Summary(
                number,
                day,
                at,
                engineVersion,
                count(Severity.ERROR),
                count(Severity.WARNING),
                count(Severity.HINT),
                content.rules().size());
    }

    /**
     * What a report comes to.
     *
     * @param rows measure rows that were understood
     */
    public record Summary(
            int number,
            LocalDate day,
            Instant at,
            String engineVersion,
            int errors,
            int warnings,
            int hints,
            int rows) {
        /** Whether nothing keeps the release out. */
        public boolean passed() {
            return errors == 0;
        }
    }
}
