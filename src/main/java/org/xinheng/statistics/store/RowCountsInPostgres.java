package org.xinheng.statistics.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.statistics.RowCount;
import org.xinheng.statistics.RowCounts;

/** {@link RowCounts} in PostgreSQL: SQL, since {@code decision_search} has columns of several values. */
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

    private final Session session;

    RowCountsInPostgres(Session session) {
        this.session = session;
    }

    @Override
    @Transactional
    public List<RowCount> of(UUID release, @Nullable LocalDate from, @Nullable LocalDate to) {
        return session.createNativeQuery(ROW_COUNTS, RowCount.class)
                .setParameter("release", release)
                .setParameter("first", from == null ? BEFORE_ALL : TimeOrderedId.firstOf(from))
                .setParameter("end", to == null ? AFTER_ALL : TimeOrderedId.firstOf(to.plusDays(1)))
                .getResultList();
    }
}
