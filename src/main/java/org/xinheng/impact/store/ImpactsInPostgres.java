package org.xinheng.impact.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xinheng.impact.AffectedSubject;
import org.xinheng.impact.Counts;
import org.xinheng.impact.ImpactReport;
import org.xinheng.impact.ImpactReports;
import org.xinheng.sql.store.StoredJson;

/** {@link ImpactReports} in PostgreSQL: Panache; approval asks it for the share of changed answers. */
@ApplicationScoped
class ImpactsInPostgres implements ImpactReports {
    private final StoredJson json;

    ImpactsInPostgres(StoredJson json) {
        this.json = json;
    }

    @Override
    @Transactional
    public Optional<BigDecimal> changedShare(UUID releaseId, UUID against) {
        return ImpactReportRow.<ImpactReportRow>list("releaseId = ?1 order by id desc", releaseId).stream()
                .map(row -> json.read(row.report, ImpactReport.class))
                .filter(report -> report.governs(against))
                .findFirst()
                .map(ImpactReport::changedShare);
    }

    @Override
    @Transactional
    public Optional<ImpactReport> newest(UUID release) {
        return newestRow(release).map(row -> json.read(row.report, ImpactReport.class));
    }

    @Override
    @Transactional
    public List<AffectedSubject> subjects(UUID report, int after, int size) {
        return ImpactSubjectRow.<ImpactSubjectRow>find(
                        "key.reportId = ?1 and key.place > ?2 order by key.place", report, after)
                .range(0, size - 1)
                .list()
                .stream()
                .map(row ->
                        new AffectedSubject(row.subjectId, row.changedAnswers, json.read(row.changes, Counts.class)))
                .toList();
    }

    @Override
    @Transactional
    public void add(ImpactReport report, List<AffectedSubject> mostAffected) {
        ImpactReportRow row = new ImpactReportRow();
        row.id = report.id();
        row.releaseId = report.question().release();
        row.changedShare = report.changedShare();
        row.report = json.write(report);
        row.finishedAt = report.finishedAt();
        row.persist();
        int place = 0;
        for (AffectedSubject affected : mostAffected) {
            ImpactSubjectRow subject = new ImpactSubjectRow();
            subject.key = new ImpactSubjectRow.Key(report.id(), ++place);
            subject.subjectId = affected.subject();
            subject.changedAnswers = affected.changedAnswers();
            subject.changes = json.write(affected.changes());
            subject.persist();
        }
    }

    private static Optional<ImpactReportRow> newestRow(UUID release) {
        return ImpactReportRow.<ImpactReportRow>find("releaseId = ?1 order by id desc", release)
                .firstResultOptional();
    }
}
