package org.xinheng.task.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.UUID;
import org.xinheng.task.AgreementLooks;

/** {@link AgreementLooks} in PostgreSQL: what is to be looked at again stands with what the day brings. */
@ApplicationScoped
class AgreementLooksInPostgres implements AgreementLooks {
    private static final String RECOGNISED = """
            insert into task_ahead (listing_id, day)
            select l.id, cast(:today as date) from listing l
            where position('"recognisedUnder"' in l.body) > 0
              and cast(l.body as jsonb) ->> 'recognisedUnder' is not null
            on conflict (listing_id) do update set day = least(task_ahead.day, excluded.day)""";

    private final EntityManager entities;

    AgreementLooksInPostgres(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void under(UUID release, LocalDate today) {
        boolean another = entities.createNativeQuery("update task_progress set release_id = :release"
                                + " where release_id is distinct from cast(:release as uuid)")
                        .setParameter("release", release)
                        .executeUpdate()
                == 1;
        if (another) {
            entities.createNativeQuery(RECOGNISED).setParameter("today", today).executeUpdate();
        }
    }
}
