package org.xinheng.app.gate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.xinheng.engine.RuleBookCompiler;
import org.xinheng.exchange.workbook.WorkbookReader;
import org.xinheng.release.Draft;
import org.xinheng.release.Releases;
import org.xinheng.release.RulesOfLaw;
import org.xinheng.release.Upload;
import org.xinheng.release.Uploads;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.Coverage;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.FindingCode;
import org.xinheng.release.gate.GateReport;
import org.xinheng.release.service.KeepGateReport;
import org.xinheng.work.Job;
import org.xinheng.work.JobKind;
import org.xinheng.work.JobProgress;
import org.xinheng.work.JobRunner;
import org.xinheng.work.Jobs;

/** Does the jobs of the gate. */
@ApplicationScoped
class GateRunner implements JobRunner {
    private final Releases releases;
    private final Uploads uploads;
    private final RulesOfLaw rulesOfLaw;
    private final Jobs jobs;
    private final GateCheck gateCheck;
    private final KeepGateReport keepGateReport;
    private final Clock clock;

    GateRunner(
            Releases releases,
            Uploads uploads,
            RulesOfLaw rulesOfLaw,
            Jobs jobs,
            GateCheck gateCheck,
            KeepGateReport keepGateReport,
            Clock clock) {
        this.releases = releases;
        this.uploads = uploads;
        this.rulesOfLaw = rulesOfLaw;
        this.jobs = jobs;
        this.gateCheck = gateCheck;
        this.keepGateReport = keepGateReport;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return JobKind.GATE;
    }

    /** A draft is checked by a node that has the rules with which it was submitted. */
    @Override
    public String parameters() {
        return rulesOfLaw.contentHash();
    }

    @Override
    public void run(Job job) {
        Draft draft = releases.draft(job.subjectId()).orElseThrow();
        LocalDate day = newestUpload(draft).meantFor();
        GateCheck.Result result = gateCheck.pass(
                draft, releases.workbooks(draft.id()), day, stage -> jobs.report(job, stage.percent, stage.name()));
        keepGateReport.keep(job, result.report(day, clock.instant()), JobProgress.State.DONE);
    }

    @Override
    public boolean retriesAfter(Throwable failure) {
        return failure instanceof GateEndedEarly;
    }

    @Override
    public void giveUp(Job job) {
        Draft draft = releases.draft(job.subjectId()).orElseThrow();
        Finding finding = new Finding(
                FindingCode.GATE_FAILED,
                Workbook.REGISTERS,
                null,
                null,
                null,
                null,
                List.of(job.id().toString()));
        keepGateReport.keep(
                job,
                new GateReport(
                        1,
                        newestUpload(draft).meantFor(),
                        clock.instant(),
                        RuleBookCompiler.ENGINE_VERSION,
                        List.of(finding),
                        new Coverage(List.of()),
                        WorkbookReader.read(List.of()).content()),
                JobProgress.State.FAILED);
    }

    private Upload newestUpload(Draft draft) {
        List<Upload> all = uploads.of(draft.id());
        return all.get(all.size() - 1);
    }
}
