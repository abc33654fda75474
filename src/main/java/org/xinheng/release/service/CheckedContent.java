package org.xinheng.release.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.ContentHash;
import org.xinheng.release.Draft;
import org.xinheng.release.Releases;
import org.xinheng.release.RulesOfLaw;
import org.xinheng.release.gate.CellLocations;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.GateReport;
import org.xinheng.release.gate.GateReports;
import org.xinheng.release.gate.ParsedWorkbooks;
import org.xinheng.release.gate.Severity;
import org.xinheng.release.gate.check.Gate;
import org.xinheng.release.life.ReleaseLife;

/** Makes sure that what is about to become law is what the gate has let through, on the day on which it becomes law. */
@ApplicationScoped
class CheckedContent {
    private static final int ROWS_REPORTED_MAX = 20;

    private final Releases releases;
    private final GateReports gateReports;
    private final RulesOfLaw rulesOfLaw;

    CheckedContent(Releases releases, GateReports gateReports, RulesOfLaw rulesOfLaw) {
        this.releases = releases;
        this.gateReports = gateReports;
        this.rulesOfLaw = rulesOfLaw;
    }

    /**
     * The report on which the step can rely.
     *
     * @throws Refusal while the gate is at work, where it found errors, where the bytes are not those it saw, or where the
     *     release would have errors on that day
     */
    GateReport.Summary require(Draft draft, ReleaseLife life, LocalDate day) {
        GateReport.Summary check = life.check();
        if (check == null || life.atTheGate()) {
            throw Refusal.of(ErrorCode.RELEASE_NOT_CHECKED);
        }
        if (!check.passed()) {
            throw Refusal.of(ErrorCode.RELEASE_HAS_ERRORS, Integer.toString(check.errors()));
        }
        Map<String, String> stored = releases.rules(draft.id());
        Map<String, String> rules = stored.isEmpty() ? rulesOfLaw.texts() : stored;
        if (!ContentHash.of(releases.workbooks(draft.id()), rules).equals(draft.contentHash())) {
            throw Refusal.of(ErrorCode.RELEASE_CHANGED);
        }
        if (!check.day().equals(day)) {
            refuseErrorsOn(draft, day);
        }
        return check;
    }

    /** The law moves: a row may be good on one day and not on another. The cases have days of their own. */
    private void refuseErrorsOn(Draft draft, LocalDate day) {
        GateReport report = gateReports.newest(draft.id()).orElseThrow();
        ParsedWorkbooks reading = new ParsedWorkbooks(
                report.content(), new CellLocations(Map.of(), Map.of()), Set.of(), Set.of(), List.of());
        List<Finding> errors = new Gate(reading, day)
                .check().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .toList();
        if (errors.isEmpty()) {
            return;
        }
        List<Fault> faults = new ArrayList<>();
        faults.add(Fault.at(
                "/effectiveFrom",
                ErrorCode.RELEASE_NOT_FOR_DAY,
                day.toString(),
                Integer.toString(errors.size()),
                errors.stream()
                        .limit(ROWS_REPORTED_MAX)
                        .map(error -> error.code() + " " + error.workbook() + " " + error.found())
                        .distinct()
                        .reduce((one, other) -> one + "; " + other)
                        .orElse("")));
        throw new Refusal(faults);
    }
}
