package org.xinheng.listing.store;

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
import org.xinheng.listing.LateListings;

/** {@link LateListings} in PostgreSQL: derived from the days that stand with every entry and event. */
@ApplicationScoped
class LateListingsInPostgres implements LateListings {
    private static final int NUMBER_DIGITS = 19;

    /** One page of entries, by index: newest first, after the mark, and of the commits of the days asked for. */
    private static final String ENTRIES = """
        select l.known_at, l.id, l.id as listing_id, 'LISTED' as what, l.listed_on as effective_on,
               cast(l.recorded_at at time zone 'Asia/Shanghai' as date) as known_on
        from listing l
        where l.listed_on <= cast(l.recorded_at at time zone 'Asia/Shanghai' as date) - :days\
        """;

    /** The same of changes. */
    private static final String EVENTS = """
        select e.known_at, e.id, e.listing_id, e.type, e.effective_on,
               cast(e.recorded_at at time zone 'Asia/Shanghai' as date)
        from listing_event e join listing l on l.id = e.listing_id
        where e.effective_on <= cast(e.recorded_at at time zone 'Asia/Shanghai' as date) - :days\
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
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("days", search.minDays());
        parameters.put("size", search.size());
        String late = "(" + page(ENTRIES, "l", search, parameters) + ") union all ("
                + page(EVENTS, "e", search, parameters) + ")";
        String sql = "select lpad(cast(late.known_at as text), 19, '0') || late.id, l.id, l.list_kind, l.department,"
                + " late.what, late.effective_on, late.known_on, (select count(*) from (" + TOUCHED
                + ") t), array_to_string(array(" + TOUCHED + " order by d.id desc limit 100), ' ')"
                + " from (select * from (" + late + ") changed order by known_at desc, id desc limit :size) late"
                + " join listing l on l.id = late.listing_id order by late.known_at desc, late.id desc";
        jakarta.persistence.Query query = entities.createNativeQuery(sql);
        parameters.forEach(query::setParameter);
        List<Late> found = new ArrayList<>();
        for (Object each : query.getResultList()) {
            found.add(late((Object[]) each));
        }
        return found;
    }

    private static String page(String rows, String table, LateListings.Query search, Map<String, Object> parameters) {
        StringBuilder sql = new StringBuilder(rows);
        add(sql, parameters, " and l.department = :department", "department", search.department());
        String knownOn = " and cast(" + table + ".recorded_at at time zone 'Asia/Shanghai' as date)";
        String commits = " and " + table + ".known_at ";
        String day = " at time zone 'Asia/Shanghai' as date) ";
        add(sql, parameters, knownOn + " >= :from", "from", search.from());
        add(
                sql,
                parameters,
                commits + ">= (select coalesce(min(number), 0) from listing_commit where cast(at" + day + ">= :from)",
                "from",
                search.from());
        add(sql, parameters, knownOn + " <= :to", "to", search.to());
        add(
                sql,
                parameters,
                commits + "<= (select coalesce(max(number), 0) from listing_commit where cast(at" + day + "<= :to)",
                "to",
                search.to());
        if (search.after() != null) {
            sql.append(" and (")
                    .append(table)
                    .append(".known_at, ")
                    .append(table)
                    .append(".id) < (:commit, cast(:row as uuid))");
            parameters.put("commit", commitOf(search.after()));
            parameters.put("row", rowOf(search.after()));
        }
        return sql.append(" order by ")
                .append(table)
                .append(".known_at desc, ")
                .append(table)
                .append(".id desc limit :size")
                .toString();
    }

    /** A mark is the commit, in so many digits, and the row: both sort as they became known. */
    private static long commitOf(String mark) {
        return Long.parseLong(mark.substring(0, NUMBER_DIGITS));
    }

    private static String rowOf(String mark) {
        return mark.substring(NUMBER_DIGITS);
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
