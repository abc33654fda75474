package org.xinheng.release.store;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.release.gate.Coverage;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.GateReport;
import org.xinheng.release.gate.GateReports;
import org.xinheng.sql.store.StoredJson;

/** {@link GateReports} in PostgreSQL: Panache; a summary is read without the findings and the content. */
@ApplicationScoped
class GateReportsInPostgres implements GateReports {
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    private static final TypeReference<Coverage> COVERAGE = new TypeReference<>() {};

    private final Session session;
    private final StoredJson json;
    private final PackedContent packedContent;

    GateReportsInPostgres(Session session, StoredJson json, PackedContent packedContent) {
        this.session = session;
        this.json = json;
        this.packedContent = packedContent;
    }

    @Override
    @Transactional
    public Optional<GateReport> newest(UUID releaseId) {
        return newestRow(releaseId)
                .map(row -> new GateReport(
                        row.key.number(),
                        row.day,
                        row.checkedAt,
                        row.engineVersion,
                        json.read(row.findings, FINDINGS),
                        json.read(row.coverage, COVERAGE),
                        packedContent.unpacked(row.content)));
    }

    /** Without findings and content, which may be large. */
    @Override
    @Transactional
    public Optional<GateReport.Summary> newestSummary(UUID releaseId) {
        return session.createQuery(
                        "select c.key.number, c.day, c.checkedAt, c.engineVersion, c.errors, c.warnings, c.hints, c.rows"
                                + " from ReleaseCheckRow c where c.key.releaseId = :id order by c.key.number desc",
                        SummaryRow.class)
                .setParameter("id", releaseId)
                .setMaxResults(1)
                .uniqueResultOptional()
                .map(row -> new GateReport.Summary(
                        row.number(),
                        row.day(),
                        row.checkedAt(),
                        row.engineVersion(),
                        row.errors(),
                        row.warnings(),
                        row.hints(),
                        rows(releaseId, row.rows())));
    }

    private record SummaryRow(
            int number,
            LocalDate day,
            Instant checkedAt,
            String engineVersion,
            int errors,
            int warnings,
            int hints,
            @Nullable Integer rows) {}

    @Override
    @Transactional
    public UUID add(UUID releaseId, GateReport report) {
        GateReport.Summary summary = report.summary();
        ReleaseCheckRow row = new ReleaseCheckRow();
        row.key = new ReleaseCheckRow.Key(
                releaseId, newestRow(releaseId).map(known -> known.key.number()).orElse(0) + 1);
        row.id = TimeOrderedId.at(report.at());
        row.day = report.day();
        row.engineVersion = report.engineVersion();
        row.errors = summary.errors();
        row.warnings = summary.warnings();
        row.hints = summary.hints();
        row.rows = summary.rows();
        row.findings = json.write(report.findings());
        row.coverage = json.write(report.coverage());
        row.content = packedContent.packed(report.content());
        row.checkedAt = report.at();
        row.persist();
        return row.id;
    }

    private int rows(UUID releaseId, @Nullable Integer counted) {
        return counted != null
                ? counted
                : newestRow(releaseId)
                        .map(row -> packedContent.unpacked(row.content).rules().size())
                        .orElseThrow();
    }

    private static Optional<ReleaseCheckRow> newestRow(UUID releaseId) {
        return ReleaseCheckRow.<ReleaseCheckRow>find("key.releaseId = ?1 order by key.number desc", releaseId)
                .page(0, 1)
                .firstResultOptional();
    }
}
