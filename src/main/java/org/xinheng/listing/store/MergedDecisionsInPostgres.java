package org.xinheng.listing.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.xinheng.listing.MergedDecisions;

/** {@link MergedDecisions} in PostgreSQL: SQL, over the decisions of both subjects and the entries of both. */
@ApplicationScoped
class MergedDecisionsInPostgres implements MergedDecisions {
    private static final String RESTING = """
            select d.id from (values (:one, :other), (:other, :one)) pair(asked, listed)
            join subject_identifier i on i.subject_id = pair.asked
            join decision d on d.subject_lookup = i.lookup
            where exists (select 1 from listing l where l.subject_id = pair.listed
                          and position(cast(l.id as text) in d.answer) > 0)
            group by d.id order by d.id desc limit :most""";

    private final Session session;

    MergedDecisionsInPostgres(Session session) {
        this.session = session;
    }

    @Override
    public List<UUID> restingOn(UUID one, UUID other, int most) {
        return session.createNativeQuery(RESTING, UUID.class)
                .setParameter("one", one)
                .setParameter("other", other)
                .setParameter("most", most)
                .getResultList();
    }
}
