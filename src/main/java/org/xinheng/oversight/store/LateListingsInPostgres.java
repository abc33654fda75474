package org.xinheng.oversight.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.oversight.LateListings;

/** {@link LateListings} in PostgreSQL: derived from the days that stand with every entry and event. */
@ApplicationScoped
class LateListingsInPostgres implements LateListings {
    /** A mark is the commit and the row: both sort as they became known. */
    private static final String CHANGES = """
        select lpad(cast(c.known_at as text), 19, '0') || c.id as mark, c.listing_id, c.what, c.effective_on, c.known_on,
               c.known_at
        from (
            select l.known_at, cast(l.id as text) as id, l.id as listing_id, 'LISTED' as what,
                   l.listed_on as effective_on, cast(l.recorded_at at time zone 'Asia/Shanghai' as date) as known_on
            from listing l
            union all
            select e.known_at, cast(e.id as text), e.listing_id, e.type, e.effective_on,
                   cast(e.recorded_at at time zone 'Asia/Shanghai' as date)
            from listing_event e
        ) c where c.effective_on <= c.known_on - :days\
        """;

    /** Decisions about whom the entry names, on days it counts for, made before the change was known. */
    private static final String TOUCHED = """
        select d.id from decision d
        where d.subject_lookup in (select i.lookup from subject_identifier i where i.subject_id = l.subject_id
                or i.subject_id in (select p.subject_id from listing_responsible_person p where p.listing_id = l.id))
          and d.watermark < late.known_at and d.as_of >= late.effective_on
          and (l.expires_on is null or d.as_of <= l.expires_on)\
        """;

    private final EntityManager entities;

    LateListingsInPostgres(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<Late> find(LateListings.Query search) {
        StringBuilder sql = new StringBuilder("select late.mark, l.id, l.list_kind, l.department, late.what,")
                .append(" late.effective_on, late.known_on, (select count(*) from (")
                .append(TOUCHED)
                .append(") t), array_to_string(array(")
                .append(TOUCHED)
                .append(" order by d.id desc limit 100), ' ') from (")
                .append(CHANGES)
                .append(") late join listing l on l.id = late.listing_id where true");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("days", search.minDays());
        add(sql, parameters, " and l.department = :department", "department", search.department());
        add(sql, parameters, " and late.known_on >= :from", "from", search.from());
        add(sql, parameters, " and late.known_on <= :to", "to", search.to());
        add(sql, parameters, " and late.mark < :after", "after", search.after());
        sql.append(" order by late.mark desc limit :size");
        parameters.put("size", search.size());
        jakarta.persistence.Query query = entities.createNativeQuery(sql.toString());
        parameters.forEach(query::setParameter);
        List<Late> found = new ArrayList<>();
        for (Object each : query.getResultList()) {
            found.add(late((Object[]) each));
        }
        return found;
    }

    private static void add(
            StringBuilder sql, Map<String, Object> parameters, String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.put(name, value);
        }
    }

    private static Late late(Object[] row) {
        List<UUID> decisions = new ArrayList<>();
        for (String id : ((String) row[8]).split(" ", -1)) {
            if (!id.isEmpty()) {
                decisions.add(UUID.fromString(id));
            }
        }
        return new Late(
                (String) row[0],
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                day(row[5]),
                day(row[6]),
                ((Number) row[7]).longValue(),
                List.copyOf(decisions));
    }

    private static LocalDate day(Object day) {
        return day instanceof Date date ? date.toLocalDate() : (LocalDate) day;
    }
}
