package org.xinheng.handover.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.xinheng.handover.Changes;

/** {@link Changes} in PostgreSQL. */
@ApplicationScoped
class ChangesInPostgres implements Changes {
    private static final String OWN = """
            l.list_kind = :listKind and l.region = any(:regions) and (:everybody or l.department = :department)
            and cast(l.body as jsonb) ->> 'recognisedUnder' is null
            and exists (select 1 from subject s where s.id = l.subject_id and s.type = 'ORGANISATION')
            """;

    /** What may begin or end the sharing of an entry. */
    private static final String EVENTS =
            "('REMOVED', 'REVOKED', 'RESTORED', 'STAYED', 'STAY_ENDED', 'REORGANISATION_BEGUN', 'REORGANISATION_ENDED')";

    private static final String SINCE = """
            select known_at, id, listing_id, event_id from (
                select l.known_at, l.id, l.id as listing_id, cast(null as uuid) as event_id
                from listing l where l.known_at > :since and\s""" + OWN + """
                union all
                select e.known_at, e.id, l.id, e.id
                from listing_event e join listing l on l.id = e.listing_id
                where e.known_at > :since and e.type in\s""" + EVENTS + " and " + OWN + """
            ) x where (known_at, id) > (:knownAt, :id) order by known_at, id limit :size
            """;

    private final EntityManager entities;

    ChangesInPostgres(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<Change> since(Question question) {
        Mark after = question.after() == null ? new Mark(0, new UUID(0, 0)) : question.after();
        String department = question.department();
        List<Change> changes = new ArrayList<>();
        for (Object each : entities.createNativeQuery(SINCE)
                .setParameter("listKind", question.listKind())
                .setParameter("regions", question.regions().toArray(String[]::new))
                .setParameter("everybody", department == null)
                .setParameter("department", department == null ? "" : department)
                .setParameter("since", question.since())
                .setParameter("knownAt", after.knownAt())
                .setParameter("id", after.id())
                .setParameter("size", question.size())
                .getResultList()) {
            Object[] row = (Object[]) each;
            changes.add(
                    new Change(new Mark(((Number) row[0]).longValue(), (UUID) row[1]), (UUID) row[2], (UUID) row[3]));
        }
        return changes;
    }
}
