package org.xinheng.app.law;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xinheng.app.startup.StartupRefused;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.decision.Decider;
import org.xinheng.decision.RuleBook;
import org.xinheng.decision.TableTests;
import org.xinheng.engine.LawRules;
import org.xinheng.engine.RuleBookCompiler;
import org.xinheng.exchange.workbook.WorkbookReader;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.release.ContentHash;
import org.xinheng.release.Finding;
import org.xinheng.release.FindingTexts;
import org.xinheng.release.Gate;
import org.xinheng.release.Reading;
import org.xinheng.release.Release;
import org.xinheng.release.Releases;
import org.xinheng.release.Severity;
import org.xinheng.release.Workbook;

/**
 * Loads the shipped workbooks into an empty database as the first release. A workbook that fails a check stops the
 * start-up, with every finding and not the first one.
 */
@ApplicationScoped
public class FirstRelease {
    private final Releases releases;
    private final LawInForce lawInForce;
    private final AuditTrail auditTrail;
    private final Clock clock;

    FirstRelease(Releases releases, LawInForce lawInForce, AuditTrail auditTrail, Clock clock) {
        this.releases = releases;
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
        LocalDate today = LocalDate.ofInstant(now, Decider.ZONE);
        Reading reading = WorkbookReader.read(workbooks);
        Gate gate = new Gate(reading, today);
        List<Finding> findings = new ArrayList<>(reading.findings());
        findings.addAll(gate.check());
        refuseErrors(findings);
        Release release = new Release(
                TimeOrderedId.at(now), contentHash(workbooks), now, RuleBookCompiler.ENGINE_VERSION, reading.content());
        RuleBook trial = lawInForce.trial(release);
        refuseErrors(gate.runTests(new TableTests(trial)));
        // compiling and testing may take longer than a transaction lives; keeping it is one transaction
        QuarkusTransaction.requiringNew().run(() -> {
            releases.add(release, workbooks);
            String id = release.id().toString();
            auditTrail.record(AuditEntry.ofTheService(now, "RELEASE", id), CoveredRecord.of("RELEASE", release.id()));
            long tenure = releases.activate(release.id(), today, now);
            auditTrail.record(
                    AuditEntry.ofTheService(now, "ACTIVATION", id),
                    new CoveredRecord("RELEASE_TENURE", Long.toString(tenure)));
        });
    }

    private static String contentHash(List<Workbook> workbooks) {
        Map<String, String> rules = new LinkedHashMap<>();
        LawRules.texts().forEach((name, text) -> rules.put(name, new String(text, StandardCharsets.UTF_8)));
        return ContentHash.of(workbooks, rules);
    }

    private static void refuseErrors(List<Finding> findings) {
        List<Finding> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new StartupRefused(errors.stream()
                    .map(FindingTexts.CHINESE::line)
                    .collect(Collectors.joining("\n", "决策表未通过检查,共" + errors.size() + "处错误:\n", "")));
        }
    }
}
