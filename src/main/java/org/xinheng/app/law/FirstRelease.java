package org.xinheng.app.law;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.xinheng.app.gate.InProcessGate;
import org.xinheng.app.startup.StartupRefused;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.RecordKind;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.release.ContentHash;
import org.xinheng.release.Draft;
import org.xinheng.release.Releases;
import org.xinheng.release.RulesOfLaw;
import org.xinheng.release.Upload;
import org.xinheng.release.Uploads;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.FindingTexts;
import org.xinheng.release.gate.GateReport;
import org.xinheng.release.gate.GateReports;
import org.xinheng.release.gate.Severity;

/**
 * Loads the shipped workbooks into an empty database as the first release. A workbook that fails a check stops the
 * start-up, with every finding and not the first one.
 */
@ApplicationScoped
public class FirstRelease {
    private final Releases releases;
    private final Uploads uploads;
    private final GateReports gateReports;
    private final RulesOfLaw rulesOfLaw;
    private final LawInForce lawInForce;
    private final AuditTrail auditTrail;
    private final Clock clock;

    FirstRelease(
            Releases releases,
            Uploads uploads,
            GateReports gateReports,
            RulesOfLaw rulesOfLaw,
            LawInForce lawInForce,
            AuditTrail auditTrail,
            Clock clock) {
        this.releases = releases;
        this.uploads = uploads;
        this.gateReports = gateReports;
        this.rulesOfLaw = rulesOfLaw;
        this.lawInForce = lawInForce;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Makes sure that there is law in force.
     *
     * @throws StartupRefused when the database is empty and the shipped workbooks do not pass the gate
     */
    public void ensure() {
        if (releases.tenures().isEmpty()) {
            load(ShippedTables.workbooks());
        }
        lawInForce.refresh();
    }

    private void load(List<Workbook> workbooks) {
        Instant now = clock.instant();
        LocalDate today = BeijingTime.dayOf(now);
        Draft draft = new Draft(TimeOrderedId.at(now), ContentHash.of(workbooks, rulesOfLaw.texts()), now);
        GateReport report =
                new InProcessGate().pass(draft, workbooks, today, stage -> {}).report(today, clock.instant());
        refuseErrors(report);
        // compiling and testing may take longer than a transaction lives; keeping it is one transaction
        QuarkusTransaction.requiringNew().run(() -> {
            releases.oneStepAtATime();
            if (!releases.tenures().isEmpty()) {
                return; // another node was first
            }
            releases.add(draft, workbooks);
            uploads.add(new Upload(
                    draft.id(),
                    draft.id(),
                    now,
                    null,
                    null,
                    today,
                    workbooks.stream().map(Workbook::name).toList()));
            UUID check = gateReports.add(draft.id(), report);
            long tenure = releases.activate(draft.id(), today, now);
            UUID id = draft.id();
            auditTrail.record(
                    AuditEntry.ofTheService(now, AuditKind.RELEASE, id), CoveredRecord.of(RecordKind.RELEASE, id));
            auditTrail.record(
                    AuditEntry.ofTheService(now, AuditKind.RELEASE_HANDED_IN, id),
                    CoveredRecord.of(RecordKind.RELEASE_UPLOAD, id));
            auditTrail.record(
                    AuditEntry.ofTheService(now, AuditKind.RELEASE_CHECKED, id),
                    CoveredRecord.of(RecordKind.RELEASE_CHECK, check));
            auditTrail.record(
                    AuditEntry.ofTheService(now, AuditKind.ACTIVATION, id),
                    CoveredRecord.of(RecordKind.RELEASE_TENURE, tenure));
        });
    }

    private static void refuseErrors(GateReport report) {
        List<Finding> errors = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new StartupRefused(errors.stream()
                    .map(FindingTexts.CHINESE::line)
                    .collect(Collectors.joining("\n", "决策表未通过检查，共" + errors.size() + "处错误：\n", "")));
        }
    }
}
