package org.xinheng.decision.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.decision.search.DecisionFound;
import org.xinheng.decision.search.DecisionSearch;
import org.xinheng.decision.search.SearchedDecisions;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.secrecy.LookupHash;

/** {@link SearchedDecisions} in PostgreSQL: {@code decision_search} is made from {@code decision} by its own function. */
@ApplicationScoped
class SearchedDecisionsInPostgres implements SearchedDecisions {
    private static final int INDEXED_AT_ONCE = 5_000;

    /** Transactions that live longer than this leave decisions behind the ones already indexed. */
    private static final long MILLIS_OVERLAP = 3_600_000;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String COLUMNS = """
        select s.decision_id, s.decided_at, s.as_of, s.department, s.matter, s.region, s.outcome, s.case_number,
               s.release_id, array_to_string(s.applied_measures, ' '), array_to_string(s.withheld_measures, ' '),
               array_to_string(s.applied_rows, ' '), array_to_string(s.withheld_rows, ' '),
               array_to_string(s.legal_bases, ' ')
        from decision_search s where true\
        """;

    private static final String OF_SUBJECT = """
        and s.subject_lookup in (select cast(:lookup as bytea) union select other.lookup
           from subject_identifier one join subject_identifier other on other.subject_id = one.subject_id
           where one.lookup = :lookup)\
        """;

    private static final String TOUCHED = """
        and exists (select 1 from listing l where l.id = :listing and s.watermark < l.known_at
           and s.as_of >= l.listed_on and (l.expires_on is null or s.as_of <= l.expires_on)
           and s.subject_lookup in (select i.lookup from subject_identifier i where i.subject_id = l.subject_id
               or i.subject_id in (select p.subject_id from listing_responsible_person p
                   where p.listing_id = l.id)))\
        """;

    private final EntityManager entities;
    private final LookupHash lookupHash;

    SearchedDecisionsInPostgres(EntityManager entities, LookupHash lookupHash) {
        this.entities = entities;
        this.lookupHash = lookupHash;
    }

    @Override
    @Transactional
    public int indexNext() {
        UUID last = (UUID) entities.createNativeQuery(
                        "select (select decision_id from decision_search order by decision_id desc limit 1)")
                .getSingleResult();
        return ((Number) entities.createNativeQuery("select make_decisions_searchable(:floor, :most)")
                        .setParameter("floor", last == null ? BEFORE_ALL : overlapping(last))
                        .setParameter("most", INDEXED_AT_ONCE)
                        .getSingleResult())
                .intValue();
    }

    private static UUID overlapping(UUID last) {
        long millis = (last.getMostSignificantBits() >>> 16) - MILLIS_OVERLAP;
        return TimeOrderedId.first(Instant.ofEpochMilli(Math.max(0, millis)));
    }

    @Override
    @Transactional
    public List<DecisionFound> find(DecisionSearch search, @Nullable UUID after, int size) {
        StringBuilder sql = new StringBuilder(COLUMNS);
        Map<String, Object> parameters = new LinkedHashMap<>();
        Identifier subject = search.subject();
        if (subject != null) {
            sql.append(' ').append(OF_SUBJECT);
            parameters.put("lookup", lookupHash.of(subject.scheme(), subject.value()));
        }
        if (search.touchedBy() != null) {
            sql.append(' ').append(TOUCHED);
            parameters.put("listing", search.touchedBy());
        }
        add(
                sql,
                parameters,
                "measure",
                "(s.applied_measures || s.withheld_measures) @> array[cast(:measure as text)]",
                search.measure());
        add(
                sql,
                parameters,
                "rowCode",
                "(s.applied_rows || s.withheld_rows) @> array[cast(:rowCode as text)]",
                search.rowCode());
        add(sql, parameters, "legalBasis", "s.legal_bases @> array[cast(:legalBasis as text)]", search.legalBasis());
        add(sql, parameters, "agency", "s.department = :agency", search.agency());
        add(sql, parameters, "matter", "s.matter = :matter", search.matter());
        add(sql, parameters, "outcome", "s.outcome = :outcome", search.outcome());
        add(sql, parameters, "caseNumber", "s.case_number = :caseNumber", search.caseNumber());
        add(sql, parameters, "release", "s.release_id = :release", search.release());
        add(
                sql,
                parameters,
                "first",
                "s.decision_id >= :first",
                search.from() == null ? null : TimeOrderedId.firstOf(search.from()));
        add(
                sql,
                parameters,
                "end",
                "s.decision_id < :end",
                search.to() == null ? null : TimeOrderedId.firstOf(search.to().plusDays(1)));
        add(sql, parameters, "after", "s.decision_id < :after", after);
        sql.append(" order by s.decision_id desc limit :size");
        parameters.put("size", size);
        Query query = entities.createNativeQuery(sql.toString());
        parameters.forEach(query::setParameter);
        List<DecisionFound> found = new ArrayList<>();
        for (Object row : query.getResultList()) {
            found.add(found((Object[]) row));
        }
        return found;
    }

    private static void add(
            StringBuilder sql, Map<String, Object> parameters, String name, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }

    private static DecisionFound found(Object[] row) {
        return new DecisionFound(
                (UUID) row[0],
                instant(row[1]),
                row[2] instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                (UUID) row[8],
                codes(row[9]),
                codes(row[10]),
                codes(row[11]),
                codes(row[12]),
                codes(row[13]));
    }

    private static Instant instant(Object at) {
        return at instanceof Timestamp timestamp ? timestamp.toInstant() : (Instant) at;
    }

    private static List<String> codes(Object joined) {
        String text = (String) joined;
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }
}
