package org.xinheng.task.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.Session;
import org.xinheng.task.ReleaseChanges;

/** {@link ReleaseChanges} in PostgreSQL: SQL, since one statement adds all listings to what the day brings. */
@ApplicationScoped
class ReleaseChangesInPostgres implements ReleaseChanges {
    private static final String NOT_ENDED = """
            insert into task_ahead (listing_id, day)
            select l.id, cast(:today as date) from listing l
            where (l.expires_on is null or l.expires_on >= :today)
              and not exists (select 1 from listing_event e where e.listing_id = l.id
                              and e.type in ('REMOVED', 'REVOKED') and e.effective_on <= :today)
            on conflict (listing_id) do update set day = least(task_ahead.day, excluded.day)""";

    private final Session session;

    ReleaseChangesInPostgres(Session session) {
        this.session = session;
    }

    @Override
    public void under(UUID release, LocalDate today) {
        UUID before = session.createNativeQuery("select release_id from task_progress", UUID.class)
                .getSingleResult();
        if (release.equals(before)) {
            return;
        }
        session.createNativeMutationQuery("update task_progress set release_id = :release")
                .setParameter("release", release)
                .executeUpdate();
        if (before != null) {
            session.createNativeMutationQuery(NOT_ENDED)
                    .setParameter("today", today)
                    .executeUpdate();
        }
    }
}
