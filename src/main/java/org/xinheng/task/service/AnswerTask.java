package org.xinheng.task.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.RecordKind;
import org.xinheng.caller.Caller;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.task.TaskProgress;
import org.xinheng.task.TaskReport;
import org.xinheng.task.TaskReportRules;
import org.xinheng.task.Tasks;

/** An agency answers a task of its own: it has seen it (签收), and what it did about each measure (反馈). */
@ApplicationScoped
public class AnswerTask {
    private final Tasks tasks;
    private final AuditTrail auditTrail;
    private final Clock clock;

    AnswerTask(Tasks tasks, AuditTrail auditTrail, Clock clock) {
        this.tasks = tasks;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Notes that the agency has seen the task; a second time changes nothing.
     *
     * @throws Refusal TASK_NOT_FOUND also for another agency's
     */
    @Transactional
    public void acknowledge(Caller caller, UUID id) {
        Instant now = clock.instant();
        find(caller, id);
        if (tasks.acknowledge(id, now, caller.keyId())) {
            auditTrail.record(
                    AuditEntry.of(now, AuditKind.TASK_ACKNOWLEDGED, caller, id),
                    CoveredRecord.of(RecordKind.TASK_ACKNOWLEDGEMENT, id));
        }
    }

    /**
     * Appends what the agency did; a correction is a further report.
     *
     * @throws Refusal TASK_NOT_FOUND, or with every line that is not of the task or lacks its reason
     */
    @Transactional
    public void report(Caller caller, UUID id, List<TaskReport.Line> lines) {
        Instant now = clock.instant();
        find(caller, id);
        tasks.hold(id);
        // read again behind the lock: of two reports at once the second builds on the first
        TaskProgress progress = find(caller, id);
        List<Fault> faults = TaskReportRules.faultsOf(progress.task(), lines, BeijingTime.dayOf(now));
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        List<List<TaskReport.Line>> all = new ArrayList<>();
        progress.reports().forEach(report -> all.add(report.lines()));
        all.add(lines);
        TaskReport report =
                new TaskReport(TimeOrderedId.at(now), id, TaskProgress.settles(progress.task(), all), now, lines);
        tasks.report(report, caller.keyId());
        auditTrail.record(
                AuditEntry.of(now, AuditKind.TASK_REPORTED, caller, id),
                CoveredRecord.of(RecordKind.TASK_REPORT, report.id()));
    }

    private TaskProgress find(Caller caller, UUID id) {
        return tasks.find(id)
                .filter(found -> found.task().department().equals(caller.department()))
                .orElseThrow(() -> Refusal.of(ErrorCode.TASK_NOT_FOUND));
    }
}
