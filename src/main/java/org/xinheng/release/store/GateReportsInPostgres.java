package org.xinheng.release.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.release.gate.Coverage;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.GateReport;
import org.xinheng.release.gate.GateReports;

/** {@link GateReports} in PostgreSQL. */
@ApplicationScoped
class GateReportsInPostgres implements GateReports {
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    private static final TypeReference<Coverage> COVERAGE = new TypeReference<>() {};

    private final EntityManager entityManager;
    private final ObjectMapper objectMapper;
    private final PackedContent packedContent;

    GateReportsInPostgres(EntityManager entityManager, ObjectMapper objectMapper, PackedContent packedContent) {
        this.entityManager = entityManager;
        this.objectMapper = objectMapper;
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
                        read(row.findings, FINDINGS),
                        read(row.coverage, COVERAGE),
                        packedContent.unpacked(row.content)));
    }

    /** Without findings and content, which may be large. */
    @Override
    @Transactional
    public Optional<GateReport.Summary> newestSummary(UUID releaseId) {
        return entityManager
                .createQuery(
                        "select c.key.number, c.day, c.checkedAt, c.engineVersion, c.errors, c.warnings, c.hints, c.rows"
                                + " from ReleaseCheckRow c where c.key.releaseId = :id order by c.key.number desc",
                        Tuple.class)
                .setParameter("id", releaseId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(row -> new GateReport.Summary(
                        row.get(0, Integer.class),
                        row.get(1, LocalDate.class),
                        row.get(2, Instant.class),
                        row.get(3, String.class),
                        row.get(4, Integer.class),
                        row.get(5, Integer.class),
                        row.get(6, Integer.class),
                        rows(releaseId, row.get(7, Integer.class))));
    }

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
        row.findings = written(report.findings());
        row.coverage = written(report.coverage());
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

    private String written(Object value) {
        try {
            return objectMapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report can always be written", e);
        }
    }

    private <T> T read(String json, TypeReference<T> type) {
        try {
            return objectMapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept report cannot be read", e);
        }
    }
}
