package org.xinheng.release.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.RecordKind;
import org.xinheng.release.gate.GateReport;
import org.xinheng.release.gate.GateReports;
import org.xinheng.work.Job;
import org.xinheng.work.JobProgress;
import org.xinheng.work.Jobs;

/** Keeps what the gate said, together with the end of its job. */
@ApplicationScoped
public class KeepGateReport {
    private final GateReports gateReports;
    private final Jobs jobs;
    private final AuditTrail auditTrail;

    KeepGateReport(GateReports gateReports, Jobs jobs, AuditTrail auditTrail) {
        this.gateReports = gateReports;
        this.jobs = jobs;
        this.auditTrail = auditTrail;
    }

    /** Keeps the report, unless the job has fallen to another worker, whose report will be kept instead. */
    @Transactional
    public void keep(Job job, GateReport report, JobProgress.State end) {
        if (!jobs.close(job, end)) {
            return;
        }
        UUID record = gateReports.add(job.subjectId(), report);
        auditTrail.record(
                AuditEntry.ofTheService(report.at(), AuditKind.RELEASE_CHECKED, job.subjectId()),
                CoveredRecord.of(RecordKind.RELEASE_CHECK, record));
    }
}
