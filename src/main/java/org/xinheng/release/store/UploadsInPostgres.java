package org.xinheng.release.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.release.Actor;
import org.xinheng.release.Upload;
import org.xinheng.release.Uploads;

/** {@link Uploads} in PostgreSQL: Panache. */
@ApplicationScoped
class UploadsInPostgres implements Uploads {
    @Override
    @Transactional
    public List<Upload> of(UUID releaseId) {
        return ReleaseUploadRow.<ReleaseUploadRow>list("releaseId = ?1 order by id", releaseId).stream()
                .map(row -> new Upload(
                        row.id,
                        row.releaseId,
                        row.at,
                        actor(row.callerKey, row.person, row.department),
                        row.basedOn,
                        row.meantFor,
                        List.of(row.workbooks)))
                .toList();
    }

    @Override
    @Transactional
    public void add(Upload upload) {
        ReleaseUploadRow row = new ReleaseUploadRow();
        row.id = upload.id();
        row.releaseId = upload.releaseId();
        row.at = upload.at();
        Actor by = upload.by();
        row.callerKey = by == null ? null : by.callerKey();
        row.person = by == null ? null : by.person();
        row.department = by == null ? null : by.department();
        row.basedOn = upload.basedOn();
        row.meantFor = upload.meantFor();
        row.workbooks = upload.workbooks().toArray(String[]::new);
        row.persist();
    }

    private static @Nullable Actor actor(@Nullable UUID key, @Nullable String person, @Nullable String department) {
        return key == null || department == null ? null : new Actor(key, person, department);
    }
}
