package org.xinheng.release.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.xinheng.release.Release;
import org.xinheng.release.ReleaseContent;
import org.xinheng.release.Releases;
import org.xinheng.release.Tenure;
import org.xinheng.release.Workbook;

/** {@link Releases} in PostgreSQL. */
@ApplicationScoped
class ReleasesInPostgres implements Releases {
    private final ObjectMapper objectMapper;

    ReleasesInPostgres(ObjectMapper objectMapper) {
        this.objectMapper = objectMapper;
    }

    @Override
    @Transactional
    public List<Tenure> tenures() {
        return ReleaseTenureRow.<ReleaseTenureRow>list("order by number").stream()
                .map(row -> new Tenure(row.releaseId, row.effectiveFrom, row.activatedAt))
                .toList();
    }

    @Override
    @Transactional
    public Optional<Release> find(UUID id) {
        return ReleaseRow.<ReleaseRow>findByIdOptional(id)
                .map(row ->
                        new Release(row.id, row.contentHash, row.createdAt, row.engineVersion, unpacked(row.content)));
    }

    @Override
    @Transactional
    public List<Workbook> workbooks(UUID id) {
        return ReleaseWorkbookRow.<ReleaseWorkbookRow>list("key.releaseId = ?1 order by key.name", id).stream()
                .map(row -> new Workbook(row.key.name(), row.bytes))
                .toList();
    }

    @Override
    @Transactional
    public void add(Release release, List<Workbook> workbooks) {
        ReleaseRow row = new ReleaseRow();
        row.id = release.id();
        row.contentHash = release.contentHash();
        row.engineVersion = release.engineVersion();
        row.content = packed(release.content());
        row.createdAt = release.createdAt();
        row.persist();
        for (Workbook workbook : workbooks) {
            ReleaseWorkbookRow workbookRow = new ReleaseWorkbookRow();
            workbookRow.key = new ReleaseWorkbookRow.Key(release.id(), workbook.name());
            workbookRow.bytes = workbook.bytes();
            workbookRow.persist();
        }
    }

    @Override
    @Transactional
    public long activate(UUID releaseId, LocalDate effectiveFrom, Instant at) {
        ReleaseTenureRow row = new ReleaseTenureRow();
        row.releaseId = releaseId;
        row.effectiveFrom = effectiveFrom;
        row.activatedAt = at;
        row.persistAndFlush();
        return Objects.requireNonNull(row.number);
    }

    private byte[] packed(ReleaseContent content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            objectMapper.writeValue(gzip, content);
        } catch (IOException e) {
            throw new IllegalStateException("a release cannot be packed", e);
        }
        return bytes.toByteArray();
    }

    private ReleaseContent unpacked(byte[] packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return objectMapper.readValue(gzip, ReleaseContent.class);
        } catch (IOException e) {
            throw new IllegalStateException("a kept release cannot be unpacked", e);
        }
    }
}
