package org.xinheng.statistics.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.statistics.RowCount;
import org.xinheng.statistics.RowCounts;

/** {@link RowCounts} in PostgreSQL, from {@code decision_search}. */
@ApplicationScoped
class RowCountsInPostgres implements RowCounts {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private static final String ROW_COUNTS = """
        select r.code, sum(r.applied), sum(r.withheld), max(r.at) from (
            select unnest(s.applied_rows) as code, 1 as applied, 0 as withheld, s.decided_at as at
            from decision_search s where s.release_id = :release and s.decision_id >= :first and s.decision_id < :end
            union all
            select unnest(s.withheld_rows), 0, 1, s.decided_at
            from decision_search s where s.release_id = :release and s.decision_id >= :first and s.decision_id < :end
        ) r group by r.code\
        """;

    private final EntityManager entities;

    RowCountsInPostgres(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public List<RowCount> of(UUID release, @Nullable LocalDate from, @Nullable LocalDate to) {
        List<RowCount> counts = new ArrayList<>();
        for (Object each : entities.createNativeQuery(ROW_COUNTS)
                .setParameter("release", release)
                .setParameter("first", from == null ? BEFORE_ALL : TimeOrderedId.firstOf(from))
                .setParameter("end", to == null ? AFTER_ALL : TimeOrderedId.firstOf(to.plusDays(1)))
                .getResultList()) {
            Object[] row = (Object[]) each;
            counts.add(new RowCount(
                    (String) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).longValue(), instant(row[3])));
        }
        return counts;
    }

    private static Instant instant(Object at) {
        return at instanceof Timestamp timestamp ? timestamp.toInstant() : (Instant) at;
    }
}
