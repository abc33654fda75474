package org.xinheng.impact.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.RecordKind;
import org.xinheng.impact.AffectedSubject;
import org.xinheng.impact.ImpactReport;
import org.xinheng.impact.ImpactReports;
import org.xinheng.work.Job;
import org.xinheng.work.JobProgress;
import org.xinheng.work.Jobs;

/** Keeps what was counted, together with the end of its job. */
@ApplicationScoped
public class KeepImpact {
    /** More subjects than anybody pages through; how many there are besides is in the report. */
    private static final int SUBJECTS_STORED_MAX = 10_000;

    private final ImpactReports reports;
    private final Jobs jobs;
    private final AuditTrail auditTrail;
    private final Clock clock;

    KeepImpact(ImpactReports reports, Jobs jobs, AuditTrail auditTrail, Clock clock) {
        this.reports = reports;
        this.jobs = jobs;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** Keeps the report, unless the job has fallen to another worker, whose report will be kept instead. */
    @Transactional
    public void keep(Job job, ImpactReport report, List<AffectedSubject> affected) {
        if (!jobs.close(job, JobProgress.State.DONE)) {
            return;
        }
        reports.add(report, affected.subList(0, Math.min(affected.size(), SUBJECTS_STORED_MAX)));
        auditTrail.record(
                AuditEntry.ofTheService(report.finishedAt(), AuditKind.IMPACT_COUNTED, job.subjectId()),
                CoveredRecord.of(RecordKind.IMPACT, report.id()));
    }

    /** Closes a job that never came to its end. */
    @Transactional
    public void giveUp(Job job) {
        if (jobs.close(job, JobProgress.State.FAILED)) {
            auditTrail.record(AuditEntry.ofTheService(clock.instant(), AuditKind.IMPACT_FAILED, job.subjectId()));
        }
    }
}
