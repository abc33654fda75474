package org.xinheng.sharing.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.xinheng.sharing.SharedChanges;

/** {@link SharedChanges} in PostgreSQL: SQL, since entries and their events are paged together. */
@ApplicationScoped
class SharedChangesInPostgres implements SharedChanges {
    private static final String OWN = """
            l.list_kind = :listKind and l.region = any(:regions) and (:everybody or l.department = :department)
            and cast(l.body as jsonb) ->> 'recognisedUnder' is null
            and exists (select 1 from subject s where s.id = l.subject_id and s.type = 'ORGANISATION')
            """;

    /** What may begin or end the sharing of an entry. */
    private static final String EVENTS =
            "('REMOVED', 'REVOKED', 'RESTORED', 'STAYED', 'STAY_ENDED', 'REORGANISATION_BEGUN', 'REORGANISATION_ENDED')";

    /** Each half finds its own first ones, so that a page of many is not sorted out of all. */
    private static final String BETWEEN = """
            (select l.id from listing l
             where l.known_at > :since and l.known_at <= :until and l.id > :after and\s""" + OWN + """
             order by l.id limit :size)
            union
            (select distinct l.id from listing_event e join listing l on l.id = e.listing_id
             where e.known_at > :since and e.known_at <= :until and e.type in\s""" + EVENTS + " and l.id > :after and " + OWN + """
             order by l.id limit :size)
            order by 1 limit :size
            """;

    private final Session session;

    SharedChangesInPostgres(Session session) {
        this.session = session;
    }

    @Override
    public List<UUID> between(Question question) {
        String department = question.department();
        return session.createNativeQuery(BETWEEN, UUID.class)
                .setParameter("listKind", question.listKind())
                .setParameter("regions", question.regions().toArray(String[]::new))
                .setParameter("everybody", department == null)
                .setParameter("department", department == null ? "" : department)
                .setParameter("since", question.since())
                .setParameter("until", question.until())
                .setParameter("after", question.after())
                .setParameter("size", question.size())
                .getResultList();
    }
}
