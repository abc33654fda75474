package org.xinheng.listing.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.xinheng.listing.LateListings;
import org.xinheng.sql.store.Conditions;

/** {@link LateListings} in PostgreSQL: SQL, derived from the days that stand with every entry and event. */
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

    /** Decisions about whom the entry names, or about one behind whom they stand, on days it counts for, made before the change was known. */
    private static final String TOUCHED = """
        select d.id from decision d
        where d.id in (
                with numbers as (
                    select i.lookup from subject_identifier i
                    where i.subject_id in (select same.id from ever_one_with(l.subject_id) same)
                    or i.subject_id in (select same.id from listing_responsible_person p
                        cross join lateral ever_one_with(p.subject_id) same where p.listing_id = l.id))
                select about.id from decision about join numbers on numbers.lookup = about.subject_lookup
                union
                select about.id from decision about join numbers on numbers.lookup = about.principal_lookup)
          and d.watermark < late.known_at and d.as_of >= late.effective_on
          and (l.expires_on is null or d.as_of <= l.expires_on)\
        """;

    private final Session session;

    LateListingsInPostgres(Session session) {
        this.session = session;
    }

    @Override
    public List<Late> find(LateListings.Query search) {
        Conditions entries = page(ENTRIES, "l", search);
        String late = "(" + entries + ") union all (" + page(EVENTS, "e", search) + ")";
        String sql = "select lpad(cast(late.known_at as text), 19, '0') || late.id, l.id, l.list_kind, l.department,"
                + " late.what, late.effective_on, late.known_on, (select count(*) from (" + TOUCHED
                + ") t), array_to_string(array(" + TOUCHED + " order by d.id desc limit 100), ' ')"
                + " from (select * from (" + late + ") changed order by known_at desc, id desc limit :size) late"
                + " join listing l on l.id = late.listing_id order by late.known_at desc, late.id desc";
        var query = session.createNativeQuery(sql, LateRow.class);
        entries.parameters().forEach(query::setParameter);
        return query.getResultList().stream().map(LateRow::late).toList();
    }

    private record LateRow(
            String mark,
            UUID listing,
            String listKind,
            String department,
            String what,
            LocalDate effectiveOn,
            LocalDate knownOn,
            long decisionsTouched,
            String decisions) {
        Late late() {
            return new Late(
                    mark,
                    listing,
                    listKind,
                    department,
                    what,
                    effectiveOn,
                    knownOn,
                    decisionsTouched,
                    Arrays.stream(decisions.split(" ", -1))
                            .filter(id -> !id.isEmpty())
                            .map(UUID::fromString)
                            .toList());
        }
    }

    private static Conditions page(String rows, String table, LateListings.Query search) {
        String place = table + ".known_at";
        String knownOn = "cast(" + table + ".recorded_at at time zone 'Asia/Shanghai' as date)";
        String commits = " from listing_commit where cast(at at time zone 'Asia/Shanghai' as date) ";
        Conditions page = new Conditions(rows)
                .with("days", search.minDays())
                .and("l.department = :department", "department", search.department())
                .and(knownOn + " >= :from", "from", search.from())
                .and(place + " >= (select coalesce(min(number), 0)" + commits + ">= :from)", "from", search.from())
                .and(knownOn + " <= :to", "to", search.to())
                .and(place + " <= (select coalesce(max(number), 0)" + commits + "<= :to)", "to", search.to());
        if (search.after() != null) {
            page.and("(" + place + ", " + table + ".id) < (:commit, cast(:row as uuid))")
                    .with("commit", commitOf(search.after()))
                    .with("row", rowOf(search.after()));
        }
        return page.then(" order by " + place + " desc, " + table + ".id desc limit :size")
                .with("size", search.size());
    }

    /** A mark is the commit, in so many digits, and the row: both sort as they became known. */
    private static long commitOf(String mark) {
        return Long.parseLong(mark.substring(0, NUMBER_DIGITS));
    }

    private static String rowOf(String mark) {
        return mark.substring(NUMBER_DIGITS);
    }
}
