package org.xinheng.decision.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.decision.search.DecisionFound;
import org.xinheng.decision.search.DecisionSearch;
import org.xinheng.decision.search.SearchedDecisions;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.sql.store.Conditions;

/** {@link SearchedDecisions} in PostgreSQL: SQL, since {@code decision_search} has columns of several values. */
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

    private static final String NUMBERS = """
        select cast(:lookup as bytea) union select other.lookup
           from subject_identifier one cross join lateral one_with(one.subject_id) same
           join subject_identifier other on other.subject_id = same.id
           where one.lookup = :lookup\
        """;

    /** About the subject, or about one behind whom it stands. */
    private static final String OF_SUBJECT = "(s.subject_lookup in (" + NUMBERS
            + ") or s.decision_id in (select d.id from decision d where d.principal_lookup in (" + NUMBERS + ")))";

    private static final String NAMED = """
        select i.lookup from subject_identifier i
           where i.subject_id in (select same.id from ever_one_with(l.subject_id) same)
           or i.subject_id in (select same.id from listing_responsible_person p
               cross join lateral ever_one_with(p.subject_id) same where p.listing_id = l.id)\
        """;

    private static final String TOUCHED = """
        exists (select 1 from listing l where l.id = :listing and s.watermark < l.known_at
           and s.as_of >= l.listed_on and (l.expires_on is null or s.as_of <= l.expires_on)
           and (s.subject_lookup in (%1$s) or s.decision_id in (
               select d.id from decision d where d.principal_lookup in (%1$s))))\
        """.formatted(NAMED);

    private final Session session;
    private final LookupHash lookupHash;

    SearchedDecisionsInPostgres(Session session, LookupHash lookupHash) {
        this.session = session;
        this.lookupHash = lookupHash;
    }

    @Override
    @Transactional
    public int indexNext() {
        UUID last = session.createNativeQuery(
                        "select (select decision_id from decision_search order by decision_id desc limit 1)",
                        UUID.class)
                .getSingleResult();
        return session.createNativeQuery("select make_decisions_searchable(:floor, :most)", Integer.class)
                .setParameter("floor", last == null ? BEFORE_ALL : overlapping(last))
                .setParameter("most", INDEXED_AT_ONCE)
                .getSingleResult();
    }

    private static UUID overlapping(UUID last) {
        long millis = (last.getMostSignificantBits() >>> 16) - MILLIS_OVERLAP;
        return TimeOrderedId.first(Instant.ofEpochMilli(Math.max(0, millis)));
    }

    @Override
    @Transactional
    public List<DecisionFound> find(DecisionSearch search, @Nullable UUID after, int size) {
        Conditions sql = new Conditions(COLUMNS);
        Identifier subject = search.subject();
        if (subject != null) {
            sql.and(OF_SUBJECT, "lookup", lookupHash.of(subject));
        }
        sql.and(TOUCHED, "listing", search.touchedBy())
                .and(
                        "(s.applied_measures || s.withheld_measures) @> array[cast(:measure as text)]",
                        "measure",
                        search.measure())
                .and(
                        "(s.applied_rows || s.withheld_rows) @> array[cast(:rowCode as text)]",
                        "rowCode",
                        search.rowCode())
                .and("s.legal_bases @> array[cast(:legalBasis as text)]", "legalBasis", search.legalBasis())
                .and("s.department = :agency", "agency", search.agency())
                .and("s.matter = :matter", "matter", search.matter())
                .and("s.outcome = :outcome", "outcome", search.outcome())
                .and("s.case_number = :caseNumber", "caseNumber", search.caseNumber())
                .and("s.release_id = :release", "release", search.release())
                .and(
                        "s.decision_id >= :first",
                        "first",
                        search.from() == null ? null : TimeOrderedId.firstOf(search.from()))
                .and(
                        "s.decision_id < :end",
                        "end",
                        search.to() == null
                                ? null
                                : TimeOrderedId.firstOf(search.to().plusDays(1)))
                .and("s.decision_id < :after", "after", after)
                .then(" order by s.decision_id desc limit :size")
                .with("size", size);
        var query = session.createNativeQuery(sql.toString(), FoundRow.class);
        sql.parameters().forEach(query::setParameter);
        return query.getResultList().stream().map(FoundRow::found).toList();
    }

    private record FoundRow(
            UUID id,
            Instant decidedAt,
            LocalDate asOf,
            String agency,
            String matter,
            String region,
            String outcome,
            String caseNumber,
            UUID release,
            String measures,
            String withheldMeasures,
            String rows,
            String withheldRows,
            String legalBases) {
        DecisionFound found() {
            return new DecisionFound(
                    id,
                    decidedAt,
                    asOf,
                    agency,
                    matter,
                    region,
                    outcome,
                    caseNumber,
                    release,
                    codes(measures),
                    codes(withheldMeasures),
                    codes(rows),
                    codes(withheldRows),
                    codes(legalBases));
        }

        private static List<String> codes(String joined) {
            return joined.isEmpty() ? List.of() : List.of(joined.split(" ", -1));
        }
    }
}
